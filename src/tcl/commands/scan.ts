import { isSpace } from "../characters.ts";
import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { charsetMatch } from "../match.ts";
import { doublePrefix, integerPrefix, integerPrefixIn } from "../number.ts";
import { Value } from "../value.ts";
import { type Argv, anyUnknown, wrongArguments } from "./arguments.ts";

/** `scan` */
export function defineScan(table: CommandTable): void {
  table.define("scan", runScan);
}

/** One conversion of a format, with the literal text in front of it. */
interface Field {
  prefix: string | undefined;
  /** Empty for text without a conversion. */
  letter: string;
  width: number;
  /** From 1 where it is numbered, 0 for the next one, -1 where the value is dropped. */
  position: number;
  charset: string | undefined;
}

function runScan(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, "string format ?varName varName ...?");
  const names = argv.slice(3);
  if (anyUnknown(argv)) {
    for (const name of names) interp.variables.set(name.text, Value.unknown());
    return Value.unknown();
  }
  const fields = new FormatReader(argv[2]!.text).read();
  if (names.length > 0) checkNames(fields, names.length);
  hold(Size.Value * largestPosition(fields));
  const values = scanText(argv[1]!.text, fields);
  if (names.length === 0) return values === undefined ? Value.empty : Value.list(values);
  if (values === undefined) return Value.integer(-1);
  return Value.integer(assign(interp, names, values));
}

function assign(interp: Interp, names: Argv, values: Argv): number {
  let count = 0;
  let failure: TclError | undefined;
  values.forEach((value, index) => {
    const name = names[index];
    if (value.text === "" || name === undefined) return;
    count++;
    try {
      interp.variables.set(name.text, value);
    } catch (error) {
      if (!(error instanceof TclError)) throw error;
      failure = error;
    }
  });
  if (failure !== undefined) throw failure;
  return count;
}

function largestPosition(fields: readonly Field[]): number {
  return fields.reduce((largest, { position }) => Math.max(largest, position), 0);
}

function checkNames(fields: readonly Field[], given: number): void {
  const conversions = fields.filter(({ letter, position }) => letter !== "" && position !== -1).length;
  if (largestPosition(fields) > given) {
    throw new TclError('"%n$" argument index out of range');
  }
  if (conversions > given) throw new TclError("different numbers of variable names and field specifiers");
  if (conversions < given) throw new TclError("variable is not assigned by any conversion specifiers");
}

class FormatReader {
  readonly #format: string;
  readonly #fields: Field[] = [];
  #at = 0;
  /** Whether the first conversion was numbered, once there was one. */
  #first: number | undefined;

  constructor(format: string) {
    this.#format = format;
  }

  read(): readonly Field[] {
    const format = this.#format;
    while (this.#at < format.length) {
      const field: Field = { prefix: this.#prefix(), letter: "", width: 0, position: 0, charset: undefined };
      hold(Size.Part);
      this.#at++;
      if (this.#at >= format.length) {
        this.#fields.push(field);
        break;
      }
      this.#conversion(field);
      this.#fields.push(field);
    }
    return this.#fields;
  }

  #prefix(): string | undefined {
    const format = this.#format;
    if (format[this.#at] === "%" && format[this.#at + 1] !== "%") return undefined;
    let prefix = "";
    for (; this.#at < format.length; this.#at++) {
      if (format[this.#at] === "%") {
        if (format[this.#at + 1] !== "%") break;
        this.#at++;
      }
      prefix += format[this.#at];
    }
    return prefix;
  }

  #number(): number | undefined {
    const match = /^\s*[+-]?\d+/.exec(this.#format.slice(this.#at, this.#at + 400));
    if (match === null) return undefined;
    this.#at += match[0].length;
    return Number(match[0]) | 0;
  }

  #conversion(field: Field): void {
    const format = this.#format;
    if (format[this.#at] === "*") {
      field.position = -1;
      this.#at++;
    }
    const number = this.#number();
    if (number !== undefined && field.position !== -1 && format[this.#at] === "$")
      this.#numbered(field, number);
    else if (number !== undefined) field.width = number;
    if (this.#first === undefined || this.#first === -1) this.#first = field.position;
    if (format[this.#at] === "[") {
      this.#charset(field);
    } else {
      this.#letter(field);
    }
  }

  #numbered(field: Field, position: number): void {
    this.#at++;
    field.position = position;
    const first = this.#first;
    if (first !== undefined && ((first === 0 && position > 0) || (first > 0 && position === 0))) {
      throw new TclError('cannot mix "%" and "%n$" conversion specifiers');
    }
    work(this.#fields.length);
    if (this.#fields.some((other) => other.position !== -1 && other.position === position)) {
      throw new TclError('variable is assigned by multiple "%n$" conversion specifiers');
    }
    if (position < 0) throw new TclError('"%n$" conversion specifier is negative');
    field.width = this.#number() ?? 0;
  }

  #charset(field: Field): void {
    const format = this.#format;
    const start = ++this.#at;
    if (format[this.#at] === "^") this.#at++;
    if (format[this.#at] === "]") this.#at++;
    while (this.#at < format.length && format[this.#at] !== "]") this.#at++;
    if (this.#at >= format.length) throw new TclError("unmatched [ in format string");
    field.letter = "[";
    field.charset = withRangesForward(format.slice(start, this.#at));
    this.#at++;
  }

  #letter(field: Field): void {
    const format = this.#format;
    let modifier = "";
    if ("hlL".includes(format[this.#at] ?? " ")) modifier = format[this.#at++]!.toLowerCase();
    const letter = format[this.#at++];
    if (letter === undefined) throw new TclError("missing scan conversion character");
    if (!"efgcsndoxui".includes(letter)) throw new TclError("bad scan conversion character");
    if (letter === "c" && field.width !== 0) {
      throw new TclError("field width may not be specified in %c conversion");
    }
    if (letter === "u" && modifier === "l") throw new TclError("unsigned wide not supported");
    field.letter = letter;
  }
}

// `[z-a]` is `[a-z]`.
function withRangesForward(set: string): string {
  hold(set.length * Size.Reference);
  const chars = [...set];
  for (let swapped = true; swapped; ) {
    swapped = false;
    work(chars.length);
    for (let at = 1; at < chars.length - 1; at++) {
      const [before, after] = [chars[at - 1]!, chars[at + 1]!];
      if (chars[at] !== "-" || before <= after) continue;
      chars[at - 1] = after;
      chars[at + 1] = before;
      swapped = true;
    }
  }
  return chars.join("");
}

/** The values that a text has for a format; undefined where it ends before the first of them. */
function scanText(text: string, fields: readonly Field[]): readonly Value[] | undefined {
  const values: Value[] = [];
  const largest = largestPosition(fields);
  for (let i = 0; i < largest; i++) values.push(Value.empty);
  let at = 0;
  let scanned = 1;
  for (const [index, field] of fields.entries()) {
    if (field.letter === "") continue;
    let value = Value.empty;
    if (scanned > 0) {
      const result = scanField(text, at, field);
      scanned = result.scanned;
      value = result.value ?? value;
    }
    if (scanned === -1 && index === 0) return undefined;
    at += scanned;
    work(1 + Math.max(0, scanned));
    hold(Size.Value);
    if (field.position === 0) values.push(value);
    else if (field.position > 0) values[field.position - 1] = value;
  }
  return values;
}

interface Scanned {
  /** How many characters it took; -1 at the text's end. */
  scanned: number;
  value?: Value;
}

const atEnd: Scanned = { scanned: -1 };

function scanField(text: string, start: number, field: Field): Scanned {
  let at = start;
  const { prefix, letter, width } = field;
  if (prefix !== undefined) {
    const end = prefixEnd(text, at, prefix);
    if (end.at >= text.length) return atEnd;
    if (!end.whole) return { scanned: 0 };
    at = end.at;
  }
  if (letter !== "c" && letter !== "[" && letter !== "n") {
    while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  }
  const skipped = at - start;
  if (letter === "n") return { scanned: skipped, value: Value.integer(at) };
  if (at >= text.length) return atEnd;
  if (letter === "c") return { scanned: skipped + 1, value: Value.integer(text.charCodeAt(at)) };
  const token = text.slice(at, width > 0 ? at + width : undefined);
  const result = convert(token, field);
  if (result === undefined) return { scanned: token === "" ? -1 : 0 };
  return { scanned: skipped + result.length, value: result.value };
}

function prefixEnd(text: string, start: number, prefix: string): { at: number; whole: boolean } {
  let at = start;
  let i = 0;
  for (; at < text.length && i < prefix.length; i++) {
    if (isSpace(prefix.charCodeAt(i))) {
      while (at < text.length && isSpace(text.charCodeAt(at))) at++;
    } else if (prefix[i] !== text[at]) break;
    else at++;
  }
  return { at, whole: i >= prefix.length };
}

function convert(token: string, { letter, charset }: Field): { value: Value; length: number } | undefined {
  switch (letter) {
    case "s":
    case "[": {
      let end = 0;
      while (end < token.length && accepts(token.charCodeAt(end), charset)) end++;
      return { value: new Value(token.slice(0, end)), length: end };
    }
    case "e":
    case "f":
    case "g": {
      const real = doublePrefix(token);
      return real && { value: Value.double(real.value), length: real.length };
    }
    default: {
      const whole =
        letter === "i"
          ? integerPrefix(token)
          : integerPrefixIn(token, letter === "o" ? 8 : letter === "x" ? 16 : 10);
      return whole && { value: Value.integer(whole.value), length: whole.length };
    }
  }
}

function accepts(code: number, charset: string | undefined): boolean {
  if (charset === undefined) return !isSpace(code);
  return charsetMatch(charset, 0, code, true) !== undefined;
}
