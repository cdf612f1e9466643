import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { globMatch, lower, upper } from "../match.ts";
import { parseBoolean, parseDouble } from "../number.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  absoluteIndex,
  compareText,
  countOf,
  expectSubArguments,
  indexOf,
  integerExpressionOf,
  optionOf,
  rangeOf,
  wrongSubArguments,
} from "./arguments.ts";
import { subcommandOf, type Words } from "./ensemble.ts";

type Run = (argv: Argv) => Value;

/** `string` */
export function defineString(table: CommandTable): void {
  table.define("string", runString, { pure: true });
}

const names = [
  "bytelength",
  "length",
  "compare",
  "match",
  "equal",
  "is",
  "byterange",
  "range",
  "replace",
  "map",
  "repeat",
  "reverse",
  "index",
  "first",
  "last",
  "cat",
  "trim",
  "trimleft",
  "trimright",
  "tolower",
  "toupper",
  "totitle",
];

const subcommands: Record<string, Run> = {
  bytelength: length,
  length,
  compare: (argv) => Value.integer(compared(argv)),
  equal: (argv) => Value.boolean(compared(argv) === 0),
  match,
  is,
  byterange: range,
  range,
  replace,
  map,
  repeat,
  reverse,
  index,
  first,
  last,
  cat,
  trim: (argv) => trim(argv, true, true),
  trimleft: (argv) => trim(argv, true, false),
  trimright: (argv) => trim(argv, false, true),
  tolower: (argv) => changed(argv, lower),
  toupper: (argv) => changed(argv, upper),
  totitle: (argv) => changed(argv, (text) => upper(text.slice(0, 1)) + lower(text.slice(1))),
};

const words: Words = { usage: "option ?arguments ...?", abbreviations: true };

function runString(interp: Interp, argv: Argv): Value {
  const name = subcommandOf(interp, argv, names, words);
  return name instanceof Value ? name : subcommands[name]!(argv);
}

function length(argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "string");
  return Value.integer(argv[2]!.text.length);
}

function cat(argv: Argv): Value {
  if (argv.length === 3) return argv[2]!;
  const text = argv
    .slice(2)
    .map((value) => value.text)
    .join("");
  hold(text.length);
  work(text.length);
  return new Value(text);
}

function compared(argv: Argv): number {
  const usage = "?-nocase? ?-length int? string1 string2";
  let nocase = false;
  let limit = Number.POSITIVE_INFINITY;
  const last = argv.length - 2;
  for (let at = 2; at < last; at++) {
    const option = optionOrUndefined(argv[at]!, ["-nocase", "-length"]);
    if (option === undefined || (option === "-length" && at + 1 >= last))
      throw wrongSubArguments(argv, usage);
    if (option === "-nocase") nocase = true;
    else limit = countOf(argv[++at]!);
  }
  if (argv.length < 4) throw wrongSubArguments(argv, usage);
  const texts = argv.slice(-2).map(({ text }) => (limit >= 0 ? text.slice(0, limit) : text));
  work(Math.min(...texts.map((text) => text.length)));
  const [a, b] = nocase ? texts.map(upper) : texts;
  return compareText(a!, b!);
}

function optionOrUndefined(value: Value, options: readonly string[]): string | undefined {
  try {
    return optionOf(value, options, { abbreviations: true });
  } catch {
    return undefined;
  }
}

/** Takes `-nocase` from the front of the arguments. */
function nocaseOf(argv: Argv, usage: string): { nocase: boolean; args: Argv } {
  const nocase = argv.length === 5;
  const fits = argv.length === 4 || (nocase && optionOrUndefined(argv[2]!, ["-nocase"]) !== undefined);
  if (!fits) throw wrongSubArguments(argv, usage);
  return { nocase, args: argv.slice(-2) };
}

function match(argv: Argv): Value {
  const { nocase, args } = nocaseOf(argv, "?-nocase? pattern string");
  return Value.boolean(globMatch(args[0]!.text, args[1]!.text, nocase));
}

function map(argv: Argv): Value {
  const { nocase, args } = nocaseOf(argv, "?-nocase? mapList string");
  const pairs = args[0]!.elements.map((element) => element.text);
  if (pairs.length % 2 !== 0) throw new TclError("list must contain an even number of elements");
  const { text } = args[1]!;
  const compared = nocase ? upper(text) : text;
  const keys = keysByFirst(nocase ? pairs.map(upper) : pairs);
  let out = "";
  for (let at = 0; at < text.length; ) {
    const key = keys.get(compared[at]!)?.find(({ text: wanted }) => {
      work(1 + wanted.length / 16);
      return compared.startsWith(wanted, at);
    });
    const replacement = key === undefined ? text[at]! : pairs[key.at + 1]!;
    hold(1 + replacement.length);
    work(1 + replacement.length);
    out += replacement;
    at += key?.text.length ?? 1;
  }
  return new Value(out);
}

interface MapKey {
  text: string;
  /** Where it is in the list of keys and replacements. */
  at: number;
}

/** The keys of `string map` in their order, by their first characters; empty ones match nothing. */
function keysByFirst(pairs: readonly string[]): Map<string, MapKey[]> {
  const keys = new Map<string, MapKey[]>();
  hold((pairs.length / 2) * Size.Entry);
  work(pairs.length);
  for (let at = 0; at < pairs.length; at += 2) {
    const text = pairs[at]!;
    if (text === "") continue;
    const known = keys.get(text[0]!);
    if (known === undefined) keys.set(text[0]!, [{ text, at }]);
    else known.push({ text, at });
  }
  return keys;
}

function range(argv: Argv): Value {
  expectSubArguments(argv, 3, 3, "string first last");
  const { text } = argv[2]!;
  const { from, count } = rangeOf(argv[3]!, argv[4]!, text.length);
  if (from === 0 && count === text.length) return argv[2]!;
  return new Value(count === 0 ? "" : text.slice(from, from + count));
}

function replace(argv: Argv): Value {
  expectSubArguments(argv, 3, 4, "string first last ?string?");
  const { text } = argv[2]!;
  const { from, to } = rangeOf(argv[3]!, argv[4]!, text.length);
  if (to < from) return argv[2]!;
  hold(text.length + (argv[5]?.text.length ?? 0));
  work(text.length);
  return new Value(text.slice(0, from) + (argv[5]?.text ?? "") + text.slice(to + 1));
}

function repeat(argv: Argv): Value {
  expectSubArguments(argv, 2, 2, "string count");
  const { text } = argv[2]!;
  const count = Math.max(0, Number(integerExpressionOf(argv[3]!)));
  hold(count * text.length);
  work(count * text.length);
  if (text === "") return Value.empty;
  return new Value(text.repeat(count));
}

function reverse(argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "string");
  const { text } = argv[2]!;
  hold(text.length * (1 + Size.Reference));
  work(text.length);
  return new Value([...text].reverse().join(""));
}

function index(argv: Argv): Value {
  expectSubArguments(argv, 2, 2, "string index");
  const { text } = argv[2]!;
  return new Value(text[absoluteIndex(indexOf(argv[3]!), text.length)] ?? "");
}

function first(argv: Argv): Value {
  expectSubArguments(argv, 2, 3, "subString string ?index?");
  const [needle, text] = [argv[2]!.text, argv[3]!.text];
  const from = argv[4] === undefined ? 0 : Math.max(0, absoluteIndex(indexOf(argv[4]), text.length));
  if (needle === "" || from > text.length) return Value.integer(-1);
  work(text.length - from + needle.length);
  return Value.integer(text.indexOf(needle, from));
}

function last(argv: Argv): Value {
  expectSubArguments(argv, 2, 3, "subString string ?index?");
  const [needle, text] = [argv[2]!.text, argv[3]!.text];
  const to = argv[4] === undefined ? text.length : Math.max(0, absoluteIndex(indexOf(argv[4]), text.length));
  if (needle === "" || needle.length > to) return Value.integer(-1);
  work(to + needle.length);
  return Value.integer(text.lastIndexOf(needle, to - 1));
}

function trim(argv: Argv, left: boolean, right: boolean): Value {
  expectSubArguments(argv, 1, 2, "string ?trimchars?");
  const { text } = argv[2]!;
  const given = argv[3]?.text ?? " \t\n\r\0";
  work(text.length + given.length);
  const set = new Set(given);
  let start = 0;
  let end = text.length;
  while (left && start < end && set.has(text[start]!)) start++;
  while (right && end > start && set.has(text[end - 1]!)) end--;
  return start === 0 && end === text.length ? argv[2]! : new Value(text.slice(start, end));
}

function changed(argv: Argv, change: (text: string) => string): Value {
  expectSubArguments(argv, 1, 1, "string");
  hold(argv[2]!.text.length);
  return new Value(change(untilZero(argv[2]!.text)));
}

/** What C takes a text for: a zero byte ends it. */
export function untilZero(text: string): string {
  work(text.length / 16);
  const zero = text.indexOf("\0");
  return zero === -1 ? text : text.slice(0, zero);
}

const classes: Record<string, (value: Value) => boolean> = {
  integer: (value) => value.integer !== undefined,
  alpha: every(/^[A-Za-z]*$/),
  alnum: every(/^[A-Za-z0-9]*$/),
  ascii: every(/^[^\x80-\xff]*$/),
  digit: every(/^[0-9]*$/),
  double: isDouble,
  lower: every(/^[a-z]*$/),
  upper: every(/^[A-Z]*$/),
  space: every(/^[ \t-\r]*$/),
  xdigit: every(/^[0-9a-fA-F]*$/),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what control characters are.
  control: every(/^[\0-\x1f\x7f]*$/),
  print: every(/^[ -~]*$/),
  graph: every(/^[!-~]*$/),
  punct: every(/^[!-/:-@[-`{-~]*$/),
  boolean: ({ text }) => parseBoolean(text) !== undefined,
};

function every(pattern: RegExp): (value: Value) => boolean {
  return ({ text }) => pattern.test(text);
}

// What C cannot hold is out of range: too large, too small to differ from zero, or an integer of too many digits.
function isDouble(value: Value): boolean {
  const { text, double } = value;
  if (double === undefined) return false;
  const digits = /^\s*[+-]?0*(\d+)\s*$/.exec(text)?.[1];
  if (digits !== undefined) return digits.length <= 20 && BigInt(digits) <= 0xffffffffffffffffn;
  const parsed = parseDouble(text) ?? double;
  if (Number.isNaN(parsed) || /inf/i.test(text)) return true;
  if (!Number.isFinite(parsed)) return false;
  return Math.abs(parsed) >= 2 ** -1022 || !/^\s*[+-]?[\d.]*[1-9]/.test(text);
}

function is(argv: Argv): Value {
  const strict = argv.length === 5 && argv[3]!.text === "-strict";
  if (argv.length !== 4 && !strict) throw wrongSubArguments(argv, "class ?-strict? str");
  const name = optionOf(argv[2]!, Object.keys(classes), { what: "class", abbreviations: true });
  const value = argv.at(-1)!;
  work(value.text.length);
  if (value.text === "") return Value.boolean(!strict);
  return Value.boolean(classes[name]!(value));
}
