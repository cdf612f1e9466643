import { type Table, unpack } from "../../src/openocd/data/table.ts";

/** As wide as the tables are, and as wide as code may be. */
const WIDTH = 104;
const CODE_WIDTH = 110;

/** The rows of a table as they stand in its file, for so many releases. */
export function printTable(table: Table, releases: number): string {
  return table
    .map(([mask, names]) => row(mask.toString(2).padStart(releases, "0"), unpack(names)))
    .join("\n");
}

function row(bits: string, names: readonly string[]): string {
  const line = `  [0b${bits}, "${names.join("|")}"],`;
  if (line.length <= CODE_WIDTH) return line;
  return `  [\n    0b${bits},\n    \`${folded(names)
    .map((part) => `\n    ${part}`)
    .join("")}\`,\n  ],`;
}

/** Lines of names between `|`; what ends a line needs none. */
function folded(names: readonly string[]): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const longer = `${lines.at(-1)}|${name}`;
    if (lines.length > 0 && longer.length + 4 <= WIDTH) lines[lines.length - 1] = longer;
    else lines.push(name);
  }
  return lines;
}
