import { matchNamed } from "../../src/openocd/version.ts";
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
has its flash banks, and each of its cores has a work area. Counted are runs: each config of an STM32 with flash in \`target/\` with ST-LINK under HLA and
under direct access to the DAP, up to \`init\`, without hardware. \`15 → 31 of 32\`: 15 of 32 are usable as they are, 31 with the overlay
that \`l5cfg-fix TREE --openocd-bin OPENOCD\` writes. The lists below say what is not usable with it, and why.

Measured on ${day} by running the programs; \`npm run docs:releases\` writes this page. They were built from the
tags of [upstream](https://github.com/openocd-org/openocd) and of [ST's fork](https://github.com/STMicroelectronics/OpenOCD), unchanged, but
0.12.0, which is Debian's package; [the list of releases](chips.md) has their versions. "ST v1.5.0" are the scripts of that
tag of ST's fork. \`st-1.4.0\` is of the day of STM32CubeIDE 1.4.0's own OpenOCD; which tags other versions of the IDE come with is not known
for certain. The scripts of STM32CubeIDE 1.15.0 are taken to be of that version by their date and families.

${matrix(rows)}
`;
}

function matrix(rows: readonly Row[]): string {
  const trees = rows.map(({ tree }) => tree.name);
  const versions = rows[0]?.cells.map(({ version }) => version) ?? [];
  const lines = versions.map((version, i) => [
    nameOf(version),
    ...rows.map(({ cells }) => countsOf(cells[i]!.cell)),
  ]);
  return table([["OpenOCD", ...trees], ...lines]);
}

/** What a build is called here: `st-1.4.0`, as `--openocd` takes it. */
function nameOf(version: string): string {
  return matchNamed(version).release.id;
}

function countsOf({ asIs, fixed, all }: Cell): string {
  return all === 0 ? "–" : `${asIs} → ${fixed} of ${all}`;
}

/** What is not usable in the end, each reason once, with the releases in which it is so. */
function section({ tree, cells }: Row): string {
  const lines = new Map<string, string[]>();
  for (const { version, cell } of cells) {
    for (const line of linesOf(cell)) lines.set(line, [...(lines.get(line) ?? []), nameOf(version)]);
  }
  const items = [...lines].map(([line, versions]) => {
    const isAll = versions.length === cells.length;
    return `- ${line} (${isAll ? "every OpenOCD" : versions.join(", ")})`;
  });
  const rest = items.length === 0 ? "All of it is usable with the overlay." : items.join("\n");
  return `## ${tree.name}\n\n${rest}\n`;
}

function* linesOf({ reasons, unasked, differing }: Cell): Generator<string> {
  for (const [reason, names] of reasons) yield `${plain(reason)}: ${grouped(names)}`;
  for (const [transport, why] of unasked)
    yield `${transport} was not run: ${why === "" ? "this OpenOCD does not have it" : plain(why)}`;
  for (const text of differing) yield `otherwise than expected: ${plain(text)}`;
}

/** `a (HLA), a (DAP), b (HLA)` as `a, b (HLA)`. */
function grouped(names: readonly string[]): string {
  const ways = new Map<string, string[]>();
  for (const name of names) {
    const [config = "", way = ""] = name.split(" ");
    ways.set(config, [...(ways.get(config) ?? []), way]);
  }
  return [...ways].map(([config, [way, other]]) => (other ? config : `${config} ${way}`)).join(", ");
}

/** Text that markdown leaves as it is. */
function plain(text: string): string {
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
