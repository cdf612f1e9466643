import type { InventoryItem } from "../../install/inventory.ts";
import { printable } from "../printable.ts";

/** A table of installs, the one in use marked, each with its paths below it. */
export function installsText(items: readonly InventoryItem[]): string {
  const rows = [["", "install", "OpenOCD", "found by"], ...items.map(row)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  const [head, ...lines] = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join("  ")
      .trimEnd(),
  );
  const blocks = items.map((item, index) => [lines[index]!, ...details(item)].join("\n"));
  return [head, ...blocks, "", legend(items)].join("\n");
}

function row({ used, product, version, openocd, foundBy }: InventoryItem): string[] {
  return [
    used ? "*" : "",
    printable(version === undefined ? product : `${product} ${version}`),
    printable(openocd.version),
    printable(foundBy.join(", ")),
  ];
}

function details({
  path,
  plugin,
  older,
  program,
  binary,
  scripts,
  openocd,
  warnings,
}: InventoryItem): string[] {
  const lines: [string, string | undefined][] = [
    ["path", path],
    ["scripts", scripts],
    ["openocd", binary],
    [
      "plugin",
      plugin && [plugin.version, ...older.map((version) => `${version} (older, not used)`)].join(", "),
    ],
    ["program", program?.version],
    ["why", openocd.why],
    ...warnings.map((warning): [string, string] => ["warning", warning]),
  ];
  return lines.flatMap(([what, text]) =>
    text === undefined ? [] : `     ${what.padEnd(7)}  ${printable(text)}`,
  );
}

function legend(items: readonly InventoryItem[]): string {
  return items.some(({ used }) => used)
    ? "* marks the one that is taken where it is not said which. Give another one's path to l5cfg-fix, or to --install."
    : "None of them has scripts to check.";
}
