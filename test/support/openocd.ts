import { spawnSync } from "node:child_process";
import { describe, it } from "vitest";
import { openocd } from "./programs.ts";

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
