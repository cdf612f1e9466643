import { accessSync, constants, readdirSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";

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

/** The scripts folder installed with `openocd`; where there is no `openocd`, Debian's. */
export const scriptsDir: string = openocd
  ? resolve(dirname(realpathSync(openocd)), "../share/openocd/scripts")
  : "/usr/share/openocd/scripts";

/**
 * The scripts of a folder under `sub`, sorted, named as OpenOCD would be given them: `target/stm32l5x.cfg`. The folder is
 * the installed one, if none is named; empty where that is not there.
 */
export function listScripts(sub: string, pattern: RegExp = /\.cfg$/, scripts: string = scriptsDir): string[] {
  const names: string[] = [];
  const walk = (dir: string) => {
    for (const entry of readdirSync(join(scripts, dir), { withFileTypes: true })) {
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
