import type { CheckResult } from "../../check/result.ts";
import type { FileSystem } from "../../files/file-system.ts";
import type { Project } from "../../install/project.ts";
import { type OpenFiles, textIn } from "../documents.ts";
import type { EditedProject } from "../projects.ts";
import type { EditorText } from "../text/editor-text.ts";

/** What a check of a file that is open came to, and what was open then. */
export interface Checked {
  /** The file that was checked as a config, absolute. */
  root: string;
  /** The folder that it was checked in. */
  cwd: string;
  open: OpenFiles;
  /** The files as they were then. */
  fs: FileSystem;
  project: Project;
  options: EditedProject["options"];
  result: CheckResult;
}

/** The texts that a check's findings are in, with their positions as the editor counts them. */
export class CheckedTexts {
  readonly #open: OpenFiles;
  readonly #bytes: ReadonlyMap<string, string>;
  readonly #texts = new Map<string, EditorText>();

  constructor({ open, result }: Pick<Checked, "open" | "result">) {
    this.#open = open;
    this.#bytes = new Map(result.texts.map(({ path, text }) => [path, text]));
  }

  of(path: string): EditorText {
    const known = this.#texts.get(path) ?? textIn(this.#open, path, this.#bytes.get(path) ?? "");
    this.#texts.set(path, known);
    return known;
  }
}
