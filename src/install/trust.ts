import { isUsual } from "./asked.ts";
import { ProjectError } from "./errors.ts";
import { isMadeHere } from "./made-here.ts";
import { thisMachine } from "./this-machine.ts";

/** An overlay of another user names the program to run, and the user has not confirmed it. */
export class TrustError extends ProjectError {
  /** Absolute. */
  readonly folder: string;
  /** The program. */
  readonly binary: string;

  constructor(folder: string, binary: string) {
    super(
      `the overlay ${folder} was not made here, and wants to run ${binary}: --trust runs it, --openocd-bin names another program`,
    );
    this.folder = folder;
    this.binary = binary;
  }
}

/**
 * Throws TrustError where only an overlay's manifest names the program to run, unless this user made the overlay with
 * that program, or the program belongs to an install in a usual place.
 */
export function checkTrust(folder: string, binary: string): void {
  const machine = thisMachine();
  if (isMadeHere(folder, binary, machine) || isUsual(binary, machine)) return;
  throw new TrustError(folder, binary);
}
