import type { Cell } from "./measure.ts";

/** A tree of scripts and what it is called. */
interface Tree {
  name: string;
  path: string;
}

/** What was measured of one tree: by the version of the OpenOCD. */
export interface Row {
  tree: Tree;
  cells: { version: string; cell: Cell }[];
}

/** The page, with what was measured on a day. */
export function pageOf(rows: readonly Row[], day: string): string {
  return `${head(rows, day)}\n${rows.map(section).join("\n")}`;
}

function head(rows: readonly Row[], day: string): string {
  return `# Which scripts work with which OpenOCD

Scripts of one version of STM32CubeIDE or OpenOCD, run by the OpenOCD of another. A config is **usable** where that OpenOCD accepts it, it
has its flash banks, and each of its cores has a work area. Counted are runs: each STM32 config in \`target/\` with ST-LINK under HLA and
under direct DAP access, up to \`init\`, without hardware. \`28 → 62 of 62\`: 28 of 62 are usable as they are, 62 with the overlay that
\`l5cfg-fix TREE --openocd-bin OPENOCD\` writes.

Measured on ${day} with real programs; \`npm run docs:releases\` writes this page (see
[contributing](../CONTRIBUTING.md)). The programs were built from the tags of [upstream](https://github.com/openocd-org/openocd) and of
[ST's fork](https://github.com/STMicroelectronics/OpenOCD), without changes; 0.12.0 is Debian's package.

${matrix(rows)}
`;
}

function matrix(rows: readonly Row[]): string {
  const trees = rows.map(({ tree }) => tree.name);
  const versions = rows[0]?.cells.map(({ version }) => version) ?? [];
  const lines = versions.map((version, i) => [
    `\`${short(version)}\``,
    ...rows.map(({ cells }) => countsOf(cells[i]!.cell)),
  ]);
  return table([["OpenOCD", ...trees], ...lines]);
}

/** Without what ST's banner adds. */
function short(version: string): string {
  return version.replace(/ .*/, "");
}

function countsOf({ asIs, fixed, all }: Cell): string {
  return all === 0 ? "–" : `${asIs} → ${fixed} of ${all}`;
}

function section({ tree, cells }: Row): string {
  const parts = cells.flatMap(({ version, cell }) => {
    const lines = [...linesOf(cell)];
    return lines.length === 0 ? [] : [`**${short(version)}** (${countsOf(cell)})\n\n${lines.join("\n")}\n`];
  });
  const rest = parts.length === 0 ? "All of it is usable with the overlay.\n" : parts.join("\n");
  return `## ${tree.name}\n\n${rest}`;
}

function* linesOf({ reasons, unasked, differing }: Cell): Generator<string> {
  for (const [reason, names] of reasons) yield `- ${code(reason)}: ${names.join(", ")}`;
  for (const [transport, why] of unasked)
    yield `- ${transport} was not run: ${why === "" ? "this OpenOCD does not have it" : code(why)}`;
  for (const text of differing) yield `- otherwise than expected: ${code(text)}`;
}

/** Text that markdown leaves as it is. */
function code(text: string): string {
  return text.replace(/[<>|*_]/g, "\\$&");
}

/** A table as the formatter lays it out. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, i) => Math.max(...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(" | ")} |`;
  const [first, ...others] = rows;
  return [line(first!), line(widths.map((width) => "-".repeat(width))), ...others.map(line)].join("\n");
}
