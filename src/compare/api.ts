import { type FileCheckOptions, jobOf, openProject } from "../check/engine.ts";
import { requireKnown, requireSynchronous } from "../check/options.ts";
import { snapshot } from "../files/snapshot.ts";
import type { Project } from "../install/project.ts";
import { compareFiles, type FileComparison } from "./files.ts";
import type { Both } from "./roles.ts";
import type { Subject } from "./runs.ts";

/**
 * Compares two configs by effect: what each makes for OpenOCD, under every transport that both have. Each one is given
 * as a path or as a project, whose first config is used. Throws as `check` does.
 *
 * @example
 * ```ts
 * import { compare, memoryFiles } from "l5cfg-fix/core";
 *
 * const fs = memoryFiles(
 *   new Map([
 *     ["/own.cfg", "reset_config srst_only"],
 *     ["/theirs.cfg", "reset_config none"],
 *   ]),
 * );
 * const { differences } = compare({ file: "/own.cfg", reference: "/theirs.cfg" }, { fs });
 * console.log(differences.map(({ title }) => title)); // prints [ 'reset_config' ]
 * ```
 */
export function compare(
  { file, reference }: Both<string | Project>,
  options: FileCheckOptions,
): FileComparison {
  requireKnown(options.transports ?? []);
  const fs = snapshot(requireSynchronous(options.fs));
  const subject = (one: string | Project): Subject => {
    const { configs, ...job } = jobOf(typeof one === "string" ? openProject(one, options) : one, options);
    return { file: configs[0]!, job, fs };
  };
  return compareFiles({ file: subject(file), reference: subject(reference) });
}
