import { asked } from "./asked.ts";
import { findInstalls } from "./discover.ts";
import { ProjectError } from "./errors.ts";
import { chosen } from "./inventory.ts";
import type { Machine } from "./machine.ts";
import type { Project, ProjectOptions } from "./project.ts";
import { projectAt } from "./project-at.ts";

/** What stands for the install to use of those on this machine, where one is named. */
export const autoInstall = "auto";

/** The path of a named install. Throws ProjectError where it is to be found on this machine, which has none. */
function installPath(word: string, machine: Machine): string {
  if (word !== autoInstall) return word;
  const install = chosen(findInstalls(machine));
  if (install !== undefined) return install.path;
  throw new ProjectError(
    "--install auto: no OpenOCD with its scripts was found on this machine; give --install the folder of one",
  );
}

/**
 * The install of STM32CubeIDE to check where none is named: the scripts of all chips that a system's OpenOCD brings are
 * nobody's to fix. Throws ProjectError where there is none.
 */
export function cubeIdePath(machine: Machine): string {
  const installs = findInstalls(machine);
  const install = chosen(installs.filter(({ plugin }) => plugin !== undefined));
  if (install !== undefined) return install.path;
  const other = chosen(installs)?.scripts;
  const advice =
    other === undefined
      ? "give --install the folder of one"
      : `${other} can be named as it is, and --install auto uses it for a config that is named`;
  throw new ProjectError(`--install auto: no STM32CubeIDE was found on this machine; ${advice}`);
}

/** That install. A person names it, so its program may be asked for its version. Throws ProjectError for what is none. */
export function namedInstall(word: string, options: ProjectOptions, machine: Machine): Project {
  const project = projectAt(installPath(word, machine), { ...options, disk: machine.disk });
  if (project.kind === "file") {
    throw new ProjectError(`--install ${word}: that is a config, and not an install`);
  }
  return options.openocd === undefined ? asked(project, { isNamed: true, machine }) : project;
}
