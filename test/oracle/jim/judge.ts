import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { JIM, type JimFeatures, type JimVersion } from "../../../src/tcl/jim.ts";
import { describeUnless, jimsh, openocd } from "../../support/openocd.ts";

/** The judge: the OpenOCD that `--openocd-bin` names or that is installed, else the bare shell. */
const openocdBin = process.env.OPENOCD_BIN ?? openocd;
export const judge = openocdBin ?? jimsh;

/** `describe` for tests that ask the judge. */
export const describeWithJudge = describeUnless(judge ? undefined : "neither openocd nor jimsh is installed");

const run = ["-c", "source driver.tcl; shutdown"];

/** How the judge runs the driver with some arguments. */
function commandOf(args: readonly string[]): string[] {
  return openocdBin === undefined ? ["driver.tcl", ...args] : ["-c", `set argv {${args.join(" ")}}`, ...run];
}

/** The Jim in the judge. */
export function judgedJim(): JimFeatures {
  const version = runJudge(["info version"])[0];
  if (typeof version !== "object" || !Object.hasOwn(JIM, version.result)) {
    throw new Error(`no known Jim: ${JSON.stringify(version)}`);
  }
  return JIM[version.result as JimVersion];
}

/** What running a program came to. */
export interface Outcome {
  code: number;
  result: string;
  /** What it left in the variable `out`. */
  out: string;
  /** For an error, how it was reached: procedure, file and line of each level. */
  trace: string;
}

/** A program that the real interpreter died of, or did not finish. */
export type Answer = Outcome | "crash" | "timeout";

const MILLISECONDS = 20_000;
const LARGEST_OUTPUT = 256 * 1024 * 1024;
const driver = fileURLToPath(new URL("driver.tcl", import.meta.url));

/** Has the judge run programs (latin1), each in an interpreter of its own, all in one process if it can. */
export function runJudge(programs: readonly string[], milliseconds = MILLISECONDS): Answer[] {
  if (judge === undefined) throw new Error("neither openocd nor jimsh is installed");
  const folder = mkdtempSync(join(tmpdir(), "jim-oracle-"));
  try {
    mkdirSync(join(folder, "home"));
    copyFileSync(driver, join(folder, "driver.tcl"));
    programs.forEach((program, i) => {
      writeFileSync(join(folder, `p${i}`), Buffer.from(program, "latin1"));
    });
    return runAll(folder, programs.length, milliseconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runAll(folder: string, count: number, milliseconds: number): Answer[] {
  const answers: Answer[] = [];
  while (answers.length < count) {
    const first = answers.length;
    const { stdout, error } = spawnSync(judge!, commandOf([String(count), String(first)]), {
      cwd: folder,
      env: { HOME: join(folder, "home") },
      stdio: ["ignore", "pipe", "ignore"],
      timeout: milliseconds,
      killSignal: "SIGKILL",
      maxBuffer: LARGEST_OUTPUT,
    });
    answers.push(...readRecords(stdout, first));
    const timedOut = (error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT";
    if (answers.length < count) answers.push(timedOut ? "timeout" : "crash");
  }
  return answers;
}

/** The whole records of an output; `first` is the number that the first one has. */
function readRecords(output: Buffer, first: number): Outcome[] {
  const records: Outcome[] = [];
  for (let at = 0; at < output.length; ) {
    const newline = output.indexOf("\n", at);
    if (newline === -1) break;
    const head = output.toString("latin1", at, newline).split(" ").map(Number);
    const [number, code, ...lengths] = head as [number, number, number, number, number];
    const ends: number[] = [newline + 1];
    for (const length of lengths) ends.push(ends.at(-1)! + length);
    const end = ends.at(-1)!;
    if (number !== first + records.length || end >= output.length) break;
    const [result, out, trace] = lengths.map((_, i) => output.toString("latin1", ends[i]!, ends[i + 1]!));
    records.push({ code, result: result!, out: out!, trace: trace! });
    at = end + 1;
  }
  return records;
}
