import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, step, work } from "../limits.ts";
import { compileRegex } from "../regex/compile.ts";
import { type Group, matchRegex } from "../regex/match.ts";
import type { Regex } from "../regex/node.ts";
import { Value } from "../value.ts";
import { type Argv, anyUnknown, indexOf, optionOf, wrongArguments } from "./arguments.ts";
import { untilZero } from "./string.ts";

/** `regexp` and `regsub` */
export function defineRegexp(table: CommandTable): void {
  table.define("regexp", runRegexp);
  table.define("regsub", runRegsub);
}

const regexpUsage = "?-switch ...? exp string ?matchVar? ?subMatchVar ...?";
const regsubUsage = "?-switch ...? exp string subSpec ?varName?";

interface Options {
  given: ReadonlySet<string>;
  start: number;
  /** Where the arguments after the options begin. */
  at: number;
}

function optionsOf(argv: Argv, names: readonly string[], usage: string): Options {
  const given = new Set<string>();
  let start = 0;
  let at = 1;
  for (; at < argv.length && argv[at]!.text.startsWith("-"); at++) {
    const option = optionOf(argv[at]!, names, { what: "switch", abbreviations: true });
    if (option === "--") {
      at++;
      break;
    }
    given.add(option);
    if (option !== "-start") continue;
    if (++at === argv.length) throw wrongArguments(argv[0]!.text, usage);
    start = indexOf(argv[at]!);
  }
  return { given, start, at };
}

function compile(pattern: Value, { given }: Options): Regex {
  return compileRegex(pattern.text, { nocase: given.has("-nocase"), lines: given.has("-line") });
}

/** Whether a pattern can match only once. */
function isAnchored(pattern: string, { given }: Options): boolean {
  return pattern.startsWith("^") && !given.has("-line");
}

const regexpOptions = ["-indices", "-nocase", "-line", "-all", "-inline", "-start", "--"];

function runRegexp(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, regexpUsage);
  const options = optionsOf(argv, regexpOptions, regexpUsage);
  const [pattern, subject, ...names] = argv.slice(options.at);
  if (pattern === undefined || subject === undefined) throw wrongArguments(argv[0]!.text, regexpUsage);
  if (anyUnknown(argv)) {
    for (const name of names) interp.variables.set(name.text, Value.unknown());
    return Value.unknown();
  }
  const regex = compile(pattern, options);
  const inline = options.given.has("-inline");
  if (inline && names.length > 0) {
    throw new TclError("regexp match variables not allowed when using -inline");
  }
  const found: Value[] = [];
  const count = inline ? regex.groups + 1 : names.length;
  const room = count * (Size.Value + (options.given.has("-indices") ? 2 * Size.Value : 0));
  const all = options.given.has("-all");
  const matches = eachMatch(regex, pattern.text, subject.text, options, (groups, text, offset) => {
    if (all && !inline) return;
    hold(room);
    work(count);
    const values = Array.from({ length: count }, (_, i) => groupValue(groups[i], text, offset, options));
    if (inline) found.push(...values);
    else for (const [i, name] of names.entries()) interp.variables.set(name.text, values[i]!);
  });
  return inline ? Value.list(found) : Value.integer(matches);
}

function groupValue(group: Group | undefined, text: string, offset: number, { given }: Options): Value {
  const matched = group !== undefined && group.start !== -1;
  if (given.has("-indices")) {
    const places = matched ? [offset + group.start, offset + group.end - 1] : [-1, -1];
    return Value.list(places.map((place) => Value.integer(place)));
  }
  return matched ? new Value(text.slice(group.start, group.end)) : Value.empty;
}

type OnMatch = (groups: readonly Group[], text: string, offset: number) => void;

// Jim searches what is left of the text after each match as if it were all there is.
function eachMatch(
  regex: Regex,
  pattern: string,
  subject: string,
  options: Options,
  onMatch: OnMatch,
): number {
  let offset = options.start;
  const given = offset !== 0;
  if (offset < 0) offset += subject.length + 1;
  let rest = untilZero(subject.slice(Math.max(0, offset)));
  let matches = 0;
  let notLineStart = given;
  for (;;) {
    const groups = matchRegex(regex, rest, 0, notLineStart);
    if (groups === undefined) return matches;
    matches++;
    onMatch(groups, rest, offset);
    if (!options.given.has("-all") || isAnchored(pattern, options) || rest === "") return matches;
    const length = Math.max(1, groups[0]!.end);
    rest = rest.slice(length);
    offset += length;
    if (rest === "") return matches;
    notLineStart = true;
  }
}

const regsubOptions = ["-nocase", "-line", "-all", "-start", "--"];

function runRegsub(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongArguments(argv[0]!.text, regsubUsage);
  const options = optionsOf(argv, regsubOptions, regsubUsage);
  const rest = argv.slice(options.at);
  if (rest.length !== 3 && rest.length !== 4) throw wrongArguments(argv[0]!.text, regsubUsage);
  const [pattern, subject, replacement, name] = rest as [Value, Value, Value, Value | undefined];
  if (anyUnknown(argv)) {
    if (name !== undefined) interp.variables.set(name.text, Value.unknown());
    return Value.unknown();
  }
  const regex = compile(pattern, options);
  const { text, matches } = replaceMatches(regex, pattern.text, subject.text, replacement.text, options);
  if (name === undefined) return new Value(text);
  interp.variables.set(name.text, new Value(text));
  return Value.integer(matches);
}

function replaceMatches(
  regex: Regex,
  pattern: string,
  subject: string,
  replacement: string,
  options: Options,
): { text: string; matches: number } {
  let offset = options.start;
  if (offset < 0) offset = Math.max(0, offset + subject.length + 1);
  offset = Math.min(offset, subject.length);
  let out = subject.slice(0, offset);
  let rest = subject.slice(offset);
  let zero = untilZero(rest).length;
  let matches = 0;
  let notLineStart = false;
  const advance = (count: number) => {
    rest = rest.slice(count);
    zero = count > zero ? untilZero(rest).length : zero - count;
  };
  do {
    const groups = matchRegex(regex, rest.slice(0, zero), 0, notLineStart);
    if (groups === undefined) break;
    matches++;
    const added = rest.slice(0, groups[0]!.start) + replaced(replacement, rest, groups);
    hold(added.length + Size.Reference);
    work(added.length);
    out += added;
    const { start, end } = groups[0]!;
    advance(end);
    if (!options.given.has("-all") || rest === "" || isAnchored(pattern, options)) break;
    if (pattern === "") {
      out += rest[0];
      advance(1);
    }
    notLineStart = start === end;
    step();
  } while (rest !== "");
  return { text: out + untilZero(rest), matches };
}

/** A replacement with `&` and `\0` … `\9` in it replaced by what the groups matched. */
function replaced(replacement: string, text: string, groups: readonly Group[]): string {
  const special = /&|\\([\s\S]?)/g;
  let out = "";
  let end = 0;
  for (let match = special.exec(replacement); match !== null; match = special.exec(replacement)) {
    const piece = replacement.slice(end, match.index) + replacementOf(match, text, groups);
    hold(piece.length + Size.Reference);
    work(piece.length + match[0].length);
    out += piece;
    end = special.lastIndex;
  }
  work(replacement.length - end);
  return out + replacement.slice(end);
}

function replacementOf([all, char]: RegExpExecArray, text: string, groups: readonly Group[]): string {
  if (char === "&" || char === "\\") return char;
  if (all !== "&" && !/^\d$/.test(char ?? "")) return all;
  const group = groups[all === "&" ? 0 : Number(char)];
  if (group === undefined || group.start === -1 || group.end === -1) return "";
  return text.slice(group.start, group.end);
}
