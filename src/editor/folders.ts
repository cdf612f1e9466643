import { dirname } from "node:path";
import { isWithin } from "../files/is-within.ts";
import type { Settings } from "./settings.ts";

/** A folder that is open in the editor. */
export interface WorkspaceFolder {
  /** Absolute. */
  path: string;
  settings: Settings;
}

/** The folders that are open in the editor, each with its settings. */
export class Folders {
  /** What is set where no folder says otherwise. */
  settings: Settings = {};
  #folders: WorkspaceFolder[] = [];

  get all(): readonly WorkspaceFolder[] {
    return this.#folders;
  }

  /** The innermost first, so that one inside another has settings of its own. */
  set(folders: WorkspaceFolder[]): void {
    this.#folders = [...folders].sort((a, b) => b.path.length - a.path.length);
  }

  /** The folder that a file is in; for one that is in none, its own folder. */
  of(file: string): WorkspaceFolder {
    const folder = this.#folders.find(({ path }) => isWithin(file, path));
    return folder ?? { path: dirname(file), settings: this.settings };
  }

  /** Whether a file belongs to what is being worked on. */
  has(file: string): boolean {
    return this.#folders.some(({ path }) => isWithin(file, path));
  }
}
