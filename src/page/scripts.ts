import { diskOf } from "../files/disk-of.ts";
import type { FileSystem } from "../files/file-system.ts";
import { isScriptsFolder } from "../install/scripts-folder.ts";
import type { DroppedFiles } from "./protocol.ts";

/** The folder for files that were dropped without a folder. */
export const looseFolder = "/dropped";

/** Files that are configs, or parts of them. */
export const configName = /\.(?:cfg|tcl)$/i;

/** The folders of scripts among what was dropped, the outermost first: OpenOCD's `-s`. */
export function scriptsFolders(files: DroppedFiles, fs: FileSystem): string[] {
  const disk = diskOf(fs);
  const folders = new Set<string>();
  for (const [path] of files) {
    const at = path.lastIndexOf("/target/");
    if (at > 0 && configName.test(path)) folders.add(path.slice(0, at));
  }
  return [...folders]
    .filter((folder) => isScriptsFolder(folder, disk))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** What is checked where nothing was chosen: configs dropped by themselves, else the folders. */
export function subjectsOf(files: DroppedFiles): string[] {
  const folders = files.flatMap(([path]) => (configName.test(path) ? [`/${path.split("/")[1]}`] : []));
  return folders.includes(looseFolder) ? [looseFolder] : [...new Set(folders)];
}
