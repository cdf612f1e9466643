import type { Connection, Diagnostic } from "vscode-languageserver";
import { type Documents, uriIn } from "../documents.ts";
import type { Checked } from "./checked.ts";
import type { Shown } from "./shown.ts";

/** What is shown of one check, by file. */
type ByFile = ReadonlyMap<string, readonly Diagnostic[]>;

/** Sends the editor the findings of each file, from all checks that read it. */
export class Publisher {
  readonly #connection: Connection;
  readonly #documents: Documents;
  /** By checked file. */
  readonly #found = new Map<string, { open: Checked["open"]; byFile: ByFile }>();

  constructor(connection: Connection, documents: Documents) {
    this.#connection = connection;
    this.#documents = documents;
  }

  /** What a check of a file found takes the place of what it found before. */
  publish(root: string, open: Checked["open"], shown: Iterable<Pick<Shown, "path" | "diagnostic">>): void {
    const byFile = new Map<string, Diagnostic[]>([[root, []]]);
    for (const { path, diagnostic } of shown) byFile.set(path, [...(byFile.get(path) ?? []), diagnostic]);
    const before = this.#found.get(root)?.byFile;
    this.#found.set(root, { open, byFile });
    this.#send(new Set([...(before?.keys() ?? []), ...byFile.keys()]));
  }

  /** A file is not checked any more. */
  forget(root: string): void {
    const before = this.#found.get(root);
    this.#found.delete(root);
    if (before !== undefined) this.#send(before.byFile.keys());
  }

  #send(paths: Iterable<string>): void {
    const { open } = this.#documents;
    for (const path of paths) {
      const version = open.get(path)?.version;
      const diagnostics = this.#of(path, version);
      void this.#connection.sendDiagnostics({
        uri: uriIn(open, path),
        diagnostics,
        ...(version !== undefined && { version }),
      });
    }
  }

  /** Each finding once, that of the file's own check first; what was found in another version is out of date. */
  #of(path: string, version: number | undefined): Diagnostic[] {
    const own = this.#found.get(path);
    const all = [...(own ? [own] : []), ...[...this.#found.values()].filter((one) => one !== own)];
    const known = new Map<string, Diagnostic>();
    for (const { open, byFile } of all) {
      if (open.get(path)?.version !== version) continue;
      for (const diagnostic of byFile.get(path) ?? []) {
        const key = JSON.stringify([diagnostic.code, diagnostic.range, diagnostic.relatedInformation]);
        if (!known.has(key)) known.set(key, diagnostic);
      }
    }
    return [...known.values()];
  }
}
