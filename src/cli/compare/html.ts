import { type ComparedSide, comparedPage } from "../../report/html/compared.ts";
import { writePage } from "../../report/page-file.ts";
import { version } from "../../version.ts";
import type { Work } from "../paths/work.ts";
import type { Compared } from "./compare.ts";

/** `compare … --html FILE`: the same as a page. */
export function compareHtml({ work, comparisons }: Compared, file: string): void {
  const sides = { file: sideOf(work.file), reference: sideOf(work.reference) };
  writePage(file, comparedPage(comparisons, sides, `l5cfg-fix ${version}`));
}

function sideOf({ path, scope }: Work): ComparedSide {
  const { version: openocd, why } = scope.openocd;
  return { path, root: scope.root, openocd, why };
}
