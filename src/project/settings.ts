import type { Level, LevelOf } from "../check/levels.ts";
import type { FileSystem } from "../files/file-system.ts";
import { posixPath } from "../files/posix-path.ts";
import { fullVersion } from "../openocd/named-version.ts";
import { findProjectFile } from "./find.ts";
import { matcher } from "./patterns.ts";
import { inBytes, type ProjectFile, readProjectFile } from "./read.ts";

/** How configs are run, as a project file says it. What it does not say is not there. */
export interface RunSettings {
  openocd?: string;
  /** Absolute. */
  searchPaths?: string[];
  transports?: string[];
  /** In bytes, one character each. */
  variables?: Record<string, string>;
}

/** What a project file says. */
export interface ProjectSettings {
  /** The project file, absolute. */
  file: string;
  /** The program that it names, absolute. Run it only where the user trusts the file. */
  openocdBin?: string;
  /** How a config, by its absolute path, is run. */
  runOf(config: string): RunSettings;
  /** How findings are reported: for `severityOf` of `check` and `fix`. */
  severityOf: LevelOf;
  /** Whether a config is not to be checked by itself. */
  isExcluded(config: string): boolean;
}

/**
 * What the project file says that counts for an absolute path: the one given, else the nearest `l5cfg-fix.config.json` in
 * its folder or above. Undefined where there is none. Throws ProjectFileError for one that cannot be used as it is.
 */
export function settingsFor(at: string, fs: FileSystem, given?: string): ProjectSettings | undefined {
  const file = given ?? findProjectFile(at, fs);
  return file === undefined ? undefined : settingsOf(readProjectFile(file, fs), fs);
}

function settingsOf({ file, folder, content }: ProjectFile, fs: FileSystem): ProjectSettings {
  const { path = posixPath } = fs;
  const { openocdBin, exclude = [], overrides = [] } = content;
  const parts = overrides.map((part) => ({ part, matches: matcher(part.files, folder, path) }));
  /** What counts for a file, the last word last. */
  const layersOf = (name: string) => [
    content,
    ...parts.filter(({ matches }) => matches(name)).map(({ part }) => part),
  ];
  return {
    file,
    ...(openocdBin !== undefined && { openocdBin: path.resolve(folder, openocdBin) }),
    runOf: (config) => merged(layersOf(config), (name) => path.resolve(folder, name)),
    severityOf: (rule, name) =>
      layersOf(name).reduce<Level | undefined>(
        (level, { severities }) => severities?.[rule] ?? level,
        undefined,
      ),
    isExcluded: matcher(exclude, folder, path),
  };
}

type Layer = Pick<ProjectFile["content"], "openocd" | "searchPaths" | "transports" | "variables">;

/** Variables are put together by name; of all else the last word counts. */
function merged(layers: readonly Layer[], resolve: (name: string) => string): RunSettings {
  const settings: RunSettings = {};
  for (const { openocd, searchPaths, transports, variables } of layers) {
    if (openocd !== undefined) settings.openocd = fullVersion(openocd);
    if (searchPaths !== undefined) settings.searchPaths = searchPaths.map(resolve);
    if (transports !== undefined) settings.transports = transports;
    if (variables !== undefined) settings.variables = { ...settings.variables, ...inBytes(variables) };
  }
  return settings;
}
