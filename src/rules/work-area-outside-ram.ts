import type { ChipFamily } from "../chips/index.ts";
import type { Config, Target } from "../openocd/model.ts";
import { chipOf } from "./chip.ts";
import { hex } from "./message-text.ts";
import type { Observation, Rule } from "./rule.ts";

export const workAreaOutsideRam: Rule = {
  id: "work-area-outside-ram",
  severity: "error",
  title: "a work area is outside the chip's RAM",
  why:
    "OpenOCD writes flash loaders into the work area without asking whether there is RAM. Where there is none, writing " +
    "fails or overwrites something else.",
  *check({ config }) {
    const chip = chipOf(config);
    if (chip === undefined) return;
    for (const target of config.targets) {
      if (target.workArea.size === 0 || !target.name.startsWith(`${chip.name}.`)) continue;
      const seen = report(config, target, chip.family);
      if (seen !== undefined) yield seen;
    }
  },
};

/** The code and SRAM regions of a Cortex-M. An STM32 has RAM only there (ARMv7-M and ARMv8-M: system address map). */
const regions = [
  { from: 0x1000_0000, to: 0x1fff_ffff },
  { from: 0x2000_0000, to: 0x3fff_ffff },
];

function report(config: Config, target: Target, family: ChipFamily): Observation | undefined {
  const { phys, size } = target.workArea;
  const at = target.workAreaSetAt.at(-1) ?? target.at;
  const last = phys + size - 1;
  const area = `the work area of ${target.name} (${hex(phys)} to ${hex(last)})`;
  const ram = `${family.name} has ${family.ram.what} at ${hex(family.ram.base)}`;
  const isItcm = last < 0x1_0000 && family.name === "STM32H7";
  if (!isItcm && !regions.some(({ from, to }) => from <= phys && last <= to)) {
    return { message: `${area} is not in RAM`, notes: [ram], at };
  }
  const warn = (message: string, note: string): Observation => ({
    severity: "warning",
    message,
    notes: [note],
    at,
  });
  const isAlias = phys >= 0x3000_0000 && family.ram.base === 0x2000_0000 && family.name !== "STM32H7";
  if (isAlias && family.secureAlias === undefined)
    return warn(`${area} is in the secure alias of RAM, but ${family.name} has no TrustZone`, ram);
  const banks = config.flashBanks.filter((bank) => bank.target === target.name);
  const { secureBase } = family.flash ?? {};
  if (isAlias && banks.length > 0 && banks.every(({ base }) => base === family.flash?.base))
    return warn(
      `${area} is in the secure alias of RAM, but the flash is named by its non-secure address only`,
      `with TrustZone off it is ${hex(phys - 0x1000_0000)}`,
    );
  if (
    !isAlias &&
    banks.length > 0 &&
    secureBase !== undefined &&
    banks.every(({ base }) => base === secureBase)
  )
    return warn(
      `${area} is not in the secure alias of RAM, but the flash is named by its secure address only`,
      `with TrustZone on it is ${hex(phys + 0x1000_0000)}`,
    );
  const { base, most } = family.ram;
  // A family's config does not know the exact chip, so the size of the largest one may be right.
  if ((phys === base || phys === family.secureAlias) && size > most)
    return warn(`${area} is larger than the RAM of any ${family.name}, ${hex(most)} bytes`, ram);
  return undefined;
}
