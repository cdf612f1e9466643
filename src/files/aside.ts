import { beside } from "./beside.ts";
import { isTaken } from "./look.ts";

/** A name that is free, in the folder of a file, for what a person made of it. */
export function asideFor(file: string): string {
  for (let number = 1; ; number++) {
    const path = beside(file, `.l5cfg-fix-changed${number === 1 ? "" : `-${number}`}`);
    if (!isTaken(path)) return path;
  }
}
