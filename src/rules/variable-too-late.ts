import type { Config, Use } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { within } from "./insertion.ts";
import { moveUp } from "./move-up.ts";
import type { Observation, Rule } from "./rule.ts";

type AskedBefore = Use & { kind: "variable-asked-before" };

export const variableTooLate: Rule = {
  id: "variable-too-late",
  severity: "warning",
  title: "a variable is set after the only script that reads it",
  why:
    "Target scripts take options from variables, such as WORKAREASIZE or CHIPNAME, and look for them while they are read: " +
    "`if { [info exists WORKAREASIZE] } …`. What is set after the line that sources them has no effect, and OpenOCD says nothing.",
  *check({ config }) {
    // A script that was not read may use it.
    if (!config.complete) return;
    for (const use of config.uses) {
      if (use.kind === "variable-asked-before" && use.during.kind === "configuration")
        yield* report(config, use);
    }
  },
};

function* report(config: Config, use: AskedBefore): Iterable<Observation> {
  const { name, at, asked } = use;
  const reader = readerBefore(use);
  const isSet = wordsAt(at)[0]?.literal === "set" && wordsAt(at)[1]?.literal === name && !use.inProc;
  if (reader === undefined || !isSet || isReadLater(config, use)) return;
  const fix = moveSetting(at, reader, name);
  yield {
    message: `${name} is set after line ${reader.line}, which reads ${asked.at.file.replace(/^.*[\\/]/, "")}, the only script that asks for it: it has no effect`,
    notes: fix === undefined ? [`set it before line ${reader.line}`] : [],
    at,
    ...(fix && { fix }),
  };
}

/** The command of the same file that led to the script which read the variable, in another file. */
function readerBefore({ at, asked }: AskedBefore): Place | undefined {
  const reader = within(at.file, asked);
  return asked.at.file !== at.file && reader !== undefined && reader.end <= at.start ? reader : undefined;
}

/** Whether the variable's name occurs in anything that runs later, or may run later. */
function isReadLater(config: Config, use: AskedBefore): boolean {
  const { name, at, calledFrom, sourcesBefore } = use;
  const later = [
    ...[at, ...calledFrom].map(({ source, end }) => source.text.slice(end)),
    ...config.sources.slice(sourcesBefore).map(({ text }) => text),
    ...config.procs.map(({ body }) => body),
    ...config.events.map(({ body }) => body),
  ];
  return later.some((text) => mentions(text, name));
}

function mentions(text: string, name: string): boolean {
  if (!text.includes(name)) return false;
  const word = new RegExp(`(?<![\\w.])${name.replace(/[^\w]/g, "\\$&")}(?![\\w.])`);
  return text
    .split("\n")
    .some((line) => word.test(line) && !/^\s*#/.test(line) && !isSetting(line.trim(), name));
}

/** Whether a line only sets the variable again. */
function isSetting(line: string, name: string): boolean {
  return line.startsWith(`set ${name} `) && !line.slice(`set ${name} `.length).includes(name);
}

function moveSetting(at: Place, reader: Place, name: string): Fix | undefined {
  // Its value may depend on variables that are set between the two lines.
  if (wordsAt(at)[2]?.literal === undefined) return undefined;
  const edits = moveUp(at, reader);
  return (
    edits && {
      safety: "safe",
      title: `move \`set ${name}\` before line ${reader.line}`,
      edits: [edits],
      changes: [{ kind: "everything" }],
    }
  );
}
