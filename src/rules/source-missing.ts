import type { FileEdits } from "../edit/edit.ts";
import type { Config, SourceFile } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import type { CommandNode } from "../tcl/syntax.ts";
import type { Fix } from "./finding.ts";
import { insertLinesAfter, insertLinesBefore } from "./insertion.ts";
import { listed } from "./message-text.ts";
import { type MissingSource, missingSources } from "./missing-sources.ts";
import { defineProcs, oldHelper } from "./old-helper.ts";
import type { Observation, Rule, RuleContext } from "./rule.ts";
import { commandsOf, enclosingCommand } from "./top-level.ts";

export const sourceMissing: Rule = {
  id: "source-missing",
  severity: "error",
  mayFollow: true,
  title: "a script is used that is not sourced",
  why:
    "Procs such as `swj_newdap` and `mmw` are defined in scripts that OpenOCD ships, and exist only after `source [find …]`. " +
    'Without it the config, or a handler when it runs, stops with `invalid command name "…"`.',
  *check(context) {
    for (const missing of missingSources(context)) {
      const old = oldHelper(context.config, missing);
      yield old === undefined ? report(context, missing) : observeOld(missing, old);
    }
  },
};

function report({ config, library }: RuleContext, missing: MissingSource): Observation {
  const { script, procs, at, onlyProcs, kind } = missing;
  const isThere =
    procs.length === 0 || procs.every((proc) => library?.defines(script, proc)) || kind === "config";
  const fix = isThere && library !== undefined ? sourceFix(config, missing) : undefined;
  return {
    ...(onlyProcs ? { severity: "warning" as const } : {}),
    message:
      procs.length > 0
        ? `${listed(procs)} ${procs.length > 1 ? "are" : "is"} used, but ${script} is not sourced`
        : `this config makes no target: it only adds to ${script}, which is not sourced`,
    notes: fix === undefined ? [`add \`source [find ${script}]\`; no such script was found`] : [],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Sourcing it again would not help. */
function observeOld({ script, procs, at, onlyProcs }: MissingSource, old: SourceFile): Observation {
  const fix = defineProcs(old, procs);
  const verb = procs.length > 1 ? "are" : "is";
  return {
    ...(onlyProcs ? { severity: "warning" as const } : {}),
    message: `${listed(procs)} ${verb} used, and the ${script} that is sourced is too old to define ${procs.length > 1 ? "them" : "it"}`,
    notes: [`it was read from ${old.path}`],
    at,
    ...(fix && { fix }),
  };
}

function sourceFix(config: Config, missing: MissingSource): Fix {
  const { script, kind } = missing;
  const line = `source [find ${script}]`;
  return {
    safety: "safe",
    title: `source ${script}`,
    edits: [kind === "helper" ? atTheTop(missing, line) : afterTheSettings(config, missing, line)],
    changes: [{ kind: "script" }],
  };
}

/** After the file's other helper scripts, or before its first command. */
function atTheTop({ at, calledFrom, script }: MissingSource, line: string): FileEdits {
  const place = [at, ...calledFrom].find((one) => helpersIn(one).length > 0) ?? at;
  const places = helpersIn(place).map((command) => new Place({ source: place.source, ...spanOf(command) }));
  if (places.length > 0 && script === "mem_helper.tcl") return insertLinesAfter(places, [line]);
  const first = places[0] ?? placeOf(place, commandsOf(place.source)[0]!);
  return insertLinesBefore(first, [line]);
}

function helpersIn({ source }: Place): CommandNode[] {
  return commandsOf(source).filter(
    ({ words }) => words[0]!.text === "source" && words[1]?.text.includes(".tcl"),
  );
}

function spanOf({ start, end }: CommandNode): { start: number; end: number } {
  return { start, end };
}

function placeOf({ source }: Place, command: CommandNode): Place {
  return new Place({ source, ...spanOf(command) });
}

/** Before the first command that fails, so that the config's settings for the script come first. */
function afterTheSettings(config: Config, { at }: MissingSource, line: string): FileEdits {
  const failing = config.problems.find((problem) => problem.at?.file === config.file)?.at ?? at;
  const { source, start } = failing;
  // A config is read before the connection is made.
  const init = commandsOf(source).find(({ words }) => words.length === 1 && words[0]!.literal === "init");
  if (init !== undefined && init.start < start) return insertLinesBefore(placeOf(failing, init), [line]);
  if (start < source.text.length) return insertLinesBefore(outOfProc(failing), [line]);
  const last = commandsOf(source).at(-1);
  return last === undefined
    ? insertLinesBefore(failing, [line])
    : insertLinesAfter([placeOf(failing, last)], [line]);
}

/** Inside a proc it would be too late for a config, and each call would source it again. */
function outOfProc(place: Place): Place {
  const command = enclosingCommand(place);
  return command === undefined ? place : placeOf(place, command);
}
