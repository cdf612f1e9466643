import { diskFiles } from "../files/disk-files.ts";
import { posixPath } from "../files/posix-path.ts";
import { type OpenedProject, type OpenProjectsOptions, openWith } from "./open-with.ts";
import { settingsFor } from "./settings.ts";

/**
 * Makes projects of a path, as its project file says: one for the configs that are run in the same way, mostly one in all.
 * What is given comes before what the file says. The program that a file names is not run: give it as `openocdBin` where
 * you trust it. Throws ProjectFileError for a file that cannot be used as it is, and as `openProject` does.
 *
 * @example
 * ```ts
 * import { check, openProjects } from "l5cfg-fix";
 *
 * const opened = openProjects("fixtures/stm32cubeide_1.4.0", { transports: ["hla_swd"] });
 * const results = opened.map(({ project, options }) => check(project, options));
 * console.log(results.map(({ findings }) => findings.length)); // prints [ 3 ]
 * ```
 */
export function openProjects(path: string, options: OpenProjectsOptions = {}): OpenedProject[] {
  const { fs = diskFiles, cwd = ".", projectFile } = options;
  const { resolve } = fs.path ?? posixPath;
  const at = resolve(cwd, path);
  const given = typeof projectFile === "string" ? resolve(cwd, projectFile) : undefined;
  return openWith(projectFile === false ? undefined : settingsFor(at, fs, given), at, path, {
    ...options,
    fs,
  });
}
