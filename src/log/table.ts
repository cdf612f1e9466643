import { entries } from "./entries/index.ts";
import type { LogEntry } from "./entry.ts";
import { fitted, type Holes, type Template, template } from "./template.ts";

/** An entry that a message fits. */
export interface Match {
  entry: LogEntry;
  holes: Holes;
}

interface Row {
  entry: LogEntry;
  template: Template;
}

/** The table by the first letters of what is said; under "" what begins with a gap. */
let rows: Map<string, Row[]> | undefined;

const LETTERS = 4;

function table(): Map<string, Row[]> {
  if (rows !== undefined) return rows;
  rows = new Map();
  for (const entry of entries) {
    for (const text of entry.patterns) {
      const row = { entry, template: template(text) };
      const start = row.template.literals[0]!;
      const key = start.length < LETTERS ? "" : start.slice(0, LETTERS);
      rows.set(key, [...(rows.get(key) ?? []), row]);
    }
  }
  return rows;
}

/** The entries that a message fits, each once, in the order of the table. */
export function matchesOf(message: string): Match[] {
  const all = [...(table().get(message.slice(0, LETTERS)) ?? []), ...(table().get("") ?? [])];
  const found = new Map<LogEntry, Holes>();
  for (const { entry, template } of all) {
    const holes = found.has(entry) ? undefined : fitted(template, message);
    if (holes !== undefined) found.set(entry, holes);
  }
  return [...found].map(([entry, holes]) => ({ entry, holes }));
}
