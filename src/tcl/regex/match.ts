import { step, work } from "../limits.ts";
import { upper } from "../match.ts";
import type { Node, Regex, Repeat } from "./node.ts";

/** Where a group matched; -1 where it did not. */
export interface Group {
  start: number;
  end: number;
}

/** Finds the first match at or after `from`. `notLineStart` means that a line does not begin there. */
export function matchRegex(
  regex: Regex,
  text: string,
  from: number,
  notLineStart: boolean,
): readonly Group[] | undefined {
  return new Matcher(regex, text, from, notLineStart).find();
}

// Backtracks as Jim's engine does: the first alternative that leads to a match wins, however short.
class Matcher {
  readonly #regex: Regex;
  /** Upper case where case does not matter. */
  readonly #text: string;
  readonly #notLineStart: boolean;
  /** Where the engine takes the line to begin. */
  #lineStart: number;
  readonly #from: number;
  #at = 0;
  #groups: Group[] = [];

  constructor(regex: Regex, text: string, from: number, notLineStart: boolean) {
    this.#regex = regex;
    this.#text = regex.flags.nocase ? upper(text) : text;
    this.#from = from;
    this.#lineStart = from;
    this.#notLineStart = notLineStart;
  }

  find(): readonly Group[] | undefined {
    const { repeats, anchored, firstChar } = this.#regex;
    for (const repeat of repeats) repeat.count = 0;
    if (anchored) return this.#findAnchored();
    for (let at = this.#from; at <= this.#text.length; at++) {
      if (firstChar !== undefined) {
        const next = this.#text.indexOf(firstChar, at);
        work((next === -1 ? this.#text.length : next) - at);
        if (next === -1) return undefined;
        at = next;
      }
      if (this.#try(at)) return this.#groups;
    }
    return undefined;
  }

  // Tried once, or once for each line.
  #findAnchored(): readonly Group[] | undefined {
    let at = this.#from;
    let skips = this.#notLineStart;
    for (;;) {
      if (!skips && this.#try(at)) return this.#groups;
      if (!skips && at >= this.#text.length) return undefined;
      skips = false;
      work(this.#regex.flags.lines ? this.#text.length - at : 0);
      const newline = this.#regex.flags.lines ? this.#text.indexOf("\n", at) : -1;
      if (newline === -1) return undefined;
      at = this.#lineStart = newline + 1;
    }
  }

  #try(start: number): boolean {
    this.#at = start;
    work(this.#regex.groups);
    this.#groups = Array.from({ length: this.#regex.groups + 1 }, () => ({ start: -1, end: -1 }));
    if (!this.#match(this.#regex.start)) return false;
    this.#groups[0] = { start, end: this.#at };
    return true;
  }

  #code(at = this.#at): number {
    return at < this.#text.length ? this.#text.charCodeAt(at) : 0;
  }

  #isEnd(code: number): boolean {
    return code === 0 || (code === 10 && this.#regex.flags.lines);
  }

  #match(first: Node): boolean {
    step();
    let node: Node | undefined = first;
    while (node !== undefined) {
      switch (node.op) {
        case "end":
          return true;
        case "nothing":
        case "back":
          break;
        case "branch":
          if (node.next?.op !== "branch") {
            node = node.body;
            continue;
          }
          return this.#anyBranch(node);
        case "repeat":
          return node.simple ? this.#simpleRepeat(node) : this.#repeat(node);
        case "open":
        case "close":
          return this.#group(node.op, node.group, node.next);
        case "text":
          work(node.text.length);
          if (!this.#text.startsWith(node.text, this.#at)) return false;
          this.#at += node.text.length;
          break;
        case "any":
        case "set":
          if (!this.#accepts(node, this.#code())) return false;
          this.#at++;
          break;
        default:
          if (!this.#holds(node.op)) return false;
      }
      node = node.next;
    }
    return false;
  }

  #holds(mark: string): boolean {
    const at = this.#at;
    switch (mark) {
      case "start":
        return !this.#notLineStart && at === this.#lineStart;
      case "lineStart":
        return at === this.#lineStart;
      case "finish":
        return this.#code() === 0;
      case "lineEnd":
        return this.#isEnd(this.#code());
      case "wordStart":
        return isWord(this.#code()) && !(at > this.#lineStart && isWord(this.#code(at - 1)));
      default:
        // In Jim a word also ends in front of anything but `_`.
        return (
          at > this.#lineStart &&
          (this.#isEnd(this.#code()) || !isAlphanumeric(this.#code()) || this.#code() !== 95) &&
          isWord(this.#code(at - 1))
        );
    }
  }

  #accepts(node: Extract<Node, { op: "any" | "set" }>, code: number): boolean {
    if (this.#isEnd(code)) return false;
    if (node.op === "any") return true;
    work(node.ranges.length);
    return node.ranges.some(({ first, last }) => code >= first && code <= last) !== node.inverted;
  }

  #anyBranch(first: Node): boolean {
    const start = this.#at;
    for (let branch: Node | undefined = first; branch?.op === "branch"; branch = branch.next) {
      if (this.#match(branch.body)) return true;
      this.#at = start;
    }
    return false;
  }

  // The innermost of repeated groups is the one that counts: it comes back first.
  #group(op: "open" | "close", group: number, next: Node | undefined): boolean {
    const at = this.#at;
    if (next === undefined || !this.#match(next)) {
      if (group !== -1) this.#at = at;
      return false;
    }
    const found = group === -1 ? undefined : this.#groups[group];
    if (found !== undefined) {
      if (op === "open" && found.start === -1) found.start = at;
      if (op === "close" && found.end === -1) found.end = at;
    }
    return true;
  }

  #simpleRepeat({ body, next, least, most, lazy }: Repeat): boolean {
    const start = this.#at;
    let longest = 0;
    while (longest < most && this.#accept(body, start + longest)) longest++;
    if (longest < least || next === undefined) {
      this.#at = start + longest;
      return false;
    }
    const expected = next.op === "text" ? next.text.charCodeAt(0) : undefined;
    for (let i = 0; i <= longest - least; i++) {
      this.#at = start + (lazy ? least + i : longest - i);
      const mayGoOn = expected === undefined || this.#isEnd(expected) || expected === this.#code();
      if (mayGoOn && this.#match(next)) return true;
    }
    return false;
  }

  #accept(node: Node, at: number): boolean {
    step();
    if (at >= this.#text.length) return false;
    if (node.op === "text") return this.#text[at] === node.text;
    return (node.op === "any" || node.op === "set") && this.#accepts(node, this.#code(at));
  }

  #repeat(node: Repeat): boolean {
    const { least, most, lazy } = node;
    if (node.count < least) return this.#again(node);
    if (node.count > most) return false;
    if (lazy) return this.#goOn(node) || this.#again(node);
    return (node.count < most && this.#again(node)) || this.#goOn(node);
  }

  #again(node: Repeat): boolean {
    node.count++;
    if (this.#match(node.body)) return true;
    node.count--;
    return false;
  }

  #goOn(node: Repeat): boolean {
    return node.next !== undefined && this.#match(node.next);
  }
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function isWord(code: number): boolean {
  return isAlphanumeric(code) || code === 95;
}
