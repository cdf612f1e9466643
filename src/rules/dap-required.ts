import type { Config, Target } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { WordNode } from "../tcl/syntax.ts";
import { wordFor } from "./chip.ts";
import { wordsAt } from "./command-words.ts";
import type { Fix } from "./finding.ts";
import { insertLinesBefore } from "./insertion.ts";
import { type Refused, refusals } from "./refusals.ts";
import type { Observation, Rule } from "./rule.ts";

export const dapRequired: Rule = {
  id: "dap-required",
  severity: "error",
  title: "a target is put on a TAP, and needs a DAP",
  why:
    "Since 2018, after 0.10.0, a Cortex target is reached through a DAP: `dap create` makes one on the TAP, and the target " +
    "takes `-dap`. Configs from before say `-chain-position`, and OpenOCD stops with `target requires -dap parameter " +
    "instead of -chain-position!`.",
  *check({ config }) {
    const created = new Set<string>();
    for (const refused of refusals(config, "dap-required")) yield observe(config, refused, created);
  },
};

/** `created`: the TAPs for which an earlier fix already creates the DAP. */
function observe(config: Config, { subject, at }: Refused, created: Set<string>): Observation {
  const target = config.targets.find(({ name }) => name === subject);
  const fix = target && replace(config, target, at, created);
  return {
    message: `${subject} is put on a TAP with -chain-position, and OpenOCD ${config.openocd} wants -dap`,
    notes:
      fix === undefined
        ? ["add `dap create NAME -chain-position TAP` before it, and give the target `-dap NAME`"]
        : [],
    at,
    ...(fix && { fix }),
  };
}

function replace(config: Config, target: Target, at: Place, created: Set<string>): Fix | undefined {
  const tap = target.chainPosition;
  const words = wordsAt(at);
  const index = words.findIndex(({ literal }) => literal === "-chain-position");
  const [option, position] = [words[index], words[index + 1]];
  if (tap === undefined || option === undefined || position === undefined) return undefined;
  const known = config.daps.find(({ chainPosition }) => chainPosition === tap);
  const dap = known?.name ?? `${tap.replace(/\.[^.]*$/, "")}.dap`;
  const word = wordFor(config, dap, []);
  const isNew = known === undefined && !created.has(tap);
  created.add(tap);
  const line = `dap create ${word} -chain-position ${position.text}`;
  return {
    safety: "safe",
    title: `put ${target.name} on ${known === undefined ? "a new" : "the"} DAP ${dap}`,
    edits: [
      ...(isNew ? [insertLinesBefore(at, [line])] : []),
      { file: at.file, edits: [replaced(option, position, `-dap ${word}`)] },
    ],
    changes: [
      { kind: "dap", name: dap },
      { kind: "target", name: target.name },
    ],
  };
}

function replaced({ start }: WordNode, { end }: WordNode, content: string) {
  return { offset: start, length: end - start, content };
}
