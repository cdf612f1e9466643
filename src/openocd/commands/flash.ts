import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";
import { FLASH_DRIVERS } from "../data/flash-drivers.ts";
import { has } from "../data/table.ts";
import { logged } from "../errors.ts";
import { parseCommandNumber } from "../options.ts";
import type { Session } from "../session.ts";
import { findTarget } from "./targets.ts";

/** Declaring flash banks (manual: Flash Configuration Commands). */
export const flashCommands: Readonly<Record<string, Handler>> = {
  "flash bank": bank,
  "flash list": list,
};

function bank(session: Session, args: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const { config, release } = session;
  if (args.length < 7) {
    throw logged("usage: flash bank <name> <driver> <base> <size> <chip_width> <bus_width> <target>");
  }
  const [name, driver, base, size, chipWidth, busWidth, targetName] = args.map((arg) => arg.text);
  const target = findTarget(session, targetName!);
  if (target === undefined) throw logged(`target '${targetName}' not defined`, { subject: targetName! });
  if (!has(FLASH_DRIVERS, driver!, release.id)) {
    const how = { code: "flash-driver-unknown", subject: driver! } as const;
    session.refuse(logged(`flash driver '${driver}' not found`, how));
  }
  if (config.flashBanks.some((known) => known.name === name)) {
    throw logged(`flash bank name '${name}' already exists`);
  }
  config.flashBanks.push({
    name: name!,
    driver: driver!,
    base: number(base!, "base"),
    size: ownSizes[driver!] ?? number(size!, "size"),
    chipWidth: number(chipWidth!, "chip_width"),
    busWidth: number(busWidth!, "bus_width"),
    target: target.name,
    ...session.made(),
  });
  return Value.empty;
}

/** Drivers for chips of one size, which take no other (OpenOCD 0.12.0, their `flash_bank_command`). In bytes. */
const ownSizes: Readonly<Record<string, number>> = { aducm360: 0x20000, dsp5680xx_flash: 0x4000 };

function number(text: string, what: string): number {
  const value = parseCommandNumber(text);
  if (value === undefined)
    throw logged(`Invalid command argument: ${what} option value ('${text}') is not valid`);
  return value;
}

function list(session: Session): Value {
  const banks = session.config.flashBanks.map((one) =>
    Value.strings([
      "name",
      one.name,
      "driver",
      one.driver,
      "base",
      String(one.base),
      "size",
      String(one.size),
      "bus_width",
      String(one.busWidth),
      "chip_width",
      String(one.chipWidth),
      "target",
      one.target,
    ]),
  );
  return Value.list(banks);
}
