import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

function compare(what: string, our: number, their: number): void {
  const ratio = (their / our).toFixed(1);
  console.log(
    `${file}, ${what}: dry run ${our.toFixed(2)} ms, openocd ${their.toFixed(1)} ms, ${ratio} times`,
  );
}

/** Both in turn, so that what else the machine does falls on both. */
function alternate(): void {
  for (let i = 0; i < 200; i++) dryRun();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < runs; i++) {
    ours.push(milliseconds(dryRun));
    theirs.push(milliseconds(realRun));
  }
  compare(`medians of ${runs}`, median(ours), median(theirs));
  compare("the fastest", Math.min(...ours), Math.min(...theirs));
}

/** Every target file under each transport; first all, then those alone that OpenOCD accepts. */
function loadAll(): void {
  const cases = corpus().filter(({ key }) => key.startsWith("target/"));
  const load = ({ file: path, transport }: (typeof cases)[number]) =>
    loadConfigSync(path, { transport: transport!, searchPaths: [scriptsDir], cwd }).problems.length === 0;
  const accepted = measure(cases, load);
  measure(accepted, load);
}

function measure<T>(items: readonly T[], run: (item: T) => boolean): T[] {
  const before = process.cpuUsage();
  const begin = performance.now();
  const good = items.filter(run);
  const seconds = (performance.now() - begin) / 1000;
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1e6;
  console.log(
    `${items.length} target loads, ${good.length} accepted: ${seconds.toFixed(2)} s, ${cpu.toFixed(2)} s of CPU`,
  );
  return good;
}

if (openocd === undefined) console.log("openocd is not installed: nothing to measure against");
else alternate();
loadAll();
rmSync(cwd, { recursive: true });
