import { fileNameText } from "../files/file-names.ts";
import { fileSpan, type Source, type Span } from "../tcl/source.ts";

/** The range of a file that created something. Offsets count bytes; `end` is the offset after the last byte. */
export class Place {
  readonly source: Source;
  readonly start: number;
  readonly end: number;

  constructor(span: Span) {
    const { source, start, end } = fileSpan(span);
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** The file's name, as text. */
  get file(): string {
    return fileNameText(this.source.name);
  }

  /** From 1, as OpenOCD counts. */
  get line(): number {
    return this.source.lineAt(this.start);
  }

  /** From 1, in bytes. */
  get column(): number {
    return this.source.positionAt(this.start).column;
  }

  /** The characters themselves. */
  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** The place without its file's text. */
  toJSON(): { file: string; line: number; column: number; span: { start: number; end: number } } {
    const { file, line, column, start, end } = this;
    return { file, line, column, span: { start, end } };
  }
}
