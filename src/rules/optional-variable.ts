import type { FileEdits } from "../edit/edit.ts";
import type { Place } from "../openocd/place.ts";
import type { WordNode } from "../tcl/syntax.ts";
import { wordsAt } from "./command-words.ts";

/**
 * Whether an `if` compares a variable that its file elsewhere reads only where it is set. So a user of the file may
 * leave the variable out, but this place does not allow that.
 */
export function isOptional(name: string, at: Place): boolean {
  const compares = isIf(at) ? conditionOf(name, at) : substitutionOf(name, at);
  return compares !== undefined && guards(name).test(at.source.text);
}

/** Adds the condition that the variable is set. */
export function guardOptional(name: string, at: Place): FileEdits | undefined {
  if (!isOptional(name, at)) return undefined;
  const substitution = substitutionOf(name, at);
  if (substitution !== undefined) {
    const content = `[info exists ${name}] && `;
    return { file: at.file, edits: [{ offset: substitution, length: 0, content }] };
  }
  const condition = conditionOf(name, at)!;
  const { start, end, text } = condition;
  const inner = text.slice(1, -1);
  const guard = `[info exists ${name}] &&`;
  const isPlain = !inner.includes("||");
  const lead = /^\s*/.exec(inner)![0];
  const insert = (offset: number, content: string) => ({ offset, length: 0, content });
  const first = insert(start + 1 + lead.length, isPlain ? `${guard} ` : `${guard} (`);
  const last = insert(end - 1 - /\s*$/.exec(inner)![0].length, ")");
  return { file: at.file, edits: isPlain ? [first] : [first, last] };
}

function isIf(at: Place): boolean {
  return /^if\s/.test(at.text);
}

function guards(name: string): RegExp {
  return new RegExp(`\\[\\s*info\\s+exists\\s+(?:::)?${name}\\s*\\]`);
}

/** Where the brackets begin, for `expr` in brackets that is the whole condition of an `if` and compares the variable. */
function substitutionOf(name: string, { source, text, start, end }: Place): number | undefined {
  if (!/^expr\s/.test(text) || !comparing(name).test(text)) return undefined;
  const before = source.text.slice(source.text.lastIndexOf("\n", start) + 1, start);
  const isWhole = /(?:^|[\s}])(?:else)?if\s*\{\s*\[$/.test(before) && /^\]\s*\}/.test(source.text.slice(end));
  return isWhole ? start - 1 : undefined;
}

function comparing(name: string): RegExp {
  return new RegExp(`\\$${name}\\s*(?:==|!=|eq\\b|ne\\b)`);
}

/** The condition in braces that compares the variable without a test whether it is set. */
function conditionOf(name: string, at: Place): WordNode | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  const compares = comparing(name);
  const words = wordsAt(at);
  return words.find(
    ({ text }, i) =>
      (i === 1 || words[i - 1]?.text === "elseif") &&
      text.startsWith("{") &&
      compares.test(text) &&
      !guards(name).test(text),
  );
}
