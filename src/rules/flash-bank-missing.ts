import { type BankFact, flashDriverOf, layoutReleases } from "../chips/index.ts";
import { fileNameBytes } from "../files/file-names.ts";
import type { Config, FlashBank, Problem, Target } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Source } from "../tcl/source.ts";
import { type Chip, chipOf, isLikeOpenocds, wordFor } from "./chip.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { insertLinesAfter, within } from "./insertion.ts";
import { lacksConfig } from "./missing-sources.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";
import { commandsOf } from "./top-level.ts";

export const flashBankMissing: Rule = {
  id: "flash-bank-missing",
  severity: "error",
  mayFollow: true,
  title: "a chip has flash that no bank names",
  why:
    "OpenOCD programs only addresses in a `flash bank`. It skips the parts of an image outside every bank with only a " +
    "warning, and `program` still reports success.",
  *check(context) {
    const chip = chipOf(context.config);
    if (chip === undefined || !context.config.complete || lacksConfig(context)) return;
    const target = mainTarget(context, chip);
    if (target === undefined) return;
    // Several missing banks: each one is inserted after the previous one.
    const [fact] = missingBanks(context, chip);
    if (fact !== undefined) yield report({ ...context, chip, target }, fact);
  },
};

type Context = RuleContext & { chip: Chip; target: Target };

/** The target that the chip's flash belongs to. */
function mainTarget({ config }: RuleContext, chip: Chip): Target | undefined {
  const main = chip.layout.targets.find(({ type }) => type !== "mem_ap");
  return config.targets.find(({ name }) => name === `${chip.name}.${main?.name}`);
}

function missingBanks({ config, release }: RuleContext, chip: Chip): BankFact[] {
  const driver = flashDriverOf(chip.family, release.id);
  const expected = chip.layout.banks.filter(
    ({ variant }) => variant === undefined || chip.stem.includes(variant),
  );
  const [main] = expected;
  if (driver === undefined || main === undefined) return [];
  const named = (fact: BankFact) =>
    config.flashBanks.find(({ name }) => name === `${chip.name}.${fact.name}`);
  const own = config.flashBanks.filter((bank) => bank.target.startsWith(`${chip.name}.`));
  const isMain = ({ base }: FlashBank) =>
    base === 0 || base === main.base || base === chip.family.flash?.base;
  if (named(main) === undefined && !own.some(isMain)) return [main];
  // Only a config with the structure of OpenOCD's own needs the same banks.
  if (!isLikeOpenocds(config, chip, release.id)) return [];
  return expected.filter(
    (fact) => named(fact) === undefined && !own.some(({ base }) => isAt(base, fact, main)),
  );
}

// Base 0 makes the driver find the address, so it is not an address.
function isAt(base: number, fact: BankFact, main: BankFact): boolean {
  return fact.base !== 0 && base === fact.base && fact.base !== main.base;
}

function report(context: Context, fact: BankFact): Observation {
  const { config, chip, target } = context;
  const name = `${chip.name}.${nameOf(context, fact)}`;
  const twice = sameNameTwice(context);
  const earlier = chip.layout.banks
    .slice(0, chip.layout.banks.indexOf(fact))
    .map((one) => `${chip.name}.${one.name}`);
  const made = config.flashBanks.findLast((bank) => earlier.includes(bank.name)) ?? target;
  const at = twice?.at ?? made.at;
  const isMain = fact === chip.layout.banks[0];
  return {
    ...(isMain || twice ? {} : { severity: "warning" as const }),
    message: twice
      ? `the flash bank ${twice.subject} exists already; this one has to be ${name}`
      : `${chip.family.name} has flash at 0x${hex8(fact.base)} that no bank names: ${name} is missing`,
    notes: [],
    at,
    fix: twice ? renameFix(context, twice, name) : addFix(context, fact, name),
  };
}

/** ST's forks use the same name for the main bank of all families. */
function nameOf({ release }: Context, { name }: BankFact): string {
  return name === "flash_ns" && !layoutReleases.includes(release.id) ? "flash" : name;
}

/** A bank that OpenOCD refuses because its name already exists: a bank with the right name is missing. */
function sameNameTwice({ config }: Context): (Problem & { at: NonNullable<Problem["at"]> }) | undefined {
  const found = config.problems.find(
    ({ code, at }) => code === "exists" && at !== undefined && wordsAt(at)[1]?.text === "bank",
  );
  return found as (Problem & { at: NonNullable<Problem["at"]> }) | undefined;
}

function renameFix({ config }: Context, { at }: ReturnType<typeof sameNameTwice> & {}, name: string): Fix {
  const word = wordsAt(at)[2]!;
  const content = wordFor(config, name, []);
  return {
    safety: "safe",
    title: `call the bank ${name}`,
    edits: [{ file: at.file, edits: [{ offset: word.start, length: word.end - word.start, content }] }],
    changes: [{ kind: "bank", name }],
  };
}

function addFix(context: Context, fact: BankFact, name: string): Fix {
  const { config, chip, release, target } = context;
  const driver = fact.driver ?? flashDriverOf(chip.family, release.id)!;
  const word = wordFor(config, name, ["_FLASHNAME"]);
  const base = fact.base === 0 ? "0" : `0x${hex8(fact.base)}`;
  const main = chip.layout.banks[0]!;
  const isMain = fact === main;
  const sizeVariable = isMain && config.variables._FLASH_SIZE !== undefined ? "$_FLASH_SIZE" : undefined;
  const size = sizeVariable ?? (fact.size === undefined ? "0" : `0x${fact.size.toString(16)}`);
  const alias =
    fact.driver === "virtual" ? [wordFor(config, `${chip.name}.${main.name}`, ["_FLASHNAME"])] : [];
  const targetWord = wordFor(config, target.name, ["_TARGETNAME"]);
  const line = ["flash bank", word, driver, base, size, "0 0", targetWord, ...alias].join(" ");
  return {
    safety: "safe",
    title: `add the flash bank ${name}`,
    edits: [insertLinesAfter(anchors(context, fact, line), [line])],
    // OpenOCD refuses a virtual bank without this one.
    changes: [name, ...(isMain ? aliases(chip) : [])].map((bank) => ({ kind: "bank", name: bank })),
  };
}

function aliases({ layout, name }: Chip): string[] {
  return layout.banks.filter(({ driver }) => driver === "virtual").map((fact) => `${name}.${fact.name}`);
}

/** What must precede the bank: the previous bank, the target, its work area, the variables in the line. */
function anchors(context: Context, fact: BankFact, line: string) {
  const { config, chip } = context;
  const target = config.targets.find(({ name }) => name === context.target.name)!;
  const file = fact.variant === undefined ? target.at.file : config.file;
  const earlier = chip.layout.banks.slice(0, chip.layout.banks.indexOf(fact));
  const banks = config.flashBanks.filter((bank) =>
    earlier.some((one) => bank.name === `${chip.name}.${one.name}`),
  );
  const variables = ["_FLASHNAME", "_FLASH_SIZE"]
    .filter((name) => line.includes(`$${name}`))
    .map((name) => lastSet(config, file, name));
  const areas = target.workAreaSetAt;
  return [
    ...[target, ...banks].map((made) => within(file, made)),
    ...[...variables, ...areas].filter((place) => place?.file === file),
  ].filter((place) => place !== undefined);
}

/** A variable may get a new value for each bank. The last value in this file is the one at the file's end. */
function lastSet(config: Config, file: string, name: string): Place | undefined {
  const setAt = config.variablesSetAt.get(name);
  const own = setAt?.file === file ? setAt.source : sourceOf(config, file);
  const command =
    own && commandsOf(own).findLast(({ words }) => words[0]!.text === "set" && words[1]?.text === name);
  if (own === undefined || command === undefined) return setAt;
  return new Place({ source: own, start: command.start, end: command.end });
}

function sourceOf(config: Config, file: string): Source | undefined {
  const text = config.sources.find(({ path }) => path === file)?.text;
  return text === undefined ? undefined : new Source(fileNameBytes(file), text);
}

function hex8(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, "0");
}
