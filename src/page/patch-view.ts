import { decoded } from "../files/file-names.ts";
import { printableLines } from "../report/printable.ts";
import { element, show } from "./dom.ts";
import { download } from "./download.ts";
import type { Checked } from "./protocol.ts";

/** Lines of a patch that are shown; the file has them all. */
const MOST_LINES = 4000;

/** The patch, and what can be saved of it. */
export function showPatch(where: Element, { patch, files }: Checked): void {
  if (patch === "") {
    show(where, element("p", { class: "empty" }, "There is nothing to patch."));
    return;
  }
  const lines = decoded(patch).split(/\r?\n/);
  const shown = lines
    .slice(0, MOST_LINES)
    .map((line) => element("span", { class: kindOf(line) }, `${printableLines(line)}\n`));
  show(
    where,
    element(
      "div",
      { class: "actions" },
      element(
        "button",
        { type: "button", class: "main", onclick: () => download("l5cfg-fix.patch", patch) },
        "Download the patch",
      ),
      files.map(({ name, after }) =>
        element(
          "button",
          { type: "button", onclick: () => download(name, after) },
          "Download ",
          element("bdi", {}, printableLines(name)),
        ),
      ),
    ),
    element(
      "p",
      { class: "hint" },
      "Apply it with ",
      element("code", {}, "patch -p1 < l5cfg-fix.patch"),
      " or ",
      element("code", {}, "git apply l5cfg-fix.patch"),
      " in the folder that its names are relative to.",
    ),
    element("pre", { class: "diff", tabindex: "0", "aria-label": "The patch" }, shown),
    lines.length > MOST_LINES &&
      element("p", { class: "hint" }, `${lines.length - MOST_LINES} more lines are in the download.`),
  );
}

function kindOf(line: string): string {
  if (/^(?:---|\+\+\+) /.test(line)) return "name";
  return line.startsWith("@@")
    ? "place"
    : line.startsWith("+")
      ? "added"
      : line.startsWith("-")
        ? "removed"
        : "same";
}
