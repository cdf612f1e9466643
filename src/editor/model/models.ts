import { resolve } from "node:path";
import type { FileSystem } from "../../files/file-system.ts";
import type { Project } from "../../install/project.ts";
import type { Release } from "../../openocd/data/releases.ts";
import { loadConfigSync } from "../../openocd/load.ts";
import type { Config } from "../../openocd/model.ts";
import { releaseOfProgram } from "../../openocd/program-facts.ts";
import { assumed } from "../../rules/settings.ts";
import { Deadline } from "../../tcl/limits.ts";
import type { Checked } from "../check/checked.ts";
import type { Documents } from "../documents.ts";
import type { Folders } from "../folders.ts";
import type { EditedProject, Projects } from "../projects.ts";

/** What a file makes as a config, and what that is to be seen with. */
export interface Model {
  /** The file that was run, absolute, and the folder that it was run in. */
  root: string;
  cwd: string;
  project: Project;
  release: Release;
  config: Config;
  /** Its files, absolute, and their texts, the root's first. */
  sources: ReadonlyMap<string, string>;
}

interface Run {
  root: string;
  cwd: string;
  project: Project;
  options: EditedProject["options"];
  fs: FileSystem;
  /** Under the transport that the last check had the least against. */
  runs: Checked["result"]["runs"];
}

/** Milliseconds of the processor that a run may take here: an answer in an editor is of use at once or not at all. */
const LONGEST = 300;
/** Of more files that read one, what they make is not looked at. */
const MOST_READERS = 5;

/** Runs a file as a check does, and keeps what it makes. */
export function modelFrom({ root, cwd, project, options, fs, runs }: Run): Model {
  const { searchPaths, openocd } = project;
  const own = runs.filter(({ config }) => config === root);
  const run = own.find(({ refusal }) => refusal === undefined) ?? own[0];
  const { variables, transports } = options;
  const transport = run === undefined ? transports?.[0] : run.choosesAdapter ? "" : run.transport;
  const config = loadConfigSync(root, {
    searchPaths,
    openocd: openocd.version,
    facts: openocd.facts,
    fs,
    cwd,
    lenient: true,
    assume: assumed,
    deadline: new Deadline(LONGEST),
    ...(variables && { variables }),
    ...(transport && { transport }),
  });
  const sources = new Map([[root, fs.read(root) ?? ""]]);
  for (const { path, text } of config.sources) sources.set(resolve(cwd, path), text);
  return { root, cwd, project, release: releaseOfProgram(openocd.version, openocd.facts), config, sources };
}

/** Knows the checks of the files that are open. */
interface Known {
  last(root: string): Checked | undefined;
  reading(path: string): Checked[];
}

/** What the files that are open make, for what is asked between two checks. */
export class Models {
  readonly #documents: Documents;
  readonly #folders: Folders;
  readonly #projects: Projects;
  readonly #checks: Known;
  readonly #models = new Map<string, { files: FileSystem; model: Model }>();

  constructor(documents: Documents, folders: Folders, projects: Projects, checks: Known) {
    this.#documents = documents;
    this.#folders = folders;
    this.#projects = projects;
    this.#checks = checks;
  }

  /** What a file makes by itself, then the files that are open and read it. */
  of(path: string): Model[] {
    const readers = this.#checks.reading(path).slice(0, MOST_READERS);
    const roots = new Set([path, ...readers.map(({ root }) => root)]);
    return [...roots].flatMap((root) => this.#model(root) ?? []);
  }

  #model(root: string): Model | undefined {
    const { files } = this.#documents;
    const known = this.#models.get(root);
    if (known?.files === files) return known.model;
    const { path: cwd } = this.#folders.of(root);
    const runs = this.#checks.last(root)?.result.runs ?? [];
    // What takes too long is run by its checks alone.
    if (known !== undefined && runs.some(({ refusal }) => refusal?.code === "stopped")) return known.model;
    try {
      const { project, options } = this.#projects.of(root);
      const model = modelFrom({ root, cwd, project, options, fs: files, runs });
      // While a bracket is open nothing of a text can be run, and what it made before is a better answer than nothing.
      const isUnfinished = model.config.problems.some(({ code }) => code === "syntax");
      const shown = isUnfinished && known !== undefined ? withText(known.model, model) : model;
      this.#models.set(root, { files, model: shown });
      return shown;
    } catch {
      // What keeps it from being checked is shown by the check.
      return known?.model;
    }
  }

  forget(root: string): void {
    this.#models.delete(root);
  }
}

/** What a file made before, with its text as it is now. */
function withText(before: Model, { root, sources }: Model): Model {
  return { ...before, sources: new Map([...before.sources, [root, sources.get(root)!]]) };
}
