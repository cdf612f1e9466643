import { folderWith } from "../../install/fixtures.ts";
import { writeFauxOverlay } from "../../support/faux.ts";

/** An overlay that needs no hardware, with more commands behind its config; answers its folder. */
export function fauxOverlay(more = ""): string {
  const folder = folderWith();
  writeFauxOverlay(folder, more);
  return folder;
}
