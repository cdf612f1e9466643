import type { Config } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Fix } from "./finding.ts";
import { respell } from "./respell.ts";

/** A command that is none, for one certain reason. */
export interface CommandSlip {
  notes: string[];
  fix: Fix;
}

/** Why a word is no command, where that is certain. */
export function commandSlip(config: Config, name: string, at: Place): CommandSlip | undefined {
  if (name.startsWith("//")) return { notes: ["a comment begins with #"], fix: asComment(at) };
  if (isScriptName(name)) return { notes: ["`source [find …]` reads a script"], fix: asSource(name, at) };
  return ofDap(config, name, at);
}

/** Whether a word that is called as a command is the name of a script: `source [find …]` is missing, or a part of it. */
export function isScriptName(name: string): boolean {
  return /^[\w./-]+\.(?:cfg|tcl)$/.test(name);
}

/** A comment as other languages have it. */
function asComment({ file, start }: Place): Fix {
  return {
    safety: "safe",
    title: "begin the comment with # in place of //",
    edits: [{ file, edits: [{ offset: start, length: 2, content: "#" }] }],
    changes: [],
  };
}

function asSource(name: string, { file, source, start, end }: Place): Fix {
  const isInBrackets = source.text[start - 1] === "[";
  const edit = isInBrackets
    ? { offset: start, length: 0, content: "find " }
    : { offset: start, length: end - start, content: `source [find ${name}]` };
  return {
    safety: "safe",
    title: isInBrackets ? `write \`find\` before ${name}` : `source ${name}`,
    edits: [{ file, edits: [edit] }],
    changes: [{ kind: "script" }],
  };
}

/** What was a command of the current target's DAP up to 0.10.0, and is one of each DAP. */
function ofDap({ daps }: Config, name: string, at: Place): CommandSlip | undefined {
  const [, word] = /^dap (apcsw|apid|apreg|apsel|baseaddr|memaccess)$/.exec(name) ?? [];
  const [dap, other] = daps;
  if (word === undefined || dap === undefined || other !== undefined) return undefined;
  const edits = respell(at, name, `${dap.name} ${word}`);
  return (
    edits && {
      notes: ["0.10.0 has it; since then it is a command of each DAP"],
      fix: {
        safety: "safe",
        title: `write \`${dap.name} ${word}\` in place of \`${name}\``,
        edits: [edits],
        changes: [],
      },
    }
  );
}
