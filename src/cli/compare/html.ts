import type { Project } from "../../install/project.ts";
import { type ComparedSide, comparedPage } from "../../report/html/compared-page.ts";
import { version } from "../../version.ts";
import { writePage } from "../page-file.ts";
import type { Terminal } from "../terminal/terminal.ts";
import type { Compared } from "./options.ts";

/** `compare … --html FILE`: the same as a page. */
export function compareHtml(terminal: Terminal, { projects, comparisons }: Compared, file: string): void {
  const sides = { file: sideOf(projects.file), reference: sideOf(projects.reference) };
  writePage(terminal, file, comparedPage(comparisons, sides, `l5cfg-fix ${version}`));
}

function sideOf({ path, root, openocd }: Project): ComparedSide {
  return { path, root, openocd: openocd.version, why: openocd.why };
}
