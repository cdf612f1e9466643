import { isUsual } from "./asked.ts";
import { ProjectError } from "./errors.ts";
import { isMadeHere } from "./made-here.ts";
import { thisMachine } from "./this-machine.ts";

/** An overlay of somebody else's names the program to run, and nobody has said that it may be run. */
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
 * Throws TrustError where only an overlay's manifest says which program to run: one that neither this user made the overlay
 * with, nor belongs to an install in a usual place.
 */
export function checkTrust(folder: string, binary: string): void {
  const machine = thisMachine();
  if (isMadeHere(folder, binary, machine) || isUsual(binary, machine)) return;
  throw new TrustError(folder, binary);
}
