import type { CompiledScript, Part } from "./compiled-script.ts";
import { hold, holdElements, Size, work } from "./limits.ts";
import { formatList, parseList } from "./list.ts";
import { formatDouble, parseBoolean, parseDouble, parseInteger } from "./number.ts";
import type { Operator } from "./operators.ts";
import { Source } from "./source.ts";
import type { VersionedMap } from "./versioned-map.ts";

/** The integers that a floating-point number can hold. */
const LEAST_EXACT = -(2n ** 53n);
const MOST_EXACT = 2n ** 53n - 1n;

/**
 * A Tcl value: a string that remembers where it was written and what it was last read as.
 *
 * A value may be *unknown*: only hardware knows it. Then `text` is empty and means nothing.
 */
export class Value {
  /** The text that holds this value's first character, where there is one. */
  readonly source: Source | undefined;
  /** Offset of the first character in `source`. */
  readonly offset: number;
  /** Whether the value is in the source as it is, so that an offset into it is one into the source. */
  readonly verbatim: boolean;
  #text: string | undefined;
  /** Whether the text was put together of others and was not read yet: then it takes no room of its own yet. */
  #isRope = false;
  #elements: Value[] | undefined;
  /** How many of `#elements` are its own where a longer list shares them; -1 for all of them. */
  #length = -1;
  #strings: readonly string[] | undefined;
  #integer: bigint | undefined;
  #double: number | undefined;
  #integerIsRead = false;
  #doubleIsRead = false;
  #unknown = false;
  /** Whether it was made of its parts, not of a text. */
  #isMade = false;
  /**
   * What it was last read as. Jim goes by it: it joins what it knows to be lists as lists and all else as text, and
   * takes what it knows to be an integer for a floating-point number even where its text is none, such as `0b1`, or
   * `yes` once it was read as a boolean.
   */
  shape: "text" | "list" | "dict" | "integer" | "boolean" | "expression" = "text";
  /** What it holds as a dict, once it was made or read as one. */
  dict: VersionedMap<Value> | undefined;
  /** Whether the variable that holds it may not be set at all. */
  mayBeUnset = false;
  /** What this text is as a script and as an expression, once it was read as one. */
  program: Program | undefined;
  expression: Expression | "invalid" | undefined;

  constructor(text: string | undefined, source?: Source, offset = 0, verbatim = source !== undefined) {
    this.#text = text;
    this.source = source;
    this.offset = offset;
    this.verbatim = verbatim;
  }

  // What a value was read as stays with it, so that none may be shared.
  static get empty(): Value {
    return new Value("");
  }

  static integer(value: bigint | number): Value {
    const made = new Value(String(value));
    made.#integer = BigInt(value);
    made.#integerIsRead = true;
    made.shape = "integer";
    return made;
  }

  static double(value: number): Value {
    const made = new Value(undefined);
    made.#double = value;
    made.#doubleIsRead = true;
    return made;
  }

  static boolean(value: boolean): Value {
    return Value.integer(value ? 1n : 0n);
  }

  /** `unknown` says whether one of the elements is, for a caller that knows. */
  static list(elements: readonly Value[], unknown = anyUnknown(elements)): Value {
    const made = new Value(undefined);
    made.#elements = elements as Value[];
    made.#isMade = true;
    made.shape = "list";
    made.#unknown = unknown;
    return made;
  }

  /**
   * The list of a dict's keys and values, made when it is first read. `unknown` says whether one of the values is,
   * for a caller that knows.
   */
  static dict(dict: VersionedMap<Value>, unknown = anyUnknown(dict.entries.values())): Value {
    const made = new Value(undefined);
    made.dict = dict;
    made.#isMade = true;
    made.shape = "dict";
    made.#unknown = unknown;
    return made;
  }

  /** The list of some texts, made when it is first read. */
  static strings(texts: readonly string[]): Value {
    holdElements(4 * texts.length);
    const made = new Value(undefined);
    made.#strings = texts;
    made.#isMade = true;
    made.shape = "list";
    return made;
  }

  /** A text with another one after it, which costs no more than that one until it is read. */
  static appendedText(before: Value | undefined, added: string): Value {
    hold(added.length + Size.Value);
    const made = new Value(before === undefined ? added : (before.#text ?? before.text) + added);
    made.#isRope = true;
    return made;
  }

  /** A list with more elements, which costs no more than those: the two share what they have in common. */
  static appendedList(list: Value | undefined, added: readonly Value[]): Value {
    const elements = list === undefined ? [] : list.#growing();
    hold(Size.Reference * added.length + Size.Value);
    for (const element of added) elements.push(element);
    const made = Value.list(elements, list?.unknown || anyUnknown(added));
    made.#length = elements.length;
    return made;
  }

  static unknown(): Value {
    const made = new Value("");
    made.#unknown = true;
    return made;
  }

  /** What a variable holds that only one of several branches set: whether it is set at all is unknown, too. */
  static perhapsUnset(): Value {
    const made = Value.unknown();
    made.mayBeUnset = true;
    return made;
  }

  /** Whether the text is not known without hardware. A list may still know how many elements it has. */
  get unknown(): boolean {
    return this.#unknown;
  }

  /** Whether nothing at all is known, not even a list's length. */
  get opaque(): boolean {
    return this.#unknown && !this.#isMade;
  }

  get text(): string {
    if (this.#isRope) {
      this.#isRope = false;
      hold(this.#text!.length);
      work(this.#text!.length);
    }
    this.#text ??= this.#write();
    return this.#text;
  }

  #write(): string {
    if (this.#strings !== undefined) return formatList(this.#strings);
    if (!this.#isMade) return formatDouble(this.#double!);
    const items = this.#items;
    holdElements(items.length);
    return formatList(items.map((item) => item.text));
  }

  /** A list that was never written as text: evaluating it calls it, whatever its elements hold. */
  get isPureList(): boolean {
    return this.#text === undefined && this.#isMade;
  }

  /** A floating-point number that was never written as text stays one, even where it is whole. */
  get isPureDouble(): boolean {
    return this.#text === undefined && !this.#isMade;
  }

  get elements(): readonly Value[] {
    this.shape = "list";
    return this.#items;
  }

  /** Its elements in an array that it may be the one to add to. */
  #growing(): Value[] {
    const items = this.#items as Value[];
    if (this.#length === items.length) return items;
    holdElements(items.length);
    return [...items];
  }

  get #items(): readonly Value[] {
    if (this.#length >= 0 && this.#elements!.length > this.#length) {
      holdElements(this.#length);
      this.#elements = this.#elements!.slice(0, this.#length);
      this.#length = -1;
    }
    if (this.#elements === undefined && this.#isMade && this.dict !== undefined) {
      const items: Value[] = [];
      hold(this.dict.entries.size * (Size.Value + 2 * Size.Reference));
      work(2 * this.dict.entries.size);
      for (const [key, value] of this.dict.entries) items.push(new Value(key), value);
      this.#elements = items;
    } else if (this.#elements === undefined && this.#strings !== undefined) {
      hold(this.#strings.length * Size.Value);
      work(this.#strings.length);
      this.#elements = this.#strings.map((text) => new Value(text));
    } else if (this.#elements === undefined) {
      this.#elements = parseList(this.text).map(({ value, start, verbatim }) => {
        if (this.source === undefined) return new Value(value);
        const inPlace = this.verbatim && verbatim;
        return new Value(value, this.source, this.offset + (this.verbatim ? start : 0), inPlace);
      });
    }
    return this.#elements;
  }

  get integer(): bigint | undefined {
    if (this.isPureDouble) return undefined;
    if (this.shape === "boolean") return parseBoolean(this.text) ? 1n : 0n;
    if (!this.#integerIsRead) {
      this.#integerIsRead = true;
      work(this.text.length);
      this.#integer = parseInteger(this.text);
    }
    if (this.#integer !== undefined) this.shape = "integer";
    return this.#integer;
  }

  get double(): number | undefined {
    if (this.shape === "boolean") return Number(this.integer);
    const integer = this.shape === "integer" ? this.#integer : undefined;
    if (integer !== undefined && integer >= LEAST_EXACT && integer <= MOST_EXACT) return Number(integer);
    if (!this.#doubleIsRead) {
      this.#doubleIsRead = true;
      work(this.text.length);
      this.#double = parseDouble(this.text);
    }
    if (this.#double !== undefined && this.shape !== "integer") this.shape = "text";
    return this.#double;
  }

  /** What the words for yes and no mean; undefined for all others. */
  get boolean(): boolean | undefined {
    const word = parseBoolean(this.text);
    if (word !== undefined) this.shape = "boolean";
    return word;
  }

  /** The text to scan when this value is read as a script: its own place in a file where it has one. */
  scanned(): { source: Source; start: number; end: number } {
    const text = this.text;
    if (this.source === undefined) return { source: new Source("", text), start: 0, end: text.length };
    if (this.verbatim) return { source: this.source, start: this.offset, end: this.offset + text.length };
    const line = this.source.lineAt(this.offset);
    const derived = new Source(this.source.name, text, line, { source: this.source, offset: this.offset });
    return { source: derived, start: 0, end: text.length };
  }
}

/** A term or an operation of an expression. */
export type Expression =
  | { kind: "constant"; value: Value }
  | { kind: "variable"; name: string }
  | { kind: "element"; name: string; index: Value }
  | { kind: "command"; script: Value }
  | { kind: "string"; text: Value }
  | { kind: "operation"; operator: Operator; operands: readonly Expression[] };

/** A script made ready to run: its code, which runs share, and its values, which remember what this run read them as. */
export interface Program {
  code: CompiledScript;
  values: Values;
}

/** The values of some parts, made when they are first read, and kept. */
export class Values {
  readonly #source: Source;
  readonly #made: (Value | undefined)[] = [];

  constructor(source: Source) {
    this.#source = source;
  }

  of({ slot, text, start, verbatim }: Part): Value {
    const known = this.#made[slot];
    if (known !== undefined) return known;
    const made = new Value(text, this.#source, start, verbatim);
    this.#made[slot] = made;
    return made;
  }
}

function anyUnknown(values: Iterable<Value>): boolean {
  for (const value of values) if (value.unknown) return true;
  return false;
}
