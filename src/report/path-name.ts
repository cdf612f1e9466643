import { relative, sep } from "node:path";
import { printable } from "./printable.ts";

/** A path as one names it from a folder: relative where it is below. */
export function pathFrom(path: string, folder: string): string {
  const short = relative(folder, path);
  return short === "" || short.split(sep)[0] === ".." ? path : short;
}

/** The same for a person to read. */
export function pathName(path: string, folder: string): string {
  return printable(pathFrom(path, folder));
}
