import type { Work } from "../input/work.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Configs of several paths as one, for one overlay. Throws UsageError where they are not run in the same way: an overlay is
 * for one folder of scripts and one OpenOCD.
 */
export function merged(work: readonly Work[]): Work {
  const [first, ...others] = work as [Work, ...Work[]];
  const other = others.find((one) => keyOf(one) !== keyOf(first));
  if (other !== undefined)
    throw new UsageError(`an overlay is for configs that are run in the same way; ${why(first, other)}`);
  const configs = [...new Set(work.flatMap(({ project }) => project.configs))];
  return { ...first, project: { ...first.project, configs }, isMerged: true };
}

function keyOf({ project, options }: Work): string {
  const { root, searchPaths, openocd, projectFile } = project;
  const { transports, variables } = options;
  return JSON.stringify([root, searchPaths, openocd.version, projectFile, transports, variables]);
}

function why({ project: a }: Work, { project: b }: Work): string {
  const [one, another] = [a.configs[0], b.configs[0]];
  const difference =
    a.root !== b.root
      ? `are in ${a.root} and ${b.root}`
      : a.openocd.version !== b.openocd.version
        ? `are for OpenOCD ${a.openocd.version} and ${b.openocd.version}`
        : "have other search folders, transports or variables";
  return `${one} and ${another} ${difference}: run l5cfg-fix once for each, with its own -o, or use --in-place or --diff`;
}
