import type { Position, Range } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";

/**
 * A text as an editor and as OpenOCD has it: the editor counts lines and UTF-16 code units, the engine bytes, one
 * character each. Everything that leaves the server goes through `position` or `range`, all that comes in through `offset`.
 */
export class EditorText {
  readonly document: TextDocument;
  /** The text as UTF-8, one character for each byte. */
  readonly bytes: string;
  /** The byte at which each code unit begins, and the end; undefined where each unit is one byte. */
  readonly #byteAt: Int32Array | undefined;

  constructor(document: TextDocument) {
    const text = document.getText();
    this.document = document;
    const isAscii = /^[\0-\x7f]*$/.test(text);
    this.bytes = isAscii ? text : Buffer.from(text, "utf8").toString("latin1");
    this.#byteAt = isAscii ? undefined : byteOffsets(text);
  }

  /** A text that is not open in the editor. */
  static of(uri: string, text: string): EditorText {
    return new EditorText(TextDocument.create(uri, "tcl", 0, text));
  }

  position(byte: number): Position {
    return this.document.positionAt(this.#unitOf(byte));
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** The byte at a position; the end of the line where the line is shorter. */
  offset(position: Position): number {
    const unit = this.document.offsetAt(position);
    return this.#byteAt === undefined ? unit : this.#byteAt[unit]!;
  }

  #unitOf(byte: number): number {
    const starts = this.#byteAt;
    if (starts === undefined) return byte;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= byte) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The second half of a surrogate pair begins where the pair ends: nothing is between the two. */
function byteOffsets(text: string): Int32Array {
  const offsets = new Int32Array(text.length + 1);
  let byte = 0;
  for (let i = 0; i < text.length; i++) {
    offsets[i] = byte;
    const code = text.codePointAt(i)!;
    byte += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (code >= 0x10000) offsets[++i] = byte;
  }
  offsets[text.length] = byte;
  return offsets;
}
