import { diffArrays } from "diff";
import { printableLines } from "../printable.ts";
import { alignLines } from "./align-lines.ts";
import { changedWords } from "./changed-words.ts";
import { html, type Markup } from "./markup.ts";

/** One line of one of two texts. */
export interface Line {
  /** From 1. */
  number: number;
  code: Markup;
}

/** Two lines side by side. */
export interface Row {
  left: Line | undefined;
  right: Line | undefined;
  isSame: boolean;
}

/** Two texts line by line: the same beside the same, what changed beside what it became. */
export function rowsOf(left: string, right: string): Row[] {
  const rows: Row[] = [];
  let at = { left: 0, right: 0 };
  let removed: string[] = [];
  const flush = (added: string[]) => {
    for (const [own, other] of alignLines(removed, added)) {
      const row = changed(own, other, at);
      at = { left: row.left?.number ?? at.left, right: row.right?.number ?? at.right };
      rows.push(row);
    }
    removed = [];
  };
  const own = linesOf(left);
  const others = linesOf(right);
  for (const change of changesBetween(own, others)) {
    if (change.removed) removed = change.value;
    else if (change.added) flush(change.value);
    else {
      flush([]);
      for (let i = 0; i < change.value.length; i++) {
        at = { left: at.left + 1, right: at.right + 1 };
        rows.push({
          left: { number: at.left, code: plain(own[at.left - 1]!) },
          right: { number: at.right, code: plain(others[at.right - 1]!) },
          isSame: true,
        });
      }
    }
  }
  flush([]);
  return rows;
}

interface Change {
  value: string[];
  removed: boolean;
  added: boolean;
}

/** Texts that have nearly nothing in common are not searched for the little that they have. */
const MOST_EDITS = 3000;

/** What was taken away and what was added, line by line. Indentation is no difference worth a colour. */
function changesBetween(own: readonly string[], others: readonly string[]): Change[] {
  const [left, right] = [own, others].map((lines) => lines.map((line) => line.trim())) as [
    string[],
    string[],
  ];
  const found = diffArrays(left, right, { maxEditLength: MOST_EDITS }) ?? [
    { value: left, removed: true, added: false },
    { value: right, removed: false, added: true },
  ];
  let at = { left: 0, right: 0 };
  return found.map(({ value, removed, added }) => {
    const from = at;
    at = { left: from.left + (added ? 0 : value.length), right: from.right + (removed ? 0 : value.length) };
    const lines = added ? others.slice(from.right, at.right) : own.slice(from.left, at.left);
    return { value: lines, removed, added };
  });
}

/** Line ends are named once for a text, not for each line. */
function linesOf(text: string): string[] {
  if (text === "") return [];
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map(printableLines);
}

function changed(
  own: string | undefined,
  other: string | undefined,
  at: { left: number; right: number },
): Row {
  const [left, right] =
    own !== undefined && other !== undefined ? changedWords(own, other) : [own, other].map(optional);
  return {
    left: left && { number: at.left + 1, code: left },
    right: right && { number: at.right + 1, code: right },
    isSame: false,
  };
}

function optional(text: string | undefined): Markup | undefined {
  return text === undefined ? undefined : plain(text);
}

function plain(text: string): Markup {
  return html`${text}`;
}
