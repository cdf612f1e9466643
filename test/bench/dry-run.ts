import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { corpus } from "../oracle/corpus.ts";
import { openocd, scriptsDir } from "../support/openocd.ts";
import { milliseconds, type Pair, warmUp } from "./measure.ts";

const file = "target/stm32l5x.cfg";

/** What runs once, behind another process, has cold caches. */
const inRow = 10;

/** What a person types before a target file; the ports are for OpenOCD not to wait for anybody. */
const commands = [
  "gdb_port disabled; tcl_port disabled; telnet_port disabled",
  "adapter driver hla; hla_layout stlink; hla_vid_pid 0x0483 0x374e; transport select hla_swd",
];

/** A dry run against a whole `openocd` process that loads the same config to the end of its configuration stage. */
export function dryRun(): Pair[] {
  if (openocd === undefined) return [];
  const cwd = mkdtempSync(join(tmpdir(), "bench-"));
  process.on("exit", () => rmSync(cwd, { recursive: true }));
  const ours = () => {
    const { problems } = loadConfigSync(file, { transport: "hla_swd", searchPaths: [scriptsDir], cwd });
    if (problems.length > 0) throw new Error(problems[0]!.message);
  };
  const args = [...commands.flatMap((command) => ["-c", command]), "-f", file, "-c", "shutdown"];
  const theirs = () => {
    const { status, stderr } = spawnSync(openocd!, args, { cwd });
    if (status !== 0) throw new Error(stderr.toString());
  };
  warmUp(ours);
  return [
    {
      what: `dry run of ${file}, warm: one of ${inRow} in a row`,
      ours: () =>
        milliseconds(() => {
          for (let i = 0; i < inRow; i++) ours();
        }) / inRow,
      theirs: () => milliseconds(theirs),
      against: "openocd",
      target: { speed: 10 },
      unit: "ms",
    },
  ];
}

/** What loading takes, in seconds, of all that OpenOCD accepts among its target files under each transport. */
export function loadAll(): { loads: number; seconds: number } {
  const load = ({ file, transport }: ReturnType<typeof corpus>[number]) =>
    loadConfigSync(file, { transport: transport!, searchPaths: [scriptsDir], cwd: "/" }).problems.length ===
    0;
  const accepted = corpus().filter((one) => one.transport !== undefined && load(one));
  return { loads: accepted.length, seconds: milliseconds(() => accepted.forEach(load)) / 1000 };
}
