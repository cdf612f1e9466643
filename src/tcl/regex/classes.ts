/** The sets of characters in regular expressions. */

import type { Range } from "./node.ts";

export function range(first: string, last: string): Range {
  return { first: first.codePointAt(0)!, last: last.codePointAt(0)! };
}

// The wrong way round, Jim adds what is between and an empty range.
export function rangeEitherWay(first: string, last: string): readonly Range[] {
  const made = range(first, last);
  return [made.first <= made.last ? made : { first: made.last, last: made.first }];
}

function rangesOf(...pairs: readonly string[]): readonly Range[] {
  return pairs.map((pair) => range(pair[0]!, pair[1]!));
}

type Members = (nocase: boolean) => readonly Range[];

const digits: Members = () => rangesOf("09");
const letters: Members = (nocase) => (nocase ? rangesOf("AZ") : rangesOf("az", "AZ"));
const spaces: Members = () => rangesOf("  ", "\t\t", "\r\r", "\n\n", "\f\f", "\v\v");

/** `\d`, `\w`, `\s`; in capitals they mean all others. */
export const classes: Record<string, Members> = {
  d: digits,
  w: (nocase) => [...letters(nocase), ...rangesOf("09", "__")],
  s: spaces,
};

/** `[:alpha:]` and others. */
export const named: Record<string, Members> = {
  alpha: letters,
  alnum: (nocase) => [...digits(nocase), ...letters(nocase)],
  space: spaces,
  blank: () => rangesOf("  ", "\t\t"),
  upper: () => rangesOf("AZ"),
  lower: () => rangesOf("az"),
  digit: digits,
  xdigit: () => rangesOf("af", "AF", "09"),
  cntrl: () => rangesOf("\0\x1f", "\x7f\x7f"),
  graph: () => rangesOf("!~"),
  print: () => rangesOf(" ~"),
  punct: () => rangesOf("!/", ":@", "[`", "{~"),
};
