import { basename, dirname, join } from "node:path";
import { isTaken } from "./look.ts";

/** A name that is free, in the folder of a file, for what a person made of it: a last part of a path. */
export function asideFor(file: string): string {
  for (let number = 1; ; number++) {
    const name = `${basename(file)}.l5cfg-fix-changed${number === 1 ? "" : `-${number}`}`;
    if (!isTaken(join(dirname(file), name))) return name;
  }
}
