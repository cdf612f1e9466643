import { checkAsync } from "../check/api.ts";
import type { ConfirmedRun } from "../check/confirmation.ts";
import type { PatchedFile } from "../check/patch.ts";
import type { FileSystem } from "../files/file-system.ts";
import type { Project } from "../install/project.ts";
import { type Binary, factsOf, withOwnScripts } from "./binary.ts";
import { confirmAll, usualOutput } from "./confirm/confirm.ts";
import type { Skipped } from "./subjects.ts";

/** What OpenOCD makes of a config that there is no board for: it is run up to `init`, and nothing is flashed. */
export interface ConfirmedConfig {
  /** As `find` takes it. */
  config: string;
  /** Whether it is accepted under some transport, as it is when fixed, and all runs went as expected. */
  isAccepted: boolean;
  runs: ConfirmedRun[];
}

/** What is run, and how: see `ProveOptions`. */
interface OthersOptions {
  scope: Project;
  fs: FileSystem;
  variables: Readonly<Record<string, string>>;
  transports: readonly string[];
  /** Seconds. */
  timeout: number;
  signal?: AbortSignal | undefined;
}

/** Has OpenOCD run the configs that there is no board for, as they are and as they are when fixed. */
export async function confirmOthers(
  { scope, fs, variables, transports, timeout, signal }: OthersOptions,
  { binary, skipped, files }: { binary: Binary; skipped: readonly Skipped[]; files: readonly PatchedFile[] },
): Promise<ConfirmedConfig[]> {
  const others = skipped.flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }]));
  if (others.length === 0) return [];
  const { path, version } = binary;
  const openocd = { version, why: `${path} says so`, exact: true, facts: factsOf(binary) };
  const configs = others.map((one) => one.path);
  const project = withOwnScripts({ ...scope, configs, openocd }, binary);
  const how = transports.length > 0 ? { transports } : {};
  const { runs } = await checkAsync(project, { fs, variables, ...how });
  const compared = await confirmAll({
    ...{ program: binary, project, subjects: runs, files, variables, signal },
    ...{ cwd: process.cwd(), timeoutMs: 1000 * timeout, mostOutput: usualOutput },
  });
  return others.map(({ name, path: config }) => {
    const own = compared.flatMap(({ run }) => (run.config === config ? [run] : []));
    return { config: name, isAccepted: isAccepted(own), runs: own };
  });
}

function isAccepted(runs: readonly ConfirmedRun[]): boolean {
  const patched = runs.filter(({ side }) => side === "patched");
  const counting = patched.length > 0 ? patched : runs;
  const isTaken = ({ says }: ConfirmedRun) => says === "accepted" || says === "init";
  return counting.some(isTaken) && runs.every(({ agrees }) => agrees);
}
