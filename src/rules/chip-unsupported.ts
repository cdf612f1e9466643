import { familyOf, flashDriverOf } from "../chips/index.ts";
import { FLASH_DRIVERS } from "../openocd/data/flash-drivers.ts";
import { has } from "../openocd/data/table.ts";
import { releaseNotes } from "./chip-releases.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const chipUnsupported: Rule = {
  id: "chip-unsupported",
  severity: "warning",
  isByTable: true,
  title: "a chip that this OpenOCD cannot flash, though it has the driver",
  why:
    "One flash driver serves several families, and learns new ones from release to release. The config is read, and " +
    "programming then stops because the driver does not know the chip's id. Only another OpenOCD helps.",
  *check(context) {
    yield* unsupported(context);
  },
};

function* unsupported({ config, release }: RuleContext): Iterable<Observation> {
  // What a program says of itself goes beyond the table.
  if (release.own !== undefined) return;
  for (const { at, driver, size } of config.flashBanks) {
    const family = familyOf(at.file) ?? familyOf(config.file);
    if (family?.flash === undefined || flashDriverOf(family, release.id) !== undefined || size !== 0)
      continue;
    const isOfFamily = Object.values(family.flashDriver).includes(driver);
    if (!isOfFamily || !has(FLASH_DRIVERS, driver, release)) continue;
    yield {
      message: `OpenOCD ${config.openocd} cannot flash an ${family.name}: its ${driver} does not know the chip`,
      notes: releaseNotes(family),
      at,
    };
    return;
  }
}
