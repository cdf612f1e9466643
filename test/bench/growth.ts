import { fixJob } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { parse, print } from "../../src/tcl/syntax.ts";
import { bytes, cubeOpenocd, scripts } from "../support/fixtures.ts";
import { median, milliseconds } from "./measure.ts";
import { figure, printTable } from "./table.ts";

const broken = bytes(`${scripts}/target/stm32l5x.cfg`);
const healthy = bytes(`${scripts}/target/stm32g0x.cfg`);

/** What each config of a folder costs to fix, and each byte of a file to parse and to fix, as there are more of them. */
export function printGrowth(): void {
  fix(configs(10));
  const files = [1, 10, 100, 1000].map((count) => {
    const took = often(count, () => fix(configs(count)));
    return [`${count} configs`, figure(took, "ms"), figure(took / count, "ms")];
  });
  printTable(["fixing a folder", "time", "per config"], files);
  console.log();
  const sizes = [10_000, 100_000, 1_000_000, 10_000_000].map((size) => {
    const text = large(size);
    const parsing = often(size / 10_000, () => parseWhole(text));
    let fixed = 0;
    const fixing = often(size / 10_000, () => {
      fixed = fix(new Map([[`${folder}/large.cfg`, text]]));
    });
    const per = (took: number) => figure((1e6 * took) / text.length, "ns");
    const fixes = [fixed > 0 ? String(fixed) : "stopped", figure(fixing, "ms"), per(fixing)];
    return [`${text.length} bytes`, figure(parsing, "ms"), per(parsing), ...fixes];
  });
  printTable(["one file", "parse", "per byte", "fixed", "fixing", "per byte"], sizes);
}

/** The median of a few; large ones take long enough to be told by one. */
function often(size: number, run: () => void): number {
  const count = size >= 1000 ? 1 : size >= 100 ? 3 : 11;
  return median(Array.from({ length: count }, () => milliseconds(run)));
}

function parseWhole(text: string): void {
  if (print(parse(text)) !== text) throw new Error("printed otherwise than read");
}

const folder = `${scripts}/target`;

function configs(count: number): Map<string, string> {
  return new Map(Array.from({ length: count }, (_, i) => [`${folder}/copy${i}.cfg`, broken]));
}

/** Answers how many findings that fixed: none where a run was stopped at its limits. */
function fix(files: ReadonlyMap<string, string>): number {
  const job: Job = { configs: [...files.keys()], searchPaths: [scripts], openocd: cubeOpenocd };
  return fixJob(job, { unsafe: true, fs: withFiles(files, diskFiles) }).fixed.length;
}

/** A healthy config with procs behind it, and one fault for each of them. */
function large(size: number): string {
  let text = healthy;
  for (let i = 0; text.length < size; i++) text += block(i);
  return text;
}

function block(i: number): string {
  return `
# Sets up clock ${i}: waits for it, then makes it the one that is in use.
proc clock_${i} { base {divider 2} } {
    set value [expr { ($base + 0x${i.toString(16)}) & 0xffff }]
    if { $value > 100 && $divider != 0 } {
        mww [expr { $base + 4 }] [expr { $value / $divider }]
    } else {
        echo "clock ${i}: value $value is too small"
        return 0
    }
    foreach { offset bits } { 0x00 0x01 0x04 0x30 0x08 0xff } {
        mww [expr { $base + $offset }] $bits
    }
    return $value
}
reset_config srts_only
`;
}
