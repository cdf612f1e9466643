import type { BoardFaults, BoardOptions } from "./options.ts";
import { probeModels } from "./probe/models.ts";

const isWhole = (from: number, to: number) => (value: number) =>
  Number.isInteger(value) && value >= from && value <= to;
const isAtLeastZero = (value: number) => value >= 0;

/** What a number among the options may be. */
const allowed = {
  voltage: [(value: number) => value >= 0 && value <= 5.5, "0 to 5.5 volts"],
  serverApi: [isWhole(1, 3), "1, 2 or 3"],
  usbDelay: [(value: number) => value >= 0 && value <= 1_000_000, "0 to 1000000 microseconds"],
  port: [isWhole(0, 65_535), "0 to 65535"],
} as const satisfies Partial<Record<keyof BoardOptions, readonly [(value: number) => boolean, string]>>;

/** Throws RangeError for an option that is out of its range. */
export function checkOptions(options: BoardOptions): void {
  for (const [name, [isAllowed, range]] of Object.entries(allowed)) {
    check(name, options[name as keyof typeof allowed], isAllowed, range);
  }
  const { probe = "V3J7" } = options;
  if (!Object.hasOwn(probeModels, probe)) {
    throw new RangeError(`probe: ${probe} is not one of ${Object.keys(probeModels).join(", ")}`);
  }
  const { busyReads, unplugAfter = {}, readProtection } = options.faults ?? {};
  check("busyReads", busyReads, isWhole(0, Number.MAX_SAFE_INTEGER), "a whole number, 0 or more");
  check("unplugAfter.commands", unplugAfter.commands, isAtLeastZero, "0 or more");
  check("unplugAfter.bytes", unplugAfter.bytes, isAtLeastZero, "0 or more");
  check("readProtection", readProtection, (level) => [0, 0.5, 1, 2].includes(level), "0, 0.5, 1 or 2");
}

/** Throws RangeError for a fault at an address outside of the flash. */
export function checkAddresses(faults: BoardFaults, base: number, size: number): void {
  const isInside = isWhole(base, base + size - 1);
  const range = `an address from 0x${base.toString(16)} to 0x${(base + size - 1).toString(16)}`;
  for (const name of ["writeProtected", "stuckWords"] as const) {
    for (const address of faults[name] ?? []) check(name, address, isInside, range);
  }
}

function check(
  name: string,
  value: number | undefined,
  isAllowed: (value: number) => boolean,
  range: string,
): void {
  if (value !== undefined && !(typeof value === "number" && isAllowed(value))) {
    throw new RangeError(`${name}: ${value} is not ${range}`);
  }
}
