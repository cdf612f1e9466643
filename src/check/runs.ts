import type { FileSystem } from "../files/file-system.ts";
import type { Release } from "../openocd/data/releases.ts";
import { type LoadOptions, loadConfigSync } from "../openocd/load.ts";
import type { Config } from "../openocd/model.ts";
import { usualTransports } from "../openocd/transport.ts";
import { releaseNamed } from "../openocd/version.ts";
import { Library } from "../rules/library.ts";
import { assumed } from "../rules/settings.ts";

/** What to run, and how. */
export interface Job {
  /** Absolute paths of the configs. */
  configs: readonly string[];
  /** Absolute folders for `find`, in order. */
  searchPaths: readonly string[];
  openocd: string;
  /** The transports to run each config under; the usual ones where none is given. */
  transports?: readonly string[];
  variables?: Readonly<Record<string, string>>;
  cwd?: string;
}

/** One config run under one transport, going on past what rules know. */
export interface Run {
  config: Config;
  release: Release;
  library: Library;
}

/** Runs each config under each transport; one that selects its transport itself only once. */
export function* runs(job: Job, fs: FileSystem): Generator<Run> {
  const release = releaseNamed(job.openocd);
  const { openocd, searchPaths, variables, cwd } = job;
  const options = {
    openocd,
    searchPaths,
    fs,
    lenient: true,
    assume: assumed,
    ...(variables && { variables }),
    ...(cwd && { cwd }),
  };
  const library = new Library(searchPaths, fs);
  for (const file of job.configs) {
    for (const transport of job.transports ?? usualTransports) {
      const config = loadConfigSync(file, { ...options, transport });
      const own = ownRun(file, config, options);
      if (own !== undefined) {
        yield { config: own, release, library };
        break;
      }
      yield { config, release, library };
    }
  }
}

/** The run without an adapter chosen for it, of a config that names one anywhere. */
function ownRun(
  file: string,
  { choosesAdapter, complete }: Config,
  options: LoadOptions,
): Config | undefined {
  if (complete && !choosesAdapter) return undefined;
  const own = loadConfigSync(file, options);
  // One that does not come to its end may name an adapter all the same.
  const names =
    choosesAdapter ||
    own.choosesAdapter ||
    loadConfigSync(file, { ...options, seeksAdapter: true }).choosesAdapter;
  return names ? own : undefined;
}
