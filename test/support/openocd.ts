import { spawnSync } from "node:child_process";
import { beforeEach, describe, it } from "vitest";
import { onPath, openocd } from "./programs.ts";

export { jimsh, listScripts, onPath, openocd, scriptsDir } from "./programs.ts";

/** What `openocd --version` says: `0.12.0`, `0.12.0-00024-g34afaa939`; undefined where it is not installed. */
const openocdVersion: string | undefined = openocd
  ? /Debugger (\S+)/.exec(spawnSync(openocd, ["--version"], { encoding: "latin1" }).stderr)?.[1]
  : undefined;

/**
 * A `describe` that cannot run for this reason: skipped, and it says why. Under CI, where a silently
 * skipped judge would be worth nothing, it fails instead. Without a reason a plain `describe`.
 */
export function describeUnless(reason: string | undefined) {
  return (name: string, fn: () => void): void => {
    if (!reason) {
      describe(name, fn);
      return;
    }
    describe(name, () => {
      it(`cannot run: ${reason}`, (context) => {
        if (process.env.CI) throw new Error(`${reason}, and CI is set`);
        context.skip(reason);
      });
    });
  };
}

/**
 * Skips the tests of a file, or those of some names, where programs are not on PATH, and says so. Under CI they fail
 * instead.
 */
export function needPrograms(programs: readonly string[], tests = /(?:)/): void {
  const missing = programs.filter((name) => onPath(name) === undefined);
  if (missing.length === 0) return;
  const reason = `not installed: ${missing.join(", ")}`;
  beforeEach(({ task, skip }) => {
    if (!tests.test(task.name)) return;
    if (process.env.CI) throw new Error(`${reason}, and CI is set`);
    skip(reason);
  });
}

/** The version whose answers the tests expect. */
const JUDGE = "0.12.0";

/** `describe` for tests that ask the real OpenOCD, 0.12.0. */
export const describeWithOpenocd = describeUnless(
  !openocd
    ? "openocd is not installed"
    : openocdVersion !== JUDGE
      ? `openocd is version ${openocdVersion}, not ${JUDGE}`
      : undefined,
);
