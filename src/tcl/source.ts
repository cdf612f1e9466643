/** A place a person can go to: OpenOCD counts lines from 1, and so do columns here (in bytes). */
export interface Position {
  line: number;
  column: number;
}

/** Where a derived text begins: its first character is at (or was made from) this place. */
export interface Origin {
  source: Source;
  /** Offset in `source.text`. */
  offset: number;
}

/**
 * A text with a name. Owns the text and everything about positions in it; all other parts speak in offsets.
 *
 * The text is bytes decoded as latin1, one byte per character, so that every offset is a byte offset and
 * every encoding survives.
 */
export class Source {
  readonly name: string;
  readonly text: string;
  /** The number of the first line, 1 for a file. */
  readonly firstLine: number;
  /** For a text that substitution made: the place in a file that it came from. */
  readonly origin: Origin | undefined;
  #lineStarts: Int32Array | undefined;

  constructor(name: string, text: string, firstLine = 1, origin?: Origin) {
    this.name = name;
    this.text = text;
    this.firstLine = firstLine;
    this.origin = origin;
  }

  get #starts(): Int32Array {
    if (this.#lineStarts === undefined) {
      this.#lineStarts = lineStartsOf(this.text);
    }
    return this.#lineStarts;
  }

  /** How many lines the text has; a text that ends with a newline has an empty last one. */
  get lineCount(): number {
    return this.#starts.length;
  }

  /** The line of an offset. */
  lineAt(offset: number): number {
    return this.#indexAt(offset) + this.firstLine;
  }

  /** The line and column of an offset. */
  positionAt(offset: number): Position {
    const index = this.#indexAt(offset);
    return { line: index + this.firstLine, column: offset - this.#starts[index]! + 1 };
  }

  /** The offset of a line's first character. */
  lineStart(line: number): number {
    return this.#starts[line - this.firstLine] ?? this.text.length;
  }

  /** The offset after a line's last character, its line end not counted. */
  lineEnd(line: number): number {
    const next = this.#starts[line - this.firstLine + 1];
    if (next === undefined) return this.text.length;
    const end = next - 1;
    return this.text.charCodeAt(end - 1) === 13 && end > this.lineStart(line) ? end - 1 : end;
  }

  /** A line's text without its line end. */
  lineText(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  #indexAt(offset: number): number {
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function lineStartsOf(text: string): Int32Array {
  let count = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  const starts = new Int32Array(count);
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts[line++] = at + 1;
  return starts;
}

/** A stretch of a source: `start` up to, but not including, `end`. */
export interface Span {
  source: Source;
  start: number;
  end: number;
}

/** The same stretch, followed back through derived texts to the file that a person can open. */
export function fileSpan(span: Span): Span {
  let { source, start, end } = span;
  while (source.origin !== undefined) {
    start = end = source.origin.offset;
    source = source.origin.source;
  }
  return { source, start, end };
}
