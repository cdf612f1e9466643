/** Which overlays this user made: what only a file says must not decide which program is run. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileNameBytes } from "../files/file-names.ts";
import { sha256 } from "../files/hash.ts";
import type { Machine } from "./machine.ts";
import { thisMachine } from "./this-machine.ts";

/**
 * Notes that this user made an overlay that names a program or files, or trusts it in that. The note goes where programs keep their state,
 * and holds no names. Without a place to write it, the user is asked when the overlay is used.
 */
export function noteMadeHere(folder: string, named: string, machine: Machine = thisMachine()): void {
  const file = noteFor(folder, named, machine);
  try {
    mkdirSync(machine.disk.path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, "", { mode: 0o600 });
  } catch {
    // A home that cannot be written.
  }
}

/** Whether {@link noteMadeHere} was called for an overlay in this place, which names this. */
export function isMadeHere(folder: string, named: string, machine: Machine = thisMachine()): boolean {
  return existsSync(noteFor(folder, named, machine));
}

function noteFor(folder: string, named: string, machine: Machine): string {
  const { disk } = machine;
  const name = sha256(fileNameBytes(`${disk.realpath(folder)}\0${named}`));
  return disk.path.join(stateFolder(machine), "l5cfg-fix", "overlays", name);
}

function stateFolder({ platform, env, home, disk: { path } }: Machine): string {
  if (platform === "win32") return env.LOCALAPPDATA || path.join(home, "AppData", "Local");
  const state = env.XDG_STATE_HOME;
  return state && path.isAbsolute(state) ? state : path.join(home, ".local", "state");
}
