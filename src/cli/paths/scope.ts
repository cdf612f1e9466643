import type { FileSystem } from "../../files/file-system.ts";
import { type Scope, scopeOf, withInstall } from "../../install/scope.ts";
import { isScriptsFolder } from "../../install/scripts-folder.ts";
import type { SharedOptions } from "./inputs.ts";
import { stdinScope, stdinWord } from "./stdin.ts";

/**
 * What a path of the command line is, with the install that `--install` names, or one of this machine for a config that
 * needs scripts which nothing else leads to. What looks for installs and asks programs is loaded only where needed.
 */
export async function scopeFor(path: string, options: SharedOptions, fs: FileSystem): Promise<Scope> {
  const { search: searchPaths, openocd, install } = options;
  const given = { searchPaths, ...(openocd !== undefined && { openocd }) };
  if (install !== undefined) {
    const { installNamed } = await import("./install-option.ts");
    const named = typeof install === "string" ? installNamed(install, given) : install;
    return path === named.path ? named : withInstall(scopeOrStdin(path, given), named, given);
  }
  const scope = scopeOrStdin(path, given);
  if (isAlone(scope, options)) {
    const { withScriptsFound } = await import("./scripts-elsewhere.ts");
    return withScriptsFound(scope, given, fs);
  }
  if (openocd !== undefined || !isOpen(scope)) return scope;
  return (await import("../../install/asked.ts")).asked(scope);
}

function scopeOrStdin(path: string, given: { searchPaths: string[]; openocd?: string }): Scope {
  return path === stdinWord ? stdinScope(given) : scopeOf(path, given);
}

/**
 * Whether only its program can tell a scope's OpenOCD. Not for an overlay, which says itself what it was written for, nor
 * for a part of an install whose plugin tells it: what is checked all day long starts no programs.
 */
function isOpen({ binary, kind, plugin, manifest }: Scope): boolean {
  if (binary === undefined || manifest !== undefined) return false;
  return plugin === undefined || kind === "install" || kind === "plugin";
}

/** Whether a config has no scripts around it, and none were named. */
function isAlone({ kind, root, plugin, manifest }: Scope, { search }: SharedOptions): boolean {
  const hasOthers = plugin !== undefined || manifest !== undefined || isScriptsFolder(root);
  return kind === "file" && search.length === 0 && !hasOthers;
}
