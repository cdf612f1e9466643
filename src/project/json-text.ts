/** JSON with comments and trailing commas, as editors take it for settings, that remembers where each value is. */

/** A value, where it begins in the text, and where the keys of an object do. */
export interface JsonNode {
  value: unknown;
  offset: number;
  /** By key or index. */
  parts: Map<string | number, JsonPart>;
}

/** A part of an object or a list; a list's parts have no key of their own. */
interface JsonPart {
  keyOffset: number;
  node: JsonNode;
}

/** Why a text is no JSON, and where. */
export class JsonTextError extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

/** No settings are nested deeper. */
const DEEPEST = 32;

/** Blanks and comments. */
const BETWEEN = /(?:[ \t\r\n\ufeff]+|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
/** Strings with their escapes checked by `JSON.parse`; numbers and words. */
const SCALAR = /"(?:[^"\\\n]|\\[^\n])*"|-?\d[\d.eE+-]*|[a-z]+/y;

/** Reads a text. Throws JsonTextError. */
export function parseJsonText(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value(0);
  reader.end();
  return node;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  value(depth: number): JsonNode {
    const first = this.#next();
    if (depth > DEEPEST) throw new JsonTextError(this.#at, "this is nested too deeply");
    if (first === "{") return this.#object(depth);
    if (first === "[") return this.#list(depth);
    const offset = this.#at;
    return { value: this.#scalar("a value"), offset, parts: new Map() };
  }

  end(): void {
    if (this.#next() !== "") throw new JsonTextError(this.#at, "nothing may follow the closing }");
  }

  #object(depth: number): JsonNode {
    const node = { value: {}, offset: this.#at++, parts: new Map<string | number, JsonPart>() };
    const entries: [string, unknown][] = [];
    while (this.#next() !== "}") {
      const keyOffset = this.#at;
      if (this.#next() !== '"') throw this.#expected('a name in quotes ("…") or }');
      const key = String(this.#scalar("a name"));
      if (node.parts.has(key)) throw new JsonTextError(keyOffset, `"${key}" is here twice; remove one`);
      this.#take(":", `: after "${key}"`);
      const part = this.value(depth + 1);
      node.parts.set(key, { keyOffset, node: part });
      entries.push([key, part.value]);
      this.#comma("}");
    }
    this.#at++;
    return { ...node, value: Object.fromEntries(entries) };
  }

  #list(depth: number): JsonNode {
    const node = { value: [] as unknown[], offset: this.#at++, parts: new Map<string | number, JsonPart>() };
    while (this.#next() !== "]") {
      const part = this.value(depth + 1);
      node.parts.set(node.value.length, { keyOffset: part.offset, node: part });
      node.value.push(part.value);
      this.#comma("]");
    }
    this.#at++;
    return node;
  }

  #comma(end: string): void {
    if (this.#next() !== end) this.#take(",", `, or ${end}`);
  }

  #scalar(expected: string): unknown {
    SCALAR.lastIndex = this.#at;
    const found = SCALAR.exec(this.#text)?.[0];
    if (found === undefined) throw this.#expected(expected);
    try {
      const value: unknown = JSON.parse(found);
      this.#at += found.length;
      return value;
    } catch {
      throw new JsonTextError(this.#at, `${found} is no value of JSON`);
    }
  }

  #take(character: string, expected: string): void {
    if (this.#next() !== character) throw this.#expected(expected);
    this.#at++;
  }

  #expected(what: string): JsonTextError {
    const found = this.#text[this.#at];
    return new JsonTextError(this.#at, `expected ${what}, found ${found ?? "the end of the file"}`);
  }

  /** The character that comes next, after blanks and comments; none at the end. */
  #next(): string {
    BETWEEN.lastIndex = this.#at;
    this.#at += BETWEEN.exec(this.#text)?.[0].length ?? 0;
    return this.#text[this.#at] ?? "";
  }
}
