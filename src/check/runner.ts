import { type Absolute, absoluteIn } from "../files/absolute.ts";
import type { FileSystem } from "../files/file-system.ts";
import { loadConfigSync } from "../openocd/load-files.ts";
import type { Config, Problem, SourceFile } from "../openocd/model.ts";
import { releaseOfProgram } from "../openocd/program-facts.ts";
import type { LoadOptions } from "../openocd/run-config.ts";
import type { Finding } from "../rules/finding.ts";
import { Library } from "../rules/library.ts";
import { assumed } from "../rules/settings.ts";
import { Deadline } from "../tcl/limits.ts";
import { type Entries, entriesOf } from "./entries.ts";
import { findingsIn } from "./findings.ts";
import type { Job } from "./job.ts";

/** One config run under one transport, which continues after faults that rules cover. */
export interface Run {
  /** The config's path, and the transport that it was run under; undefined where it selects its own. */
  file: string;
  given: string | undefined;
  transport: string;
  adapter: string;
  /** Whether the run reached the config's end. */
  complete: boolean;
  /** The line of the config at which OpenOCD would stop; infinite where it accepts the whole config. */
  reached: number;
  problems: readonly Problem[];
  found: readonly Finding[];
  /** The number of further findings. */
  omitted: number;
  sources: readonly SourceFile[];
  /** Every file that was read or searched, absolute. The result stays the same as long as these files do. */
  read: ReadonlySet<string>;
  /** The resulting model. */
  entries: Entries;
}

/** Whether a limit stopped the run, so that the rest of the config is unknown. */
export function isStopped({ problems }: Pick<Run, "problems">): boolean {
  return problems.some(({ code, subject }) => code === "stopped" && subject !== "exit");
}

/** Runs configs of a job, and counts the dry runs. */
export class Runner {
  readonly #job: Job;
  readonly #fs: FileSystem;
  readonly #absolute: Absolute;
  readonly #library: Library;
  readonly #namesAdapter = new Map<string, boolean>();
  /** The deadline for all runs of a config. */
  readonly #deadlines = new Map<string, Deadline>();
  /** The number of dry runs. */
  count = 0;

  constructor(job: Job, fs: FileSystem) {
    this.#job = job;
    this.#fs = fs;
    this.#absolute = absoluteIn(fs, job.cwd);
    this.#library = new Library(job.searchPaths, fs);
  }

  /** Runs a config under a transport, or under its own where none is given. */
  run(file: string, given: string | undefined): Run & Pick<Config, "choosesAdapter"> {
    const read = new Set<string>();
    const config = this.#load(file, {
      fs: recording(this.#fs, read, this.#absolute),
      ...(given !== undefined && { transport: given }),
    });
    const context = {
      config,
      release: releaseOfProgram(this.#job.openocd, this.#job.facts),
      library: this.#library,
    };
    const { found, omitted } = findingsIn(context, this.#absolute, this.#job);
    const { transport, adapter, choosesAdapter, complete, reached, sources } = config;
    const problems = this.#problemsOf(config);
    return {
      ...{
        file,
        given,
        transport,
        adapter,
        choosesAdapter,
        complete,
        reached,
        problems,
        found,
        omitted,
        sources,
        read,
      },
      entries: entriesOf(config),
    };
  }

  /** A run that goes on past faults may go on past one that a script answers by ending OpenOCD: nothing is added to a whole config. */
  #problemsOf({ file, problems }: Config): readonly Problem[] {
    const isOpen = this.#job.isWhole === true && problems.length === 0;
    return isOpen ? this.#load(file, { lenient: false }).problems : problems;
  }

  /** Whether a config names an adapter anywhere, even in a part that a run without an adapter does not reach. */
  namesAdapter(file: string): boolean {
    const known = this.#namesAdapter.get(file) ?? this.#load(file, { seeksAdapter: true }).choosesAdapter;
    this.#namesAdapter.set(file, known);
    return known;
  }

  #load(file: string, options: LoadOptions): Config {
    const { searchPaths, openocd, facts, variables, cwd } = this.#job;
    this.count++;
    const deadline = this.#deadlines.get(file) ?? new Deadline();
    this.#deadlines.set(file, deadline);
    return loadConfigSync(file, {
      deadline,
      openocd,
      ...(facts && { facts }),
      searchPaths,
      fs: this.#fs,
      lenient: true,
      assume: assumed,
      ...(variables && { variables }),
      ...(cwd !== undefined && { cwd }),
      ...options,
    });
  }
}

function recording(fs: FileSystem, read: Set<string>, absolute: Absolute): FileSystem {
  return {
    ...fs,
    read: (path) => {
      read.add(absolute(path));
      return fs.read(path);
    },
  };
}
