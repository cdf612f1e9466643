import { type ChipFamily, familyOf, familyOfDriver, needsWorkArea, workAreaOf } from "../chips/index.ts";
import type { Edit } from "../edit/edit.ts";
import { insertAfter, insertBefore } from "../edit/insert.ts";
import { indentNear, styleOf } from "../edit/style.ts";
import type { Config, FlashBank, Stage, Target } from "../openocd/model.ts";
import type { Change } from "./change.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { hex, listed, whereabouts } from "./message-text.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";
import { overridableLines } from "./settings.ts";

export const workAreaMissing: Rule = {
  id: "work-area-missing",
  severity: "error",
  mayFollow: true,
  title: "a target with flash has no work area",
  why:
    "Flash loaders and checksums run in the target's RAM, in its work area. Without one, OpenOCD says `No working " +
    "memory available. Specify -work-area-phys to target.`; ST's stm32l5x driver then writes nothing and still " +
    "reports success, and OpenOCD 0.12.0's stm32l4x writes word by word, 7 to 30 times slower.",
  *check(context) {
    if (!context.config.complete) return;
    for (const target of context.config.targets) {
      const banks = context.config.flashBanks.filter(
        (bank) => bank.target === target.name && needsWorkArea(bank.driver),
      );
      if (banks.length > 0 && target.workArea.size === 0) yield report(context, target, banks);
    }
  },
};

type Request = { config: Config; target: Target; banks: readonly FlashBank[] };

function report({ config }: RuleContext, target: Target, banks: readonly FlashBank[]): Observation {
  const request = { config, target, banks };
  const names = listed(banks.map((bank) => bank.name));
  const emptyAt = target.workAreaSetAt.at(-1);
  const what = emptyAt === undefined ? "no work area" : "a work area of size 0";
  const notes = elsewhere(config, target);
  const fix = emptyAt === undefined ? addFix(request) : resizeFix(request);
  if (fix === undefined) notes.push(whatIsNeeded(request));
  return {
    message: `target ${target.name} has flash (${names}) but ${what} when the configuration stage ends`,
    notes,
    at: emptyAt ?? target.at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Where handlers or procs set a work area, and why that is not enough. */
function elsewhere(config: Config, target: Target): string[] {
  const places = new Map<string, { during: Stage; where: Set<string> }>();
  for (const { kind, during, at, ...use } of config.uses) {
    if (kind !== "work-area" || during.kind === "configuration") continue;
    if ((use as { target: string }).target !== target.name) continue;
    const key = during.kind === "event" ? `event ${during.event}` : `proc ${during.proc}`;
    const known = places.get(key) ?? { during, where: new Set<string>() };
    places.set(key, { during, where: known.where.add(whereabouts(at, target.at)) });
  }
  return [...places.values()].map(({ during, where }) => lateNote(during, listed([...where])));
}

function lateNote(during: Stage, where: string): string {
  if (during.kind === "event") {
    const when = eventMoments[during.event] ?? `on the event ${during.event}`;
    return `the handler of ${during.event} sets one (${where}), but it runs only ${when}, not when flashing from the command line`;
  }
  const name = during.kind === "proc" ? during.proc : "";
  return `the proc ${name} sets one (${where}), but nothing calls it in the configuration stage`;
}

const eventMoments: Readonly<Record<string, string>> = {
  "gdb-attach": "when a debugger attaches",
  "gdb-start": "when a debugger starts the target",
  "gdb-flash-erase-start": "when a debugger programs flash",
  "reset-init": "during `reset init`",
};

function whatIsNeeded({ config, target, banks }: Request): string {
  const family = chipOf({ config, target, banks });
  if (family === undefined) {
    return "the names do not show which chip this is: give the address and size of its RAM with `-work-area-phys` and `-work-area-size`";
  }
  return `${family.name} has RAM at ${hex(family.ram.base)}; say with \`-work-area-phys\` and \`-work-area-size\` how much of it this target may use`;
}

/** The family by the names in the config, the most specific first. */
function chipOf({ config, target, banks }: Request): ChipFamily | undefined {
  const names = [target.name, target.at.file, config.file];
  for (const name of names) {
    const family = familyOf(name);
    if (family !== undefined) return family;
  }
  const drivers = new Set(banks.map((bank) => bank.driver));
  return drivers.size === 1 ? familyOfDriver([...drivers][0]!) : undefined;
}

/** A work area that is known to fit. None for a second core, which has other RAM. */
function known(request: Request): { phys: number; size: number } | undefined {
  const { config, target } = request;
  const first = config.targets.find((other) => config.flashBanks.some((bank) => bank.target === other.name));
  const family = chipOf(request);
  return first === target && family !== undefined ? workAreaOf(family) : undefined;
}

function addFix(request: Request): Fix | undefined {
  const area = known(request);
  const { target } = request;
  const name = wordsAt(target.at)[2]?.text;
  if (area === undefined || name === undefined) return undefined;
  const { text } = target.at.source;
  const style = styleOf(text);
  const edits: Edit[] = [];
  const changes: Change[] = [{ kind: "target", name: target.name, part: "workArea" }];
  let size = sizeVariable(request);
  if (size === undefined && target.inProc) size = hex(area.size);
  if (size === undefined) {
    size = "$_WORKAREASIZE";
    changes.push({ kind: "variable", name: "_WORKAREASIZE" });
    edits.push(
      insertBefore(
        text,
        target.at.start,
        overridableLines(
          "WORKAREASIZE",
          hex(area.size).toLowerCase(),
          indentNear(text, target.at.start, style),
        ),
        style,
      ),
    );
  }
  const line = `${name} configure -work-area-phys ${hex(area.phys)} -work-area-size ${size} -work-area-backup 0`;
  edits.push(insertAfter(text, target.at.start, target.at.end, [line], style));
  return {
    safety: "safe",
    title: `give ${target.name} a work area at ${hex(area.phys)}, ${size} bytes large`,
    edits: [{ file: target.at.file, edits }],
    changes,
  };
}

/**
 * The variable for the size that is set before the target is created: the file's own, else one of a script that it
 * sources. A variable that a board file sets is missing when the script is used without the board.
 */
function sizeVariable({ config, target }: Request): string | undefined {
  const board = new Set(target.calledFrom.map(({ file }) => file).filter((file) => file !== target.at.file));
  const names = [...config.variablesSetAt].flatMap(([name, place]) => {
    const isSize = /^_?WORK_?AREA_?SIZE$/i.test(name) && Number(config.variables[name]) > 0;
    const isOwn = place.file === target.at.file;
    const isBefore = isOwn ? place.start < target.at.start : !board.has(place.file);
    return isSize && isBefore ? [{ name, isOwn }] : [];
  });
  const { name } = names.find(({ isOwn }) => isOwn) ?? names[0] ?? {};
  if (name === undefined) return undefined;
  return target.inProc ? `$::${name}` : `$${name}`;
}

/** Replaces a literal size of 0. A size from a variable is the user's choice. */
function resizeFix(request: Request): Fix | undefined {
  const area = known(request);
  const place = request.target.workAreaSetAt.at(-1)!;
  const words = wordsAt(place);
  const value = words[words.findIndex((word) => word.text === "-work-area-size") + 1];
  if (area === undefined || value === undefined || Number(value.literal) !== 0) return undefined;
  const size = sizeVariable(request) ?? hex(area.size);
  return {
    safety: "safe",
    title: `make the work area of ${request.target.name} ${size} bytes large`,
    edits: [
      { file: place.file, edits: [{ offset: value.start, length: value.end - value.start, content: size }] },
    ],
    changes: [{ kind: "target", name: request.target.name, part: "workArea" }],
  };
}
