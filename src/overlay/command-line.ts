/** An overlay of a command line: which files it is about, and the same command line with it. */

import { isAbsolute, join, resolve } from "node:path";
import type { RunResult } from "../check/result.ts";
import type { Project } from "../install/project.ts";
import { flashCommand, type OverlayAt } from "./openocd-command.ts";
import type { OverlayPlan } from "./overlay-plan.ts";

type Runs = readonly Pick<RunResult, "config" | "choosesAdapter" | "read">[];

/** What an overlay is about: the project itself, or the files that its command line names. */
export function overlayScope(
  project: Project,
  runs: Runs,
  patched: readonly { path: string }[],
): Pick<OverlayPlan, "scope" | "runs"> {
  const { commandLine, root, searchPaths } = project;
  if (commandLine === undefined) return { scope: project, runs };
  const named = commandLine.files.flatMap(({ path }) => path ?? []);
  const own = named.filter((file) => patched.some(({ path }) => path === file));
  const configs = [...new Set(own.length > 0 ? own : named.slice(-1))];
  const isAlone = named.length === 1;
  return {
    scope: {
      ...project,
      // It is about these files, wherever they are.
      ...{ kind: "file", location: configs[0] ?? project.location, configs },
      ...{ root: searchPaths[0] ?? root, searchPaths: [...searchPaths, root] },
    },
    runs: configs.map((config) => ({
      config,
      choosesAdapter: isAlone && runs.some(({ choosesAdapter }) => choosesAdapter),
      read: [...new Set(runs.flatMap(({ read }) => read))],
    })),
  };
}

/**
 * The command line with an overlay in front. OpenOCD first tries a name as it is written. So a file in the working directory,
 * or one with an absolute name, is replaced by its name in the overlay. Undefined where the project is not made of a command
 * line, or where a script of the working directory is sourced by another one: no option changes that.
 */
function commandLineWith(overlay: OverlayAt, { commandLine, root }: Project): string[] | undefined {
  if (commandLine === undefined) return undefined;
  const { folder, manifest } = overlay;
  const copies = new Map(manifest.files.map(({ path, original }) => [original, path]));
  const isFirst = (name: string, path: string) => isAbsolute(name) || resolve(root, name) === path;
  const names = new Map<string, string>();
  for (const { name, path = "" } of commandLine.files) {
    const copy = copies.get(path);
    if (copy !== undefined && isFirst(name, path)) names.set(name, join(folder, copy));
    copies.delete(path);
  }
  if ([...copies].some(([original, name]) => isFirst(name, original))) return undefined;
  const [first = ""] = commandLine.words;
  const hasProgram = !first.startsWith("-");
  const words = hasProgram ? commandLine.words.slice(1) : commandLine.words;
  const program = hasProgram ? first : (manifest.openocd.binary ?? "openocd");
  return [program, "-s", folder, ...words.map((word) => renamed(word, names))];
}

function renamed(word: string, names: ReadonlyMap<string, string>): string {
  for (const [name, copy] of names) {
    for (const option of ["", "-f", "--file="]) if (word === option + name) return option + copy;
  }
  return word;
}

/** The command that uses an overlay, as one types it: the same command line, or one that flashes. */
export function commandFor(overlay: OverlayAt, project: Project): { argv: string[]; isSame: boolean } {
  const same = commandLineWith(overlay, project);
  return { argv: same ?? flashCommand(overlay), isSame: same !== undefined };
}
