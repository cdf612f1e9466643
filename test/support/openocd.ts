import { spawnSync } from "node:child_process";
import { accessSync, constants, readdirSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { describe, it } from "vitest";

/** The first executable file of this name on PATH, as PATH spells it; undefined where there is none. */
export function onPath(name: string): string | undefined {
  for (const dir of (process.env.PATH ?? "").split(delimiter)) {
    const file = join(dir || ".", name);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not there, or not ours to run.
    }
  }
  return undefined;
}

/** The real `openocd`, or undefined where it is not installed. */
export const openocd: string | undefined = onPath("openocd");

/** `jimsh`, the bare Jim Tcl shell: the judge of what is Tcl rather than OpenOCD. */
export const jimsh: string | undefined = onPath("jimsh");

/** What `openocd --version` says: `0.12.0`, `0.12.0-00024-g34afaa939`; undefined where it is not installed. */
const openocdVersion: string | undefined = openocd
  ? /Debugger (\S+)/.exec(spawnSync(openocd, ["--version"], { encoding: "latin1" }).stderr)?.[1]
  : undefined;

/** The scripts folder installed with `openocd`; where there is no `openocd`, Debian's. */
export const scriptsDir: string = openocd
  ? resolve(dirname(realpathSync(openocd)), "../share/openocd/scripts")
  : "/usr/share/openocd/scripts";

/**
 * The installed scripts under `sub`, sorted, named as OpenOCD would be given them: `target/stm32l5x.cfg`.
 * Empty where OpenOCD is not installed.
 */
export function listScripts(sub: string, pattern: RegExp = /\.cfg$/): string[] {
  const names: string[] = [];
  const walk = (dir: string) => {
    for (const entry of readdirSync(join(scriptsDir, dir), { withFileTypes: true })) {
      const name = `${dir}/${entry.name}`;
      if (entry.isDirectory()) walk(name);
      else if (pattern.test(name)) names.push(name);
    }
  };
  try {
    walk(sub);
  } catch {
    return [];
  }
  return names.sort();
}

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

/** `describe` for tests that ask the bare Jim Tcl shell. */
export const describeWithJimsh = describeUnless(jimsh ? undefined : "jimsh is not installed");
