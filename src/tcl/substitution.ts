import { variableKind } from "./characters.ts";
import type { Part } from "./compiled-script.ts";
import { unescapeText } from "./escape.ts";
import { hold, Size, work } from "./limits.ts";
import { partOf } from "./program.ts";
import { scanNested, scanVariable } from "./scan.ts";
import { Source } from "./source.ts";
import { Fault } from "./tokens.ts";
import { type Value, Values } from "./value.ts";

/** What is left alone: `subst -nobackslashes -nocommands -novariables`. */
export interface SubstitutionLimits {
  backslashes?: boolean;
  commands?: boolean;
  variables?: boolean;
}

/** The pieces of a text in order, and their values. */
export interface Substitutions {
  parts: readonly Part[];
  values: Values;
}

/** Reads a value as `subst` does: all of it is text, but for variables, commands and backslashes. */
export function substitutionsOf(value: Value, limits: SubstitutionLimits = {}): Substitutions {
  // Commands in it belong to no file as far as Jim's traces go.
  const outer = value.scanned();
  const text = value.text;
  hold(text.length);
  work(text.length);
  const source = new Source("", text, 1, { source: outer.source, offset: outer.start });
  const end = text.length;
  const commands = limits.commands ?? true;
  const parts: Part[] = [];
  for (let pos = 0; pos < end; ) {
    const from = pos;
    hold(Size.Part);
    const code = text.charCodeAt(pos);
    let variables = limits.variables ?? true;
    if (code === 91 && commands) {
      const { end: close, fault } = scanNested(text, pos, end);
      pos = close;
      // One without an end reaches to the end of the text, whatever its last character is.
      const script = text.slice(from + 1, fault === Fault.None ? close - 1 : close);
      const slot = parts.length;
      parts.push({ kind: "command", name: "", text: script, start: from + 1, verbatim: true, slot });
      continue;
    }
    if (code === 36 && variables) {
      pos = scanVariable(text, pos, end);
      if (pos > from) {
        parts.push(partOf(source, variableKind(text, from, pos), from, pos, parts.length)!);
        continue;
      }
      // After a `$` that names nothing, Jim looks for no variable before the next command.
      variables = false;
    }
    while (pos < end) {
      const next = text.charCodeAt(pos);
      if ((next === 36 && variables) || (next === 91 && commands)) break;
      pos += next === 92 && pos + 1 < end ? 2 : 1;
    }
    const raw = text.slice(from, pos);
    const literal = limits.backslashes === false ? raw : unescapeText(raw);
    const verbatim = literal === raw;
    parts.push({ kind: "literal", name: "", text: literal, start: from, verbatim, slot: parts.length });
  }
  return { parts, values: new Values(source) };
}
