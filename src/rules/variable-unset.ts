import { styleOf } from "../edit/style.ts";
import type { Config, Problem } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Fix } from "./finding.ts";
import { insertLinesBefore } from "./insertion.ts";
import { type LaterSetting, laterSetting } from "./later-setting.ts";
import { lacksConfig } from "./missing-sources.ts";
import { moveUp } from "./move-up.ts";
import { askedNotes, meantNotes } from "./nearest.ts";
import { guardOptional, isOptional } from "./optional-variable.ts";
import type { Observation, Rule } from "./rule.ts";
import { isSetByOthers } from "./script-role.ts";
import { chipFile, settingOf } from "./settings.ts";

export const variableUnset: Rule = {
  id: "variable-unset",
  severity: "error",
  mayFollow: true,
  title: "a variable is read that nothing sets",
  why:
    "Configs keep the names of chip and target, sizes and TAP ids in variables, which they set from what the user gave " +
    'or from a default. Where that is missing, OpenOCD stops with `can\'t read "…": no such variable`, and nothing after ' +
    "that line is read.",
  *check(context) {
    if (lacksConfig(context)) return;
    const reported = new Set<string>();
    for (const problem of context.config.problems) {
      const { code, subject, at } = problem;
      if (code !== "variable-unset" || subject === undefined || at === undefined) continue;
      // A variable that stays unset fails at each place.
      const key = isOptional(subject, at) ? `${subject} ${at.start}` : subject;
      if (reported.has(key)) continue;
      reported.add(key);
      const later = laterSetting(problem, context.library);
      const observed =
        later === undefined ? report(context.config, problem, subject, at) : observeLate(subject, at, later);
      const isOthers = isSetByOthers(subject, context.config.file, context.library);
      if (observed.fix !== undefined || !isOthers) yield observed;
    }
  },
};

function observeLate(name: string, at: Place, { setting, reader, script }: LaterSetting): Observation {
  const edits = script === undefined ? moveUp(setting, reader) : undefined;
  const what = script === undefined ? "it" : `it by ${script}`;
  return {
    message: `the variable ${name} is read before line ${setting.line} sets ${what}`,
    notes: edits === undefined ? [`put what reads it after line ${setting.line}`] : [],
    at,
    ...(edits && {
      fix: {
        safety: "safe",
        title: `move \`set ${name}\` before line ${reader.line}`,
        edits: [edits],
        changes: [{ kind: "everything" }],
      },
    }),
  };
}

function report(config: Config, problem: Problem, name: string, at: Place): Observation {
  const fix = setFix(config, problem, name, at);
  return {
    message: `the variable ${name} is read, but nothing sets it`,
    notes: fix === undefined ? [...others(config, name), whatIsNeeded(name)] : [],
    at,
    ...(fix === undefined ? {} : { fix }),
  };
}

/** Variables whose names begin alike, as `_TARGETNAME_0` does where a chip has several cores, or are near. */
function others({ variables }: Config, name: string): string[] {
  const names = Object.keys(variables);
  const longer = names.filter((one) => one.startsWith(name) || name.startsWith(`${one}_`));
  return longer.length > 0 ? askedNotes(longer) : meantNotes(name, names);
}

function whatIsNeeded(name: string): string {
  return /^[A-Z]/.test(name)
    ? `the user of this config should set it: set ${name} before sourcing the config, or add a default`
    : `the config does not show its value: add \`set ${name} VALUE\` before this line`;
}

function setFix(config: Config, problem: Problem, name: string, at: Place): Fix | undefined {
  const calledFrom = problem.calledFrom ?? [];
  const reader = { at, calledFrom, config, read: (other: string) => config.variables[other] };
  const setting = settingOf(name, reader);
  // The chip's name belongs in the file with this name, everything else in the file that needs it.
  const file = name === "_CHIPNAME" ? chipFile(reader) : at.file;
  const place = [at, ...calledFrom].find((one) => one.file === file);
  if (setting === undefined) return guardFix(name, at);
  if (place === undefined) return undefined;
  const lines = setting.lines(styleOf(place.source.text).indent);
  return {
    safety: "safe",
    title: `set ${name}, by default to ${setting.value}`,
    edits: [insertLinesBefore(place, lines)],
    changes: [{ kind: "variable", name }],
  };
}

function guardFix(name: string, at: Place): Fix | undefined {
  const edits = guardOptional(name, at);
  return (
    edits && {
      safety: "safe",
      title: `compare ${name} only where it is set, as elsewhere in this file`,
      edits: [edits],
      changes: [],
    }
  );
}
