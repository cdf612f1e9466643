/** Which overlays this user made: the content of a file alone must not decide which program runs. */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileNameBytes } from "../files/file-names.ts";
import { sha256 } from "../files/hash.ts";
import type { Machine } from "./machine.ts";
import { thisMachine } from "./this-machine.ts";

/**
 * Records that this user made an overlay that names a program or files, or trusts these. The record is in the folder
 * for program state, and contains no names. Where it cannot be written, the user is asked when the overlay is used.
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

/** Whether {@link noteMadeHere} was called for an overlay at this place that names these files. */
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
