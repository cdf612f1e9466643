import { type ComparedSide, comparedPage } from "../../report/html/compared.ts";
import { version } from "../../version.ts";
import type { Work } from "../input/work.ts";
import { writePage } from "../page-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Compared } from "./options.ts";

/** `compare … --html FILE`: the same as a page. */
export function compareHtml(terminal: Terminal, { work, comparisons }: Compared, file: string): void {
  const sides = { file: sideOf(work.file), reference: sideOf(work.reference) };
  writePage(terminal, file, comparedPage(comparisons, sides, `l5cfg-fix ${version}`));
}

function sideOf({ project }: Work): ComparedSide {
  const { version: openocd, why } = project.openocd;
  return { path: project.path, root: project.root, openocd, why };
}
