import { exists } from "../../files/stat.ts";
import type { Project, ProjectOptions } from "../../install/project.ts";
import { projectAt } from "../../install/project-at.ts";
import type { Manifest } from "../../manifest/manifest.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { UsageError } from "../usage-error.ts";

/**
 * The install that an overlay was made with. Only the overlay names it now, so no program of it is asked: as long as the
 * scripts are of the same plugin, its OpenOCD is the one that the overlay says. Throws UsageError where it is gone.
 */
export function installOf(overlay: string, { made, openocd }: Manifest, options: ProjectOptions): Project {
  const install = made!.install!;
  if (!exists(install)) {
    const another = ownCommand(["--refresh", overlay, "--install", "PATH"]);
    throw new UsageError(
      `${overlay} was made with the install ${install}, which is gone; name the one to use now: ${another}`,
    );
  }
  const scope = projectAt(install, options);
  if (options.openocd !== undefined || scope.plugin?.path !== made!.plugin?.path) return scope;
  const same = projectAt(install, { ...options, openocd: openocd.version });
  return { ...same, openocd: { ...same.openocd, why: openocd.why } };
}
