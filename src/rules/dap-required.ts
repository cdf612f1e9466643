import type { Config, Target } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
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
    for (const refused of refusals(config, "dap-required")) yield report(config, refused);
  },
};

function report(config: Config, { subject, at }: Refused): Observation {
  const target = config.targets.find(({ name }) => name === subject);
  const fix = target && replace(config, target, at);
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

function replace(config: Config, target: Target, at: Place): Fix | undefined {
  const tap = target.chainPosition;
  const words = wordsAt(at);
  const index = words.findIndex(({ literal }) => literal === "-chain-position");
  const [option, position] = [words[index], words[index + 1]];
  if (tap === undefined || option === undefined || position === undefined) return undefined;
  const known = config.daps.find(({ chainPosition }) => chainPosition === tap);
  const dap = known?.name ?? `${tap.replace(/\.[^.]*$/, "")}.dap`;
  const word = wordFor(config, dap, []);
  const line = `dap create ${word} -chain-position ${position.text}`;
  return {
    safety: "safe",
    title: `put ${target.name} on ${known === undefined ? "a new" : "the"} DAP ${dap}`,
    edits: [
      ...(known === undefined ? [insertLinesBefore(firstOn(position.text, at), [line])] : []),
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

/** The first target on a TAP in a file, whatever the transport: the DAP is created there, once for all of them. */
function firstOn(tap: string, at: Place): Place {
  const { source } = at;
  const creates = /^[ \t]*(target\s+create\s[^\n]*?-chain-position\s+(\S+).*)$/gm;
  for (const match of source.text.matchAll(creates)) {
    const start = match.index + match[0].indexOf(match[1]!);
    if (match[2] === tap && start < at.start)
      return new Place({ source, start, end: start + match[1]!.length });
  }
  return at;
}
