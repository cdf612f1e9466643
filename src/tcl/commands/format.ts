import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { formatInteger, formatReal } from "../printf.ts";
import { Value } from "../value.ts";
import { type Argv, countOf, doubleOf, integerOf, wrongArguments } from "./arguments.ts";

/** `format` */
export function defineFormat(table: CommandTable): void {
  table.define("format", runFormat, { pure: true });
}

function runFormat(_: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "formatString ?arg arg ...?");
  return new Value(new Formatter(argv[1]!.text, argv.slice(2)).run());
}

const mixed = 'cannot mix "%" and "%n$" conversion specifiers';

class Formatter {
  readonly #format: string;
  readonly #args: Argv;
  #at = 0;
  /** Which argument is next. */
  #next = 0;
  #numbered = false;
  #sequential = false;
  // A `0` flag is remembered for all that is padded by hand in this conversion.
  #flags = new Set<string>();
  #width = 0;
  #precision: number | undefined;
  #short = false;

  constructor(format: string, args: Argv) {
    this.#format = format;
    this.#args = args;
  }

  run(): string {
    const format = this.#format;
    let out = "";
    for (;;) {
      const percent = format.indexOf("%", this.#at);
      if (percent === -1) return out + format.slice(this.#at);
      out += format.slice(this.#at, percent);
      this.#at = percent + 1;
      const text = format[this.#at] === "%" ? this.#percent() : this.#conversion();
      hold(text.length + Size.Reference);
      work(text.length + 1);
      out += text;
    }
  }

  #percent(): string {
    this.#at++;
    return "%";
  }

  #conversion(): string {
    this.#position();
    this.#readFlags();
    this.#width = this.#number() ?? this.#starWidth();
    this.#readPrecision();
    this.#length();
    const letter = this.#format[this.#at++] ?? "";
    const text = this.#pad(this.#convert(letter === "i" ? "d" : letter));
    if (this.#sequential) this.#next++;
    return text;
  }

  #peek(): string {
    return this.#format[this.#at] ?? "";
  }

  #number(): number | undefined {
    const digits = /^\d+/.exec(this.#format.slice(this.#at, this.#at + 400))?.[0];
    if (digits === undefined) return undefined;
    this.#at += digits.length;
    const value = BigInt(digits);
    return Number(BigInt.asIntN(64, value > 0xffffffffffffffffn ? -1n : value));
  }

  #position(): void {
    const start = this.#at;
    const position = this.#number();
    const numbered = position !== undefined && this.#peek() === "$";
    if (numbered) {
      this.#next = (position | 0) - 1;
      this.#at++;
      if (this.#sequential) throw new TclError(mixed);
      this.#numbered = true;
    } else {
      this.#at = start;
      if (this.#numbered) throw new TclError(mixed);
      this.#sequential = true;
    }
    if (this.#next < 0 || this.#next >= this.#args.length) throw this.#noArgument();
  }

  #noArgument(): TclError {
    return new TclError(
      this.#numbered ? '"%n$" argument index out of range' : "not enough arguments for all format specifiers",
    );
  }

  #readFlags(): void {
    this.#flags = new Set();
    for (let count = 0; count < 5 && this.#peek() !== "" && "-0 +#".includes(this.#peek()); count++) {
      this.#flags.add(this.#peek());
      this.#at++;
    }
  }

  /** What `*` takes from the arguments; undefined where there is no `*`. */
  #star(): number | undefined {
    if (this.#peek() !== "*") return undefined;
    if (this.#next >= this.#args.length - 1) throw this.#noArgument();
    this.#at++;
    return countOf(this.#args[this.#next++]!);
  }

  #starWidth(): number {
    const width = this.#star() ?? 0;
    if (width < 0) this.#flags.add("-");
    return Math.abs(width);
  }

  #readPrecision(): void {
    this.#precision = undefined;
    const given = this.#peek() === ".";
    if (given) this.#at++;
    const precision = this.#number() ?? Math.max(0, this.#star() ?? 0);
    if (given) this.#precision = precision;
  }

  #length(): void {
    this.#short = this.#peek() === "h";
    if (this.#short) this.#at++;
    else if (this.#peek() === "l") this.#at += this.#format[this.#at + 1] === "l" ? 2 : 1;
  }

  #convert(letter: string): string {
    const value = this.#args[this.#next]!;
    const conversion = { letter, flags: this.#flags, width: this.#width, precision: this.#precision };
    switch (letter) {
      case "":
      case "\0":
        throw new TclError("format string ended in middle of field specifier");
      case "s":
        return this.#precision === undefined ? value.text : value.text.slice(0, Math.max(this.#precision, 0));
      case "c":
        return String.fromCharCode(Number(integerOf(value) & 0xffn));
      case "b":
        return BigInt.asUintN(64, integerOf(value)).toString(2);
      case "e":
      case "E":
      case "f":
      case "g":
      case "G": {
        const real = doubleOf(value);
        this.#checkSize();
        return formatReal(conversion, real);
      }
      case "d":
      case "u":
      case "o":
      case "x":
      case "X": {
        const integer = integerOf(value);
        this.#checkSize();
        return formatInteger(conversion, this.#short ? toShort(integer, letter) : integer);
      }
      default:
        throw new TclError(`bad field specifier "${letter}"`);
    }
  }

  #checkSize(): void {
    if (this.#width > 10_000 || (this.#precision ?? 0) > 10_000) throw new TclError("format too long");
    // Digits are worked out one by one.
    work(this.#width + 40 * (this.#precision ?? 0));
  }

  #pad(text: string): string {
    if (text.length >= this.#width) return text;
    hold(this.#width);
    const pad = this.#flags.has("0") ? "0" : " ";
    return this.#flags.has("-") ? text.padEnd(this.#width, pad) : text.padStart(this.#width, pad);
  }
}

function toShort(value: bigint, letter: string): bigint {
  return letter === "d" ? BigInt.asIntN(16, value) : BigInt.asUintN(16, value);
}
