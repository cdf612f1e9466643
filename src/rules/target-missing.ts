import type { TargetFact } from "../chips/index.ts";
import type { Config, Made, Target } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { isHla } from "../openocd/transport.ts";
import { type Chip, chipOf, wordFor } from "./chip.ts";
import { wordsAt } from "./command-words.ts";
import { coreRenamed } from "./core-names.ts";
import type { Fix } from "./finding.ts";
import { first, insertLinesBefore, within } from "./insertion.ts";
import { listed } from "./message-text.ts";
import { lacksConfig } from "./missing-sources.ts";
import { meantNotes } from "./nearest.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";

export const targetMissing: Rule = {
  id: "target-missing",
  severity: "error",
  mayFollow: true,
  title: "a target is named that nothing creates",
  why:
    "`target create` is what a debugger talks to, and what flash banks, work areas and handlers belong to. Without it " +
    "OpenOCD stops at the first of these (`target '…' not defined`, `invalid command name \"….cpu\"`).",
  *check(context) {
    if (lacksConfig(context)) return;
    const { config } = context;
    const chip = chipOf(config);
    const all = [...named(context, chip)];
    const names = new Set(all.map(({ name }) => name));
    for (const name of names) {
      const own = all.filter((naming) => naming.name === name);
      yield report(config, chip, name, own);
    }
    if (chip !== undefined && names.size === 0 && config.complete) yield* unnamed(config, chip);
  },
};

interface Naming {
  name: string;
  made: Pick<Made, "at" | "calledFrom">;
  /** Whether only a handler or proc uses it. */
  isLate: boolean;
}

function* named({ config }: RuleContext, chip: Chip | undefined): Iterable<Naming> {
  for (const { code, subject, at, calledFrom = [] } of config.problems) {
    if (code === "target-unknown" && subject !== undefined && at !== undefined)
      yield { name: subject, made: { at, calledFrom }, isLate: false };
  }
  for (const use of config.uses) {
    if (use.kind !== "unknown-command" || use.caught) continue;
    if (chip !== undefined && factOf(chip, use.name) !== undefined && !hasTarget(config, use.name))
      yield { name: use.name, made: use, isLate: use.during.kind !== "configuration" };
  }
}

/** Targets of the chip that nothing here uses. Other scripts may use them by their names. */
function* unnamed(config: Config, chip: Chip): Iterable<Observation> {
  if (isHla(config.transport)) return;
  const expected = chip.layout.targets.filter(({ onDemand }) => !onDemand);
  const missing = expected.filter(({ name }) => !hasTarget(config, `${chip.name}.${name}`));
  // A config that lacks several targets, or has others, does not follow OpenOCD's own.
  if (missing.length !== 1 || expected.length < 2 || config.targets.length !== expected.length - 1) return;
  const name = `${chip.name}.${missing[0]!.name}`;
  const fix = createFix(config, chip, name, []);
  yield {
    severity: "warning",
    message: `${chip.family.name} has a target ${name}, which nothing creates`,
    notes: [],
    at: config.targets[0]!.at,
    ...(fix === undefined ? {} : { fix }),
  };
}

function report(
  config: Config,
  chip: Chip | undefined,
  name: string,
  namings: readonly Naming[],
): Observation {
  const made = namings.map((naming) => naming.made);
  const fix = chip && (createFix(config, chip, name, made) ?? coreRenamed(config, name, made));
  const where = namings.every(({ isLate }) => isLate) ? " in a handler or proc" : "";
  const needed =
    config.targets.length > 0
      ? otherTargets(config, name)
      : [`add \`target create ${name} TYPE -dap DAP\`; the config does not show the type of the core`];
  return {
    message: `the target ${name} is used${where}, but nothing creates it`,
    notes: fix === undefined ? needed : [],
    at: made[0]!.at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** The maximum number of names to list: a longer list does not help. */
const MOST_TARGETS = 8;

/** The existing targets: the similar names, or all. */
function otherTargets({ targets }: Config, name: string): string[] {
  const names = targets.map((target) => target.name);
  const more = names.length > MOST_TARGETS ? [`${names.length - MOST_TARGETS} more`] : [];
  const known = listed([...names.slice(0, MOST_TARGETS), ...more]);
  const [, chip = ""] = /^(.*\.)[^.]*$/.exec(name) ?? [];
  const parts = names.filter((one) => one.startsWith(chip)).map((one) => one.slice(chip.length));
  const meant = meantNotes(name.slice(chip.length), parts).map((note) =>
    note.replaceAll(/`(?=\w)/g, `\`${chip}`),
  );
  return [...meant, `${names.length > 1 ? "the targets are" : "the target is"} ${known}`];
}

function factOf(chip: Chip, name: string): TargetFact | undefined {
  return chip.layout.targets.find((fact) => name === `${chip.name}.${fact.name}`);
}

function hasTarget(config: Config, name: string): boolean {
  return config.targets.some((target) => target.name === name);
}

function createFix(
  config: Config,
  chip: Chip,
  name: string,
  made: readonly Naming["made"][],
): Fix | undefined {
  const fact = factOf(chip, name);
  const dap = config.daps.length === 1 ? config.daps[0] : undefined;
  const place = dap && placeFor(config, chip, fact, made);
  const declared = dap && place && within(place.file, dap);
  if (fact === undefined || dap === undefined || place === undefined || declared === undefined)
    return undefined;
  const words = [
    `target create ${wordFor(config, name, ["_TARGETNAME"])} ${fact.type}`,
    ...(fact.type === "mem_ap" ? [] : endian(config)),
    `-dap ${wordsAt(declared)[2]?.text ?? dap.name}`,
    ...(fact.options === "" ? [] : [fact.options]),
  ];
  const line = words.join(" ");
  return {
    safety: "safe",
    title: `create the target ${name}`,
    edits: [insertLinesBefore(place, [fact.onDemand ? `if { ![using_hla] } { ${line} }` : line])],
    changes: [
      { kind: "target", name },
      { kind: "event", target: name },
    ],
  };
}

function endian({ variables }: Config): string[] {
  return variables._ENDIAN === undefined ? [] : ["-endian $_ENDIAN"];
}

/** Before its first use, and before the targets that follow it in OpenOCD's order. */
function placeFor(
  config: Config,
  chip: Chip,
  fact: TargetFact | undefined,
  made: readonly Naming["made"][],
): Place | undefined {
  const { targets } = chip.layout;
  const later = fact === undefined ? [] : targets.slice(targets.indexOf(fact) + 1);
  const isLater = (target: Target) =>
    factOf(chip, target.name) !== undefined && later.includes(factOf(chip, target.name)!);
  const anchors = [...made, ...config.targets.filter(isLater)];
  const file = config.daps[0]?.at.file;
  const places = anchors.map((one) => (file === undefined ? undefined : within(file, one)));
  return first(places.filter((one) => one !== undefined));
}
