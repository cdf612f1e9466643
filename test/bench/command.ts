import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { command } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { makeInstall } from "./install.ts";
import { milliseconds, type Pair } from "./measure.ts";

const healthy = join(scripts, "target/stm32g0x.cfg");

/** The command as people run it, against the `node` that it needs. */
export function commandPairs(): Pair[] {
  const install = makeInstall(50);
  return [
    timed("l5cfg-fix --version", 1.15, ["--version"]),
    timed("l5cfg-fix --check of one healthy file", 2, ["--check", healthy]),
    timed("l5cfg-fix --check of an install of 50 configs", 3.5, ["--check", install], 1),
    held("peak memory of --check of one file", ["--check", healthy]),
    held("peak memory of --check of the install", ["--check", install], 1),
  ];
}

function timed(what: string, cost: number, args: string[], status = 0): Pair {
  return {
    what,
    ours: () => milliseconds(() => node([command, ...args], status)),
    theirs: () => milliseconds(() => node(["-e", "0"])),
    against: "node -e 0",
    target: { cost },
    unit: "ms",
  };
}

function held(what: string, args: string[], status = 0): Pair {
  return {
    what,
    ours: () => peak([command, ...args], status),
    theirs: () => peak(["-e", "0"]),
    against: "node -e 0",
    target: { cost: 1.5 },
    unit: "MB",
  };
}

function node(args: readonly string[], wanted = 0): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "latin1" });
  if (status !== wanted) throw new Error(`node ${args.join(" ")}: exit status ${status}\n${stdout}${stderr}`);
  return stderr;
}

const marker = "peak memory: ";
const sayPeak = join(import.meta.dirname, "../../test/bench/say-peak.cjs");

/** The most memory that a process had, in MB, as it says itself when it ends. */
function peak(args: readonly string[], status = 0): number {
  const told = node(["--require", sayPeak, ...args], status);
  return Number(told.slice(told.lastIndexOf(marker) + marker.length)) / 1024;
}
