/** `npm run fuzz`: SEED and RUNS say which inputs and how many, FROM where to begin. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { printTable } from "../bench/table.ts";
import { inputAt } from "./inputs.ts";
import type { Fault } from "./judge.ts";
import { readOriginals } from "./originals.ts";
import { supervise } from "./supervise.ts";
import { Tally } from "./tally.ts";
import { longestMs, type Report, type Work, work } from "./worker.ts";

const given = process.argv[2];
if (given === undefined) await fuzz();
else work(JSON.parse(given));

async function fuzz(): Promise<void> {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const runs = Number(process.env.RUNS ?? 200_000);
  const from = Number(process.env.FROM ?? 0);
  const workers = Number(process.env.WORKERS ?? availableParallelism());
  const originals = readOriginals();
  console.log(`seed ${seed}: ${runs} inputs from ${originals.length} scripts, ${workers} workers`);

  const tally = new Tally();
  let folder: string | undefined;
  let faulty = 0;
  const keep = (index: number, faults: readonly Fault[]) => {
    if (faults.length === 0) return;
    faulty++;
    folder ??= mkdtempSync(join(tmpdir(), `l5cfg-fix-fuzz-${seed}-`));
    const file = join(folder, `${index}.cfg`);
    const { text, ...rest } = inputAt(index, seed, originals);
    writeFileSync(file, text, "latin1");
    writeFileSync(join(folder, `${index}.json`), JSON.stringify({ ...rest, faults }, undefined, 2));
    for (const { what, why } of faults) console.log(`input ${index}, ${what}, kept as ${file}: ${why}`);
  };
  const how = {
    command: (part: Work) => ["--max-old-space-size=512", process.argv[1]!, JSON.stringify(part)],
    mostMs: 4 * longestMs,
    report: (report: Report) => {
      tally.add(report);
      keep(report.index, report.faults);
    },
    lose: ({ index, fault }: { index: number; fault: Fault }) => {
      const { kind } = inputAt(index, seed, originals);
      tally.add({ kind, hasFindings: false, isFixed: false, faults: [fault], ms: 0 });
      keep(index, [fault]);
    },
  };
  const begin = performance.now();
  const parts = Array.from({ length: workers }, (_, i) => from + i);
  await Promise.all(parts.map((first) => supervise({ seed, first, step: workers, end: from + runs }, how)));
  const { head, rows } = tally.table();
  printTable(head, rows);
  console.log(
    `seed ${seed}: ${((performance.now() - begin) / 60_000).toFixed(1)} minutes, ${faulty} with a fault`,
  );
  process.exitCode = faulty > 0 ? 1 : 0;
}
