import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, bench, describe } from "vitest";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { corpus } from "../oracle/corpus.ts";
import { openocd, scriptsDir } from "../support/openocd.ts";

/**
 * How long a dry run takes, against a whole `openocd` process that loads the same config to the end of its configuration
 * stage, and how long all loads take that the comparison with OpenOCD makes. Prints medians; asks nothing of them.
 */
const runs = Number(process.env.RUNS ?? 15);
const file = "target/stm32l5x.cfg";
const commands = [
  "gdb_port disabled; tcl_port disabled; telnet_port disabled",
  "adapter driver hla; hla_layout stlink; hla_vid_pid 0x0483 0x374e; transport select hla_swd",
];

const cwd = mkdtempSync(join(tmpdir(), "bench-"));
afterAll(() => rmSync(cwd, { recursive: true }));

function dryRun(): void {
  const { problems } = loadConfigSync(file, { transport: "hla_swd", searchPaths: [scriptsDir], cwd });
  if (problems.length > 0) throw new Error(problems[0]!.message);
}

function realRun(): void {
  const before = commands.flatMap((command) => ["-c", command]);
  const { status, stderr } = spawnSync(openocd!, [...before, "-f", file, "-c", "shutdown"], { cwd });
  if (status !== 0) throw new Error(stderr.toString());
}

function milliseconds(run: () => void): number {
  const begin = performance.now();
  run();
  return performance.now() - begin;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** Both in turn, so that what else the machine does falls on both. */
function alternate(): void {
  for (let i = 0; i < 20; i++) dryRun();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i++) {
    ours.push(milliseconds(dryRun));
    theirs.push(milliseconds(realRun));
  }
  const [our, their] = [median(ours), median(theirs)];
  console.log(
    `${file}, medians of ${runs}: dry run ${our.toFixed(2)} ms, openocd ${their.toFixed(1)} ms,`,
    `${(their / our).toFixed(1)} times as fast`,
  );
}

/** Every load that the comparison makes and OpenOCD accepts; those that OpenOCD refuses end early. */
function loadAll(): void {
  let loaded = 0;
  const targets = corpus().filter(({ key }) => key.startsWith("target/"));
  const begin = performance.now();
  for (const { file: path, transport } of targets) {
    const { problems } = loadConfigSync(path, { transport: transport!, searchPaths: [scriptsDir], cwd });
    if (problems.length === 0) loaded++;
  }
  const seconds = (performance.now() - begin) / 1000;
  console.log(`${targets.length} target loads, ${loaded} accepted: ${seconds.toFixed(2)} s in one process`);
}

const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };

describe.skipIf(openocd === undefined)("dry run", () => {
  bench("against openocd", alternate, once);
  bench("all target configs", loadAll, once);
});
