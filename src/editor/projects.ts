import type { RunOptions } from "../check/api.ts";
import type { Project } from "../install/project.ts";
import { rememberingMachine } from "../install/this-machine.ts";
import { openWith } from "../project/open-with.ts";
import { settingsFor } from "../project/settings.ts";
import { printableLines } from "../report/printable.ts";
import type { Documents } from "./documents.ts";
import type { Folders } from "./folders.ts";

/** A config as it is to be run, as the project file and the editor say. */
export interface EditedProject {
  project: Project;
  options: Pick<RunOptions, "transports" | "variables" | "severityOf">;
  /** Whether the project file says that it is not to be checked by itself. */
  isExcluded: boolean;
}

/** The project of each config, found as the command finds it: its project file, its folders, its OpenOCD. */
export class Projects {
  readonly #documents: Documents;
  readonly #folders: Folders;
  readonly #report: (message: string) => void;
  readonly #reported = new Map<string, string>();
  readonly #known = new Map<string, { needs: string; edited: EditedProject }>();
  #machine = rememberingMachine();

  /** `report` gets messages: for which OpenOCD a file is checked, and why. */
  constructor(documents: Documents, folders: Folders, report: (message: string) => void) {
    this.#documents = documents;
    this.#folders = folders;
    this.#report = report;
  }

  /** Throws ProjectError, ProjectFileError, or L5cfgFixError for a version that cannot be read. */
  of(file: string): EditedProject {
    const needs = scriptsNeeded(this.#documents.open.get(file)?.text.bytes ?? "");
    const known = this.#known.get(file);
    if (known?.needs === needs) return known.edited;
    const { path: cwd, settings } = this.#folders.of(file);
    const fs = this.#documents.files;
    const own = settingsFor(file, fs);
    const [opened] = openWith(own, file, file, { ...settings, cwd, fs, machine: this.#machine });
    const { project, options } = opened!;
    const { fs: _, ...run } = options;
    const edited = { project, options: run, isExcluded: own?.isExcluded(file) ?? false };
    this.#known.set(file, { needs, edited });
    this.#reportNew(file, project);
    return edited;
  }

  #reportNew(file: string, { openocd, searchPaths, warnings }: Project): void {
    const { version, why } = openocd;
    const message = [
      `${file}: for OpenOCD ${version} (${why}), scripts from ${searchPaths.join(", ")}`,
      ...warnings,
    ].join("\n");
    if (this.#reported.get(file) !== message) this.#report(printableLines(message));
    this.#reported.set(file, message);
  }

  /** After something on the disk has changed. */
  forget(): void {
    this.#known.clear();
  }

  /** After the editor was set to something else: programs are asked again, too. */
  restart(): void {
    this.forget();
    this.#machine = rememberingMachine();
  }
}

/** The scripts that a text names: where these change, so may the install that has them. */
function scriptsNeeded(text: string): string {
  return [...text.matchAll(/\b(?:find|source|script)[ \t]+([^\s\]]+)/g)].map(([, name]) => name).join("\n");
}
