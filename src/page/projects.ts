import { type FileSystem, L5cfgFixError, openProject, type Project } from "../core.ts";
import type { DroppedFiles } from "./protocol.ts";
import { configName, looseFolder, scriptsFolders, subjectsOf } from "./scripts.ts";

/** What of the dropped files is checked, and for which OpenOCD. */
interface Choice {
  openocd: string;
  /** One config; all that were dropped where it is empty. */
  config: string;
}

/** What is checked together, each under the name that a person knows. Throws L5cfgFixError where nothing is a config. */
export function projectsOf(
  files: DroppedFiles,
  fs: FileSystem,
  { openocd, config }: Choice,
): [Project, ...Project[]] {
  const searchPaths = scriptsFolders(files, fs);
  const open = (path: string) => openProject(path, { fs, searchPaths, ...(openocd !== "" && { openocd }) });
  if (config !== "") return [named(open(config))];
  const [first, ...others] = subjectsOf(files).map((subject) => named(opened(subject, files, open)));
  if (first === undefined) {
    throw new L5cfgFixError("project", "there is no config among these files: none ends in .cfg or .tcl");
  }
  return [first, ...others];
}

function opened(subject: string, files: DroppedFiles, open: (path: string) => Project): Project {
  try {
    return open(subject);
  } catch (error) {
    // A folder that is laid out like nothing of OpenOCD's: all configs in it.
    const inside = files.map(([path]) => path).filter((path) => path.startsWith(`${subject}/`));
    const configs = inside.filter((path) => /\.cfg$/i.test(path));
    const all = configs.length > 0 ? configs : inside.filter((path) => configName.test(path));
    if (all[0] === undefined) throw error;
    return { ...open(all[0]), kind: "folder", location: subject, root: subject, configs: all.sort() };
  }
}

/** A project by the name of what was dropped; its paths are those of this page's own file system. */
function named(project: Project): Project {
  const { location, configs } = project;
  const only = configs.length === 1 ? configs[0]! : location;
  const path =
    only === looseFolder ? `${configs.length} configs` : only.replace(`${looseFolder}/`, "/").slice(1);
  return { ...project, path };
}
