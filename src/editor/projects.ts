import { openProject } from "../install/open.ts";
import type { Project } from "../install/project.ts";
import { thisMachine } from "../install/this-machine.ts";
import type { Documents } from "./documents.ts";
import type { Folders } from "./folders.ts";

/** The project of each config, found as the command finds it: its folders, its OpenOCD. */
export class Projects {
  readonly #documents: Documents;
  readonly #folders: Folders;
  readonly #known = new Map<string, { needs: string; project: Project }>();

  constructor(documents: Documents, folders: Folders) {
    this.#documents = documents;
    this.#folders = folders;
  }

  /** Throws ProjectError, or L5cfgFixError for a version that cannot be read. */
  of(file: string): Project {
    const needs = scriptsNeeded(this.#documents.open.get(file)?.text.bytes ?? "");
    const known = this.#known.get(file);
    if (known?.needs === needs) return known.project;
    const { path: cwd, settings } = this.#folders.of(file);
    const { openocd, searchPaths, install } = settings;
    const project = openProject(file, {
      cwd,
      ...(openocd !== undefined && { openocd }),
      ...(searchPaths && { searchPaths }),
      ...(install !== undefined && { install }),
      fs: this.#documents.files,
      machine: thisMachine(),
    });
    this.#known.set(file, { needs, project });
    return project;
  }

  /** After something on the disk, or what the editor is set to, has changed. */
  forget(): void {
    this.#known.clear();
  }
}

/** The scripts that a text names: where these change, so may the install that has them. */
function scriptsNeeded(text: string): string {
  return [...text.matchAll(/\b(?:find|source|script)[ \t]+([^\s\]]+)/g)].map(([, name]) => name).join("\n");
}
