import type { FileSystem } from "../../files/file-system.ts";
import { asked } from "../../install/asked.ts";
import { findInstalls } from "../../install/discover.ts";
import { type Scope, type ScopeOptions, scopeOf, withInstall } from "../../install/scope.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { loadConfigSync } from "../../openocd/load.ts";
import { nameOf } from "../../openocd/names.ts";
import { listed } from "../../rules/words.ts";

/**
 * A config that lies alone, such as the one that the IDE makes for a project, sources scripts of an install. Where none is
 * named, the first on this machine that has them all is taken, and its OpenOCD with it.
 */
export function withScriptsFound(scope: Scope, options: ScopeOptions, fs: FileSystem): Scope {
  const missing = missingScripts(scope, fs);
  if (missing.length === 0) return scope;
  const installs = findInstalls(thisMachine());
  for (const { path, scripts } of installs) {
    if (scripts === undefined) continue;
    const own = scopeOf(path, options);
    if (missingScripts(withInstall(scope, own, options), fs).length > 0) continue;
    const told = options.openocd === undefined ? asked(own, true) : own;
    const { warnings, ...found } = withInstall(scope, told, options);
    const taken = `${scope.path} sources ${listed(missing)}, taken from ${scripts} of this machine; -s names another folder`;
    return { ...found, warnings: [taken, ...warnings] };
  }
  const where =
    installs.length === 0
      ? "no OpenOCD was found on this machine"
      : `no OpenOCD of this machine has all that it sources (looked at ${listed(installs.map(({ path }) => path))})`;
  const advice = `${scope.path} sources ${listed(missing)}, and ${where}; -s names the folder to look in`;
  return { ...scope, warnings: [...scope.warnings, advice] };
}

/** The scripts that a config sources and that cannot be found. */
function missingScripts({ location, searchPaths, openocd }: Scope, fs: FileSystem): string[] {
  const { problems } = loadConfigSync(location, { searchPaths, openocd: openocd.version, fs, lenient: true });
  const names = problems.flatMap(({ code, subject = "" }) =>
    code === "file-not-found" ? [nameOf(subject)] : [],
  );
  return [...new Set(names)];
}
