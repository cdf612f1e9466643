import { familyOfDriver } from "../chips/index.ts";
import { hex32 } from "../hexadecimal.ts";
import { bitOf, type ReleaseId, since } from "../openocd/data/releases.ts";
import type { Config, FlashBank } from "../openocd/model.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import type { Observation, Rule } from "./rule.ts";

export const flashBankAddress: Rule = {
  id: "flash-bank-address",
  severity: "error",
  title: "a flash bank is at address 0, and its driver keeps that",
  why:
    "With most drivers, 0 means that the driver finds the address out. ST's `stm32l5x` keeps 0: an image for 0x08000000 is then " +
    "outside of every bank, and nothing is written. `stm32h7x` of ST's 1.4 and later, and of all upstream releases that have it, " +
    "refuses a bank that is not where the chip has one.",
  *check({ config, release }) {
    for (const bank of config.flashBanks)
      if (bank.base === 0 && keepsZero(bank.driver, release.id)) yield report(config, bank);
  },
};

/** From the drivers' sources: where `bank->base` is set. In ST's first releases stm32h7x sets it, too. */
function keepsZero(driver: string, release: ReleaseId): boolean {
  if (driver === "stm32l5x") return true;
  return driver === "stm32h7x" && (since("st-1.4.0") & bitOf(release)) !== 0;
}

function report(config: Config, bank: FlashBank): Observation {
  const family = familyOfDriver(bank.driver);
  const base = family?.flash?.base;
  const isTaken = config.flashBanks.some((other) => other.base === base);
  const fix = base === undefined || isTaken ? undefined : moveTo(base, bank);
  return {
    message: `the flash bank ${bank.name} is at address 0, which the driver ${bank.driver} does not change`,
    notes:
      family === undefined || base === undefined ? [] : [`${family.name} has its flash at ${hex32(base)}`],
    at: bank.at,
    ...(fix && { fix }),
  };
}

function moveTo(base: number, { at, name, driver }: FlashBank): Fix | undefined {
  const words = wordsAt(at);
  const index = words.findIndex(({ literal }) => literal === driver);
  const word = index === -1 ? undefined : words[index + 1];
  if (word?.literal === undefined || Number(word.literal) !== 0) return undefined;
  return {
    safety: "safe",
    title: `put the bank ${name} at ${hex32(base)}`,
    edits: [
      {
        file: at.file,
        edits: [{ offset: word.start, length: word.end - word.start, content: hex32(base) }],
      },
    ],
    changes: [{ kind: "bank", name }],
  };
}
