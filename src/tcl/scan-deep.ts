import { BracePairs, larger } from "./brace-pairs.ts";
import { borrowedTable, dropBorrowedTable, isClosed, measureWith, scanBorrowed } from "./scan.ts";
import { Token } from "./tokens.ts";

/**
 * The tokens of a script and of all scripts inside it, flat. Token `i` is of kind `table[2 * i]` and ends before offset
 * `table[2 * i + 1]`; it begins where the one before it ends, the first one of a script where that does.
 *
 * Script `k` stands in token `scripts[3 * k]` (-1 for the text itself), begins at offset `scripts[3 * k + 1]`, and its
 * tokens are those from `scripts[3 * k + 2]` up to the next script's. Those inside come behind those around them, level by
 * level.
 */
export interface DeepTokens {
  readonly table: Int32Array;
  readonly count: number;
  readonly scripts: Int32Array;
  readonly scriptCount: number;
}

/** What lies in more braces and brackets than this is not scanned. */
const DEEPEST = 200;

/** Tables larger than this are not kept for the next text. */
const MOST_KEPT = 1_000_000;

let pairs = new BracePairs();
let scripts = new Int32Array(1024);
let scriptCount = 0;
let count = 0;

/** Scans a text as a script, and all that stands in its braces and brackets, too. Never fails. */
export function scanDeep(source: string): DeepTokens {
  count = scriptCount = 0;
  pairs.clear();
  measureWith(pairs, true);
  append(source, -1, 0, source.length);
  measureWith(pairs, false);
  for (let level = 1, first = 0; level <= DEEPEST && first < scriptCount; level++) {
    pairs.rewind();
    const behind = scriptCount;
    for (let script = first; script < behind; script++) descend(source, script);
    first = behind;
  }
  measureWith(undefined, false);
  const result = {
    table: borrowedTable().slice(0, 2 * count),
    count,
    scripts: scripts.slice(0, 3 * scriptCount),
    scriptCount,
  };
  if (borrowedTable().length > MOST_KEPT || source.length > MOST_KEPT) {
    dropBorrowedTable();
    scripts = new Int32Array(1024);
    pairs = new BracePairs();
  }
  return result;
}

/** Scans what stands in the braces and brackets of a script. */
function descend(source: string, script: number): void {
  let from = scripts[3 * script + 1]!;
  const { first, behind } = tokensOf({ scripts, scriptCount, count }, script);
  for (let i = first; i < behind; i++) {
    // What is scanned below may move the table.
    const table = borrowedTable();
    const kind = table[2 * i]!;
    const stop = table[2 * i + 1]!;
    if (kind === Token.Braced || kind === Token.Command) {
      const last = stop > from + 1 && isClosed(source, kind, stop) ? stop - 1 : stop;
      if (last > from + 1) append(source, i, from + 1, last);
    }
    from = stop;
  }
}

/** A script's tokens, by the numbers of the first one and of the one behind the last. */
function tokensOf(
  { scripts, scriptCount, count }: Omit<DeepTokens, "table">,
  script: number,
): { first: number; behind: number } {
  const next = 3 * (script + 1);
  return { first: scripts[3 * script + 2]!, behind: script + 1 < scriptCount ? scripts[next + 2]! : count };
}

function append(source: string, token: number, start: number, end: number): void {
  const at = 3 * scriptCount++;
  if (at + 3 > scripts.length) scripts = larger(scripts);
  scripts[at] = token;
  scripts[at + 1] = start;
  scripts[at + 2] = count;
  count = scanBorrowed(source, start, end, count);
}

/** All tokens with their places, script by script. */
export function* deepTokens(
  all: DeepTokens,
): Generator<{ kind: number; start: number; end: number; script: number }> {
  const { table, scripts, scriptCount } = all;
  for (let script = 0; script < scriptCount; script++) {
    let start = scripts[3 * script + 1]!;
    const { first, behind } = tokensOf(all, script);
    for (let i = first; i < behind; i++) {
      const end = table[2 * i + 1]!;
      yield { kind: table[2 * i]!, start, end, script };
      start = end;
    }
  }
}
