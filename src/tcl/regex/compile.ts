import { TclError } from "../completion.ts";
import { hold, work } from "../limits.ts";
import { upper } from "../match.ts";
import { classes, named, range, rangeEitherWay } from "./classes.ts";
import type { Flags, Node, Range, Regex, Repeat } from "./node.ts";

/** Compiles a regular expression of Jim Tcl 0.81's own dialect. Throws TclError with Jim's messages. */
export function compileRegex(pattern: string, flags: Flags): Regex {
  hold(pattern.length * NODE);
  work(pattern.length);
  return new Compiler(pattern, flags).compile();
}

/** What a character of a pattern may take once it is compiled, in bytes. */
const NODE = 120;

const MOST_GROUPS = 100;
const NO_LIMIT = 1_000_000;
const META = "^$.[()|?{+*";

/** What is known of a piece: whether it takes at least one character, and whether it is a single one. */
interface Piece {
  node: Node;
  hasWidth: boolean;
  simple: boolean;
}

interface Alternatives {
  node: Node;
  hasWidth: boolean;
}

class Compiler {
  readonly #text: string;
  readonly #flags: Flags;
  readonly #repeats: Repeat[] = [];
  #at = 0;
  #groups = 0;

  constructor(pattern: string, flags: Flags) {
    const zero = pattern.indexOf("\0");
    this.#text = zero === -1 ? pattern : pattern.slice(0, zero);
    this.#flags = flags;
  }

  compile(): Regex {
    const { node } = this.#alternatives(undefined);
    if (this.#at < this.#text.length) this.#fail("parentheses () not balanced");
    if (this.#groups >= MOST_GROUPS) this.#fail("too big");
    const single = node.op === "branch" && node.next?.op === "end" ? node.body : undefined;
    return {
      start: node,
      flags: this.#flags,
      groups: this.#groups,
      repeats: this.#repeats,
      firstChar: single?.op === "text" && single.text !== "" ? single.text[0] : undefined,
      anchored: single?.op === "lineStart",
    };
  }

  #fail(why: string): never {
    throw new TclError(`couldn't compile regular expression pattern: ${why}`);
  }

  #peek(offset = 0): string {
    return this.#text[this.#at + offset] ?? "";
  }

  #take(): string {
    const char = this.#peek();
    this.#at++;
    return this.#flags.nocase ? upper(char) : char;
  }

  /** `a|b`; with a group number that in parentheses, -1 for `(?:`, undefined for the whole. */
  #alternatives(group: number | undefined): Alternatives {
    const first = this.#branch();
    let { hasWidth } = first;
    const branches = [first.node];
    while (this.#peek() === "|") {
      this.#at++;
      const more = this.#branch();
      hasWidth &&= more.hasWidth;
      branches.push(more.node);
    }
    const end: Node =
      group === undefined ? { op: "end", next: undefined } : { op: "close", group, next: undefined };
    branches.forEach((branch, i) => {
      append(branch.body, end);
      branch.next = branches[i + 1] ?? end;
    });
    return { node: branches[0]!, hasWidth };
  }

  #branch(): { node: Extract<Node, { op: "branch" }>; hasWidth: boolean } {
    let first: Node | undefined;
    let last: Node | undefined;
    let hasWidth = false;
    while (this.#at < this.#text.length && this.#peek() !== ")" && this.#peek() !== "|") {
      const piece = this.#piece();
      hasWidth ||= piece.hasWidth;
      if (last === undefined) first = piece.node;
      else append(last, piece.node);
      last = piece.node;
    }
    const body = first ?? { op: "nothing", next: undefined };
    return { node: { op: "branch", body, next: undefined }, hasWidth };
  }

  #piece(): Piece {
    const atom = this.#atom();
    const operator = this.#peek();
    if (!isRepeat(operator)) return atom;
    if (!atom.hasWidth && operator !== "?") this.#fail("*+ of empty atom");
    const { least, most } = operator === "{" ? this.#counts() : simpleCounts(operator);
    const lazy = this.#peek(1) === "?";
    if (lazy) this.#at++;
    const node: Repeat = {
      op: "repeat",
      body: atom.node,
      simple: atom.simple,
      lazy,
      least,
      most,
      count: 0,
      next: undefined,
    };
    if (!atom.simple) {
      append(atom.node, { op: "back", next: node });
      this.#repeats.push(node);
    }
    this.#at++;
    if (isRepeat(this.#peek())) this.#fail("nested count");
    return { node, hasWidth: least > 0, simple: false };
  }

  // Stops on the closing brace.
  #counts(): { least: number; most: number } {
    const close = this.#text.indexOf("}", this.#at);
    const least = this.#count(this.#at + 1);
    if (least === undefined) this.#fail("invalid repetition count(s)");
    let { value: most, end } = least;
    const lower = least.value;
    if (end >= this.#text.length) this.#fail("braces {} not balanced");
    if (this.#text[end] !== "}") {
      const start = end + 1;
      const upperCount = this.#count(start);
      end = upperCount?.end ?? start;
      if (this.#text[end] !== "}") this.#fail("braces {} not balanced");
      most = upperCount === undefined ? NO_LIMIT : upperCount.value;
      if (upperCount !== undefined && (most < lower || most >= 100))
        this.#fail("invalid repetition count(s)");
    } else if (most >= 100) this.#fail("invalid repetition count(s)");
    if (lower >= 100) this.#fail("invalid repetition count(s)");
    this.#at = Math.max(close, end);
    return { least: lower, most };
  }

  #count(start: number): { value: number; end: number } | undefined {
    const match = /^\s*[+-]?\d+/.exec(this.#text.slice(start, start + 400));
    return match === null ? undefined : { value: Number(match[0]) | 0, end: start + match[0].length };
  }

  #atom(): Piece {
    const start = this.#at;
    const char = this.#take();
    switch (char) {
      case "^":
        return mark("lineStart");
      case "$":
        return mark("lineEnd");
      case ".":
        return { node: { op: "any", next: undefined }, hasWidth: true, simple: true };
      case "[":
        return this.#set();
      case "(":
        return this.#group();
      case "?":
      case "+":
      case "*":
      case "{":
        return this.#fail("count follows nothing");
      case "\\": {
        const special = this.#special(this.#peek());
        if (special !== undefined) return special;
      }
    }
    this.#at = start;
    return this.#literal();
  }

  #group(): Piece {
    const captures = !(this.#peek() === "?" && this.#peek(1) === ":");
    if (!captures) this.#at += 2;
    const group = captures ? ++this.#groups : -1;
    const { node: inside, hasWidth } = this.#alternatives(group);
    if (this.#peek() !== ")") this.#fail("parentheses () not balanced");
    this.#at++;
    return { node: { op: "open", group, next: inside }, hasWidth, simple: false };
  }

  #special(char: string): Piece | undefined {
    const known = char === "" ? undefined : marks[char];
    if (char === "") this.#fail("invalid escape \\ sequence");
    const ranges = known === undefined ? classes[char.toLowerCase()] : undefined;
    if (known === undefined && ranges === undefined) return undefined;
    this.#at++;
    if (known !== undefined) return mark(known);
    return setOf(ranges!(this.#flags.nocase), char !== char.toLowerCase());
  }

  // A character that a count follows is a piece of its own.
  #literal(): Piece {
    let text = "";
    while (this.#at < this.#text.length && !META.includes(this.#peek())) {
      const start = this.#at;
      let char = this.#take();
      if (char === "\\" && this.#at < this.#text.length) {
        if ("<>mMwWdDsSAZ".includes(this.#peek())) {
          this.#at = start;
          break;
        }
        char = this.#escape();
        if (char === "\0") this.#fail("contains null char");
      }
      if (isRepeat(this.#peek())) {
        if (text === "") text = char;
        else this.#at = start;
        break;
      }
      text += char;
    }
    return { node: { op: "text", text, next: undefined }, hasWidth: true, simple: text.length === 1 };
  }

  /** What follows a backslash. */
  #escape(): string {
    const char = this.#peek();
    this.#at++;
    const plain = escapes[char];
    if (plain !== undefined) return plain;
    const digits = char === "x" ? 2 : char === "u" ? 4 : char === "U" ? 8 : 0;
    if (digits === 0) {
      if (char === "") this.#at--;
      return char === "" ? "\\" : char;
    }
    const rest = this.#text.slice(this.#at, this.#at + 9);
    const braced = char === "u" ? /^\{([0-9a-fA-F]{1,6})\}/.exec(rest) : null;
    if (braced !== null) {
      const code = Number.parseInt(braced[1]!, 16);
      if (code > 0x1fffff) return char;
      this.#at += braced[0].length;
      return codeChar(code);
    }
    const hex = new RegExp(`^[0-9a-fA-F]{1,${digits}}`).exec(rest);
    if (hex === null) return char;
    this.#at += hex[0].length;
    return codeChar(Number.parseInt(hex[0], 16));
  }

  #set(): Piece {
    const inverted = this.#peek() === "^";
    if (inverted) this.#at++;
    const ranges: Range[] = [];
    if (this.#peek() === "]" || this.#peek() === "-")
      ranges.push(range(this.#peek(), this.#text[this.#at++]!));
    while (this.#peek() !== "]") {
      if (this.#at >= this.#text.length) this.#fail("brackets [] not balanced");
      ranges.push(...this.#setMember());
    }
    this.#at++;
    return setOf(ranges, inverted);
  }

  #setMember(): readonly Range[] {
    let first = this.#take();
    if (first === "\\") {
      const shorthand = this.#peek() === "" ? undefined : classes[this.#peek()];
      if (shorthand !== undefined) {
        this.#at++;
        return shorthand(this.#flags.nocase);
      }
      first = this.#setEscape(first);
    }
    if (this.#peek() === "-" && this.#peek(1) !== "" && this.#peek(1) !== "]") {
      this.#at++;
      let last = this.#take();
      if (last === "\\") last = this.#setEscape(first);
      return rangeEitherWay(first, last);
    }
    if (first === "[" && this.#peek() === ":") {
      const name = Object.keys(named).find((candidate) => this.#text.startsWith(`:${candidate}:`, this.#at));
      if (name !== undefined) {
        this.#at += name.length + 3;
        return named[name]!(this.#flags.nocase);
      }
    }
    return [range(first, first)];
  }

  #setEscape(before: string): string {
    const char = this.#escape();
    if (char === "\0") this.#fail("contains null char");
    if (before === "\\" && char === "\\" && this.#at >= this.#text.length)
      this.#fail("invalid escape \\ sequence");
    return char;
  }
}

/** Puts a node after the last one of a chain. */
function append(chain: Node, node: Node): void {
  let last = chain;
  while (last.next !== undefined) {
    last = last.next;
    work(1);
  }
  last.next = node;
}

function isRepeat(char: string): boolean {
  return char === "*" || char === "+" || char === "?" || char === "{";
}

function simpleCounts(operator: string): { least: number; most: number } {
  return { least: operator === "+" ? 1 : 0, most: operator === "?" ? 1 : NO_LIMIT };
}

type Mark = "lineStart" | "lineEnd" | "start" | "finish" | "wordStart" | "wordEnd";

const marks: Record<string, Mark> = {
  A: "start",
  Z: "finish",
  "<": "wordStart",
  m: "wordStart",
  ">": "wordEnd",
  M: "wordEnd",
};

function mark(op: Mark): Piece {
  return { node: { op, next: undefined }, hasWidth: false, simple: false };
}

function setOf(ranges: readonly Range[], inverted: boolean): Piece {
  return { node: { op: "set", ranges, inverted, next: undefined }, hasWidth: true, simple: true };
}

function codeChar(code: number): string {
  return String.fromCodePoint(Math.min(code, 0x10ffff));
}

const escapes: Record<string, string> = {
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
