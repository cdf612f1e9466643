import type { FileEdits } from "../edit/edit.ts";
import type { Config, Target } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import { wordFor } from "./chip.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { refusals } from "./refusals.ts";
import { withoutCommand, withoutOption } from "./removal.ts";
import type { Observation, Rule } from "./rule.ts";

export const dapUnsupported: Rule = {
  id: "dap-unsupported",
  severity: "error",
  isByTable: true,
  title: "a DAP is created, and this OpenOCD puts targets on TAPs",
  why:
    "DAPs came in 2018, after 0.10.0, which has neither `dap create` nor the options `-dap` and `-ap-num`: there a target " +
    "takes `-chain-position` and the DAP of that TAP is its own. Configs of later releases stop with `invalid command " +
    'name "dap"`.',
  *check({ config }) {
    for (const { at } of refusals(config, "invalid-command").filter(isDapCreate)) {
      yield report(at, `\`dap create\` is not there in OpenOCD ${config.openocd}`, withoutDap(config, at));
    }
    for (const { subject, at } of refusals(config, "option-unknown").filter(isOfDap)) {
      yield report(at, `OpenOCD ${config.openocd} has no option ${subject}`, onTap(config, at));
    }
  },
};

interface Subject {
  subject: string;
}

export function isDapCreate({ subject }: Subject): boolean {
  return subject === "dap create";
}

export function isOfDap({ subject }: Subject): boolean {
  return subject === "-dap" || subject === "-ap-num";
}

function report(at: Place, message: string, fix: Fix | undefined): Observation {
  const notes = fix === undefined ? ["of several access ports or DAPs it reaches the first only"] : [];
  return { message, notes, at, ...(fix && { fix }) };
}

/** Removes a DAP, and attaches its targets to its TAP. */
function withoutDap(config: Config, at: Place): Fix | undefined {
  const dap = config.daps.find((one) => isSame(one.at, at));
  const edit = withoutCommand(at);
  if (dap === undefined || edit === undefined) return undefined;
  const targets = config.targets.filter((target) => target.dap === dap.name);
  const edits = targets.map((target) => editsOf(config, target));
  if (!edits.every((one) => one !== undefined)) return undefined;
  return {
    safety: "safe",
    title: `leave out the DAP ${dap.name}, and put what is on it on its TAP`,
    edits: [{ file: at.file, edits: [edit] }, ...edits],
    changes: [
      { kind: "dap", name: dap.name },
      ...targets.map(({ name }) => ({ kind: "target", name }) as const),
    ],
  };
}

function onTap(config: Config, at: Place): Fix | undefined {
  const target = config.targets.find((one) => isSame(one.at, at));
  const edits = target && editsOf(config, target);
  return (
    edits && {
      safety: "safe",
      title: `put ${target.name} on the TAP ${target.chainPosition}`,
      edits: [edits],
      changes: [{ kind: "target", name: target.name }],
    }
  );
}

function editsOf(config: Config, { at, apNum, chainPosition }: Target): FileEdits | undefined {
  const words = wordsAt(at);
  const index = words.findIndex(({ literal }) => literal === "-dap");
  const [option, dap] = [words[index], words[index + 1]];
  if (chainPosition === undefined || apNum !== 0 || option === undefined || dap === undefined)
    return undefined;
  const content = `-chain-position ${wordFor(config, chainPosition, [])}`;
  const port = withoutOption(at, "-ap-num");
  return {
    file: at.file,
    edits: [{ offset: option.start, length: dap.end - option.start, content }, ...(port ? [port] : [])],
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.file === b.file && a.start === b.start;
}
