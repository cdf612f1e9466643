import { fileNameText } from "../files/file-names.ts";
import type { FileSystem } from "../files/file-system.ts";
import { loadConfigSync } from "../openocd/load.ts";
import { asked } from "./asked.ts";
import { findInstalls } from "./discover.ts";
import type { Machine } from "./machine.ts";
import { type Project, type ProjectOptions, withInstall } from "./project.ts";
import { projectAt } from "./project-at.ts";

/** Where and for what a config without scripts around it is run. */
export interface ElsewhereOptions extends ProjectOptions {
  fs: FileSystem;
  machine: Machine;
}

/**
 * A config without scripts around it, such as the one that the IDE makes for a project, sources scripts of an install.
 * Where no install is named, this uses the first one on the machine that has all of them, with its OpenOCD.
 */
export function withScriptsFound(project: Project, { fs, machine, ...options }: ElsewhereOptions): Project {
  const missing = missingScripts(project, fs, options);
  if (missing.length === 0) return project;
  const installs = findInstalls(machine);
  // A program that is started searches its own scripts, even if others are missing.
  const most = project.kind === "command" ? missing.length - 1 : 0;
  for (const { path, scripts } of installs) {
    if (scripts === undefined) continue;
    const own = projectAt(path, { ...options, disk: machine.disk });
    const still = missingScripts(withInstall(project, own, options), fs, options);
    if (still.length > most) continue;
    const install = options.openocd === undefined ? asked(own, { isNamed: true, machine }) : own;
    const { warnings, ...whole } = withInstall(project, install, options);
    const found = missing.filter((name) => !still.includes(name));
    const taken = `${project.path} sources ${found.join(", ")}, taken from ${scripts} of this machine; -s names another folder`;
    return { ...whole, warnings: [taken, ...warnings] };
  }
  const where =
    installs.length === 0
      ? "no OpenOCD was found on this machine"
      : `no OpenOCD of this machine has all that it sources (looked at ${installs.map(({ path }) => path).join(", ")})`;
  const advice = `${project.path} sources ${missing.join(", ")}, and ${where}; -s names the folder to look in`;
  return { ...project, warnings: [...project.warnings, advice] };
}

/** The scripts that configs source and that cannot be found. */
function missingScripts(
  { configs, searchPaths, openocd }: Project,
  fs: FileSystem,
  { cwd }: Pick<ProjectOptions, "cwd">,
): string[] {
  const options = {
    ...{ searchPaths, openocd: openocd.version, fs, lenient: true },
    ...(cwd !== undefined && { cwd }),
  };
  const problems = configs.flatMap((config) => loadConfigSync(config, options).problems);
  const names = problems.flatMap(({ code, subject = "" }) =>
    code === "file-not-found" ? [fileNameText(subject)] : [],
  );
  return [...new Set(names)];
}
