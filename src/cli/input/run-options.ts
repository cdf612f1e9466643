import { knownTransports } from "../../check/options.ts";
import { fileNameBytes } from "../../files/file-names.ts";
import type { Project } from "../../install/project.ts";
import { isVersion } from "../../openocd/version.ts";
import { UsageError } from "../usage-error.ts";

/** The options that say how configs are run. */
export interface RunOptions {
  search: string[];
  transport: string[];
  openocd?: string;
  /** An install by its path, or `auto`; or one that is made out already. */
  install?: string | Project;
  /** Only findings and results are printed. */
  quiet?: boolean;
  set: string[];
}

/** Checks the words of these options. Throws UsageError. */
export function checkRunOptions({ openocd, transport }: RunOptions): void {
  if (openocd !== undefined && !isVersion(openocd)) {
    throw new UsageError(`--openocd ${openocd}: that is not a version of OpenOCD, such as 0.12.0`);
  }
  const known = knownTransports();
  for (const name of transport) {
    if (!known.includes(name)) throw new UsageError(`--transport ${name}: OpenOCD has ${known.join(", ")}`);
  }
}

/** `NAME=VALUE` words as variables, in bytes as Tcl has them. Throws UsageError. */
export function variablesOf(words: readonly string[]): Record<string, string> {
  return Object.fromEntries(words.map((word) => assignment(word).map(fileNameBytes)));
}

/** Name and value of a `NAME=VALUE` word. Throws UsageError. */
export function assignment(word: string): [name: string, value: string] {
  const equals = word.indexOf("=");
  if (equals < 1) throw new UsageError(`--set ${word}: give it as NAME=VALUE`);
  return [word.slice(0, equals), word.slice(equals + 1)];
}
