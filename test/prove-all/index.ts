import { parseArgs } from "node:util";
import { type Cell, cellsOf, type Outcome, programAt, runCell } from "./cells.ts";

/*
 * Every virtual chip with every OpenOCD that is named, by every way to ST-LINK: programmed, verified, equal, and programmed
 * again. `npm run prove:all -- --openocd-bin FILE… [--chip PATTERN] [--size BYTES|all] [--jobs N] [--log]`
 */
const { values } = parseArgs({
  options: {
    "openocd-bin": { type: "string", multiple: true, default: ["/usr/bin/openocd"] },
    chip: { type: "string", default: "." },
    size: { type: "string", default: "65536" },
    jobs: { type: "string", default: "2" },
    log: { type: "boolean", default: false },
  },
});

const programs = await Promise.all(values["openocd-bin"].map(programAt));
const size = values.size === "all" ? "all" : Number(values.size);
let failed = 0;

for (const program of programs) {
  console.log(`\nOpenOCD ${program.version} (${program.path})`);
  const all = cellsOf(program, new RegExp(values.chip));
  const waiting = all.filter((cell): cell is Cell => "config" in cell);
  for (const cell of all) if (!("config" in cell)) console.log(`  ${cell.chip.padEnd(11)}  ${cell.why}`);
  const work = async () => {
    for (let cell = waiting.shift(); cell !== undefined; cell = waiting.shift()) {
      const outcome = await runCell(cell, size);
      report(outcome);
      if (outcome.why !== undefined && values.log) console.error(outcome.log.join("\n"));
    }
  };
  await Promise.all(Array.from({ length: Number(values.jobs) }, work));
}

function report({ cell: { chip, transport }, why, seconds, isSlow }: Outcome): void {
  if (why !== undefined) failed += 1;
  const verdict = why !== undefined ? `NOT PROVEN: ${why}` : isSlow ? "proven, without a loader" : "proven";
  console.log(
    `  ${chip.padEnd(11)}  ${transport.padEnd(13)}  ${seconds.toFixed(1).padStart(5)} s  ${verdict}`,
  );
}

console.log(`\n${failed} cells are not proven`);
process.exitCode = failed === 0 ? 0 : 1;
