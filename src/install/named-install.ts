import { asked } from "./asked.ts";
import { findInstalls } from "./discover.ts";
import { ProjectError } from "./errors.ts";
import { chosen } from "./inventory.ts";
import type { Machine } from "./machine.ts";
import type { Project, ProjectOptions } from "./project.ts";
import { projectAt } from "./project-at.ts";

/** What stands for the install to use of those on this machine, where one is named. */
const autoInstall = "auto";

/** The path of a named install. Throws ProjectError where it is to be found on this machine, which has none. */
export function installPath(word: string, machine: Machine): string {
  if (word !== autoInstall) return word;
  const install = chosen(findInstalls(machine));
  if (install !== undefined) return install.path;
  throw new ProjectError(
    "--install auto: no OpenOCD with its scripts was found on this machine; give --install the folder of one",
  );
}

/** That install. A person names it, so its program may be asked for its version. Throws ProjectError for what is none. */
export function namedInstall(word: string, options: ProjectOptions, machine: Machine): Project {
  const project = projectAt(installPath(word, machine), { ...options, disk: machine.disk });
  if (project.kind === "file") {
    throw new ProjectError(`--install ${word}: that is a config, and not an install`);
  }
  return options.openocd === undefined ? asked(project, { isNamed: true, machine }) : project;
}
