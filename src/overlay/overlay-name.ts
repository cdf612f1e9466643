import { relative, resolve, sep } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { staysInside } from "../files/paths.ts";
import type { Project } from "../install/project.ts";
import { scriptsFolderAround } from "../install/scripts-folder.ts";
import { configName } from "../manifest/manifest.ts";
import { OverlayError } from "./errors.ts";

/** What a project's own `openocd.cfg` is called in an overlay, whose own `openocd.cfg` finds it under both names. */
export const ownConfigName = "project-openocd.cfg";

/**
 * The name that an overlay has to give a file for `find` to take it for the original: `target/stm32l5x.cfg`. Relative
 * to the scripts folder the file belongs to, where that is searched, else to the root, else to a search folder.
 * A project's own `openocd.cfg` gets another name: that one is taken in an overlay. Throws OverlayError for a file outside
 * them all, which `find` never looks up.
 */
export function overlayName(path: string, scope: Pick<Project, "root" | "searchPaths">): string {
  const file = resolve(path);
  const folders = [scope.root, ...scope.searchPaths];
  const scripts = scriptsFolderAround(file, diskFiles);
  const preferred = scripts !== undefined && folders.includes(scripts) ? [scripts] : [];
  for (const folder of [...preferred, ...folders]) {
    const name = relative(folder, file).replaceAll(sep, "/");
    if (staysInside(name)) return name.toLowerCase() === configName ? ownConfigName : name;
  }
  throw new OverlayError(
    `${file} is in no search folder, so OpenOCD would not find a copy in an overlay; add its folder with -s, or use --diff`,
  );
}
