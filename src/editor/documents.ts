import { resolve } from "node:path";
import { type Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { diskFiles } from "../files/disk-files.ts";
import { decoded } from "../files/file-names.ts";
import type { FileSystem } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import { fileUri } from "../report/sarif-uris.ts";
import { EditorText } from "./text/editor-text.ts";
import { pathOf } from "./text/uris.ts";

/** A file that is open in the editor, as it is there now. */
export interface OpenFile {
  uri: string;
  /** Absolute. */
  path: string;
  version: number;
  text: EditorText;
}

/** What is open in the editor at one time, by path. */
export type OpenFiles = ReadonlyMap<string, OpenFile>;

/** The open files, and for all others the files on disk. */
export class Documents {
  readonly #manager = new TextDocuments(TextDocument);
  #open: OpenFiles | undefined;
  #before: OpenFiles = new Map();
  #files: FileSystem | undefined;

  listen(connection: Connection): void {
    this.#manager.onDidChangeContent(() => this.#forget());
    this.#manager.onDidClose(() => this.#forget());
    this.#manager.listen(connection);
  }

  /** Calls back with the path of each file that is opened or typed in. */
  onChange(changed: (path: string) => void): void {
    this.#manager.onDidChangeContent(({ document }) => this.#report(document, changed));
  }

  onSave(saved: (path: string) => void): void {
    this.#manager.onDidSave(({ document }) => this.#report(document, saved));
  }

  onClose(closed: (path: string) => void): void {
    this.#manager.onDidClose(({ document }) => this.#report(document, closed));
  }

  /** What is open now; the same map until something changes. */
  get open(): OpenFiles {
    this.#open ??= new Map(this.#manager.all().flatMap((document) => entryOf(document, this.#before)));
    this.#before = this.#open;
    return this.#open;
  }

  /** The file of a URI, where it is open. */
  at(uri: string): OpenFile | undefined {
    const path = pathOf(uri);
    return path === undefined ? undefined : this.open.get(path);
  }

  /** The disk, with what is open in front of it; the same until something changes. */
  get files(): FileSystem {
    this.#files ??= withFiles(
      new Map([...this.open].map(([path, { text }]) => [path, text.bytes])),
      diskFiles,
    );
    return this.#files;
  }

  #forget(): void {
    this.#open = undefined;
    this.#files = undefined;
  }

  #report(document: TextDocument, listener: (path: string) => void): void {
    const path = pathOf(document.uri);
    if (path !== undefined) listener(path);
  }
}

function entryOf(document: TextDocument, before: OpenFiles): [string, OpenFile][] {
  const path = pathOf(document.uri);
  if (path === undefined) return [];
  const { uri, version } = document;
  const known = before.get(path);
  // The manager changes its documents in place, so a text that is kept needs one of its own.
  const text =
    known?.version === version && known.uri === uri
      ? known.text
      : new EditorText(TextDocument.create(uri, document.languageId, version, document.getText()));
  return [[path, { uri, path, version, text }]];
}

/** The URI of a file: the editor's own where it is open. */
export function uriIn(open: OpenFiles, path: string): string {
  return open.get(path)?.uri ?? fileUri(path);
}

/** A file's text with its positions, open or not; `bytes` is what it holds on the disk. */
export function textIn(open: OpenFiles, path: string, bytes: string): EditorText {
  return open.get(resolve(path))?.text ?? EditorText.of(fileUri(path), decoded(bytes));
}
