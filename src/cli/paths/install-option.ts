import { isThere } from "../../files/look.ts";
import { asked } from "../../install/asked.ts";
import { findInstalls } from "../../install/discover.ts";
import { chosen } from "../../install/inventory.ts";
import type { Manifest } from "../../install/manifest.ts";
import { type Scope, type ScopeOptions, scopeOf } from "../../install/scope.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { ownCommand } from "../../overlay/shell.ts";
import { UsageError } from "../errors.ts";

/** What `--install` takes for the install to use of those on this machine. */
export const autoInstall = "auto";

/** Where the install is that `--install` names. Throws UsageError where this machine has none. */
export function installPath(word: string): string {
  if (word !== autoInstall) return word;
  const install = chosen(findInstalls(thisMachine()));
  if (install !== undefined) return install.path;
  throw new UsageError(
    "--install auto: no OpenOCD with its scripts was found on this machine; give --install the folder of one",
  );
}

/** That install. A person names it, so its program may be asked for its version. */
export function installNamed(word: string, options: ScopeOptions): Scope {
  const scope = scopeOf(installPath(word), options);
  if (scope.kind === "file") throw new UsageError(`--install ${word}: that is a config, and not an install`);
  return options.openocd === undefined ? asked(scope, true) : scope;
}

/**
 * The install that an overlay was made with. Only the overlay names it now, so no program of it is asked: as long as the
 * scripts are of the same plugin, its OpenOCD is the one that the overlay says. Throws UsageError where it is gone.
 */
export function installOf(overlay: string, { made, openocd }: Manifest, options: ScopeOptions): Scope {
  const install = made!.install!;
  if (!isThere(install)) {
    const another = ownCommand(["--refresh", overlay, "--install", "PATH"]);
    throw new UsageError(
      `${overlay} was made with the install ${install}, which is gone; name the one to use now: ${another}`,
    );
  }
  const scope = scopeOf(install, options);
  if (options.openocd !== undefined || scope.plugin?.path !== made!.plugin?.path) return scope;
  const same = scopeOf(install, { ...options, openocd: openocd.version });
  return { ...same, openocd: { ...same.openocd, why: openocd.why } };
}
