import { asked } from "./asked.ts";
import { findInstalls } from "./discover.ts";
import { ProjectError } from "./errors.ts";
import { chosen } from "./inventory.ts";
import type { Machine } from "./machine.ts";
import type { Project, ProjectOptions } from "./project.ts";
import { projectAt } from "./project-at.ts";

/** The name for the default install of this machine. */
export const autoInstall = "auto";

/**
 * The path of a named install. Throws ProjectError where it should be found on this machine, but the machine has none.
 */
function installPath(word: string, machine: Machine): string {
  if (word !== autoInstall) return word;
  const install = chosen(findInstalls(machine));
  if (install !== undefined) return install.path;
  throw new ProjectError(
    "--install auto: no OpenOCD with its scripts was found on this machine; give --install the folder of one",
  );
}

/**
 * The install of STM32CubeIDE to check where none is named. The scripts of a system's own OpenOCD, for all chips, do
 * not need fixing. Throws ProjectError where there is no STM32CubeIDE.
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

/**
 * That install. The user names it, so its program may be asked for its version. Throws ProjectError for a path that is
 * not an install.
 */
export function namedInstall(word: string, options: ProjectOptions, machine: Machine): Project {
  const project = projectAt(installPath(word, machine), { ...options, disk: machine.disk });
  if (project.kind === "file") {
    throw new ProjectError(`--install ${word}: that is a config, and not an install`);
  }
  return options.openocd === undefined ? asked(project, { isNamed: true, machine }) : project;
}
