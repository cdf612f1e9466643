import { BracePairs, larger } from "./brace-pairs.ts";
import { borrowedTable, isClosed, measureWith, scanBorrowed } from "./scan.ts";
import { Token } from "./tokens.ts";

/**
 * The tokens of a script and of all scripts inside it, flat: token `i` is of kind `table[4 * i]`, stands from
 * `table[4 * i + 1]` up to `table[4 * i + 2]`, and the script in its braces or brackets begins with token
 * `table[4 * i + 3]` (0 where nothing is in them). The tokens of one script follow each other; those of the scripts
 * inside come behind them, level by level.
 */
export interface DeepTokens {
  readonly table: Int32Array;
  readonly count: number;
}

/** What lies in more braces and brackets than this is not scanned. */
const DEEPEST = 200;

/** Tables larger than this are not kept for the next text. */
const MOST_KEPT = 1_000_000;

let pairs = new BracePairs();
let table = new Int32Array(4096);
let count = 0;

/** Scans a text as a script, and all that stands in its braces and brackets, too. Never fails. */
export function scanDeep(source: string): DeepTokens {
  count = 0;
  pairs.clear();
  measureWith(pairs, true);
  append(source, 0, source.length);
  measureWith(pairs, false);
  for (let level = 1, first = 0; level <= DEEPEST && first < count; level++) {
    pairs.rewind();
    const behind = count;
    for (let i = first; i < behind; i++) descend(source, i);
    first = behind;
  }
  measureWith(undefined, false);
  const result = { table: table.slice(0, 4 * count), count };
  if (table.length > MOST_KEPT || source.length > MOST_KEPT) {
    table = new Int32Array(4096);
    pairs = new BracePairs();
  }
  return result;
}

function descend(source: string, i: number): void {
  const kind = table[4 * i]!;
  if (kind !== Token.Braced && kind !== Token.Command) return;
  const start = table[4 * i + 1]! + 1;
  const last = table[4 * i + 2]!;
  const end = last > start && isClosed(source, kind, last) ? last - 1 : last;
  if (end <= start) return;
  table[4 * i + 3] = count;
  append(source, start, end);
}

function append(source: string, start: number, end: number): void {
  const added = scanBorrowed(source, start, end);
  const tokens = borrowedTable();
  while (4 * (count + added) > table.length) table = larger(table);
  const into = table;
  let from = start;
  for (let i = 0, at = 4 * count; i < added; i++, at += 4) {
    const stop = tokens[2 * i + 1]!;
    into[at] = tokens[2 * i]!;
    into[at + 1] = from;
    into[at + 2] = stop;
    into[at + 3] = 0;
    from = stop;
  }
  count += added;
}
