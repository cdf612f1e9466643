import module from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Keeps what V8 compiles for the next run, in this user's cache folder: node's own choice, the folder for temporary files, is
 * one that others may write to. Node 20 has no such cache; `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
 */
export function keepCompiledCode({ env, platform }: Pick<NodeJS.Process, "env" | "platform">): void {
  const { enableCompileCache } = module as { enableCompileCache?: (folder: string) => unknown };
  enableCompileCache?.(join(cacheFolder(env, platform), "l5cfg-fix"));
}

function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === "win32" && env.LOCALAPPDATA) return env.LOCALAPPDATA;
  if (env.XDG_CACHE_HOME?.startsWith("/")) return env.XDG_CACHE_HOME;
  return join(homedir(), platform === "darwin" ? "Library/Caches" : ".cache");
}
