import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findBinary } from "../../src/prove/binary.ts";
import { measure } from "./measure.ts";
import { pageOf, type Row } from "./page.ts";

/*
 * Writes docs/releases.md from real runs: every tree of scripts with every OpenOCD that is named. This runs the configs.
 * `npm run docs:releases -- --tree NAME=FOLDER… --openocd-bin FILE… [--output FILE]`
 */
const { values } = parseArgs({
  options: {
    tree: { type: "string", multiple: true, default: [] },
    "openocd-bin": { type: "string", multiple: true, default: ["openocd"] },
    output: { type: "string", default: "docs/releases.md" },
  },
});

const trees = values.tree.map((word) => {
  const [name = "", path = ""] = word.split("=");
  return { name, path };
});
if (trees.length === 0 || trees.some(({ path }) => path === "")) {
  console.error("give trees of scripts as --tree NAME=FOLDER");
  process.exit(2);
}
const programs = await Promise.all(values["openocd-bin"].map((file) => findBinary(file, undefined)));

const rows: Row[] = [];
for (const tree of trees) {
  const cells: Row["cells"] = [];
  for (const program of programs) {
    const cell = await measure(tree.path, program);
    const { asIs, fixed, all, differing } = cell;
    console.error(
      `${tree.name}, ${program.version}: ${asIs} → ${fixed} of ${all}${differing.map((text) => `\n  ${text}`).join("")}`,
    );
    cells.push({ version: program.version, cell });
  }
  rows.push({ tree, cells });
}
writeFileSync(values.output, pageOf(rows, new Date().toISOString().slice(0, 10)));
