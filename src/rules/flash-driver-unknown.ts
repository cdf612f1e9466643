import { type ChipFamily, familyOf, familyOfDriver, flashDriverOf } from "../chips/index.ts";
import { FLASH_DRIVERS, successorOfDriver } from "../openocd/data/flash-drivers.ts";
import type { Release } from "../openocd/data/releases.ts";
import { has, names, releasesWith } from "../openocd/data/table.ts";
import type { Config, Problem } from "../openocd/model.ts";
import { releaseNotes } from "./chip-releases.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { meantNotes } from "./nearest.ts";
import { releaseNames } from "./release-names.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const flashDriverUnknown: Rule = {
  id: "flash-driver-unknown",
  severity: "error",
  isByTable: true,
  title: "a flash bank's driver does not exist in this OpenOCD",
  why:
    "Scripts and binary belong to different versions. OpenOCD stops with `flash driver '…' not found`, and nothing " +
    "after that line is read.",
  *check(context) {
    for (const problem of context.config.problems) {
      if (problem.code === "flash-driver-unknown" && problem.at !== undefined) yield report(context, problem);
    }
  },
};

function report({ config, release }: RuleContext, problem: Problem): Observation {
  const driver = problem.subject!;
  const family = familyFor(driver, [problem.file, config.file]);
  const successor = successorOf(driver, family, release);
  const fix = successor === undefined ? undefined : replace(problem, config, successor);
  const others = releasesWith(FLASH_DRIVERS, driver);
  const notes =
    others.length > 0 ? [`it exists in ${releaseNames(others)}`] : ["no known version of OpenOCD has it"];
  if (successor !== undefined) notes.push(`this OpenOCD programs the chip with ${successor}`);
  else if (family === undefined) notes.push(...meantNotes(driver, names(FLASH_DRIVERS, release)));
  else if (others.length === 0) notes.push(...releaseNotes(family));
  return {
    message: `OpenOCD ${config.openocd} has no flash driver ${driver}`,
    notes,
    at: problem.at!,
    ...(fix === undefined ? {} : { fix }),
  };
}

function familyFor(driver: string, files: readonly string[]): ChipFamily | undefined {
  return familyOfDriver(driver) ?? files.map(familyOf).find((found) => found !== undefined);
}

/** The driver that programs the same chips in another release. */
function successorOf(driver: string, family: ChipFamily | undefined, release: Release): string | undefined {
  const successor = (family && flashDriverOf(family, release.id)) ?? successorOfDriver(driver);
  return successor !== undefined && has(FLASH_DRIVERS, successor, release) ? successor : undefined;
}

function replace(problem: Problem, { flashBanks }: Config, successor: string): Fix | undefined {
  const at = problem.at!;
  const driver = problem.subject!;
  const words = wordsAt(at);
  const word = words.find(({ literal }, index) => index >= 2 && literal === driver);
  if (word === undefined) return undefined;
  return {
    safety: "safe",
    title: `use ${successor} in place of ${driver}`,
    edits: [
      { file: at.file, edits: [{ offset: word.start, length: word.end - word.start, content: successor }] },
    ],
    // The dry run continued with the bank.
    changes: flashBanks
      .filter((bank) => bank.at.file === at.file && bank.at.start === at.start)
      .map(({ name }) => ({ kind: "bank", name })),
  };
}
