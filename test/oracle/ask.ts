import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COMMANDS } from "../../src/openocd/data/commands.ts";
import { has } from "../../src/openocd/data/table.ts";
import { openocd } from "../support/programs.ts";
import type { Answer, Failure, Log } from "./answer.ts";
import { type Outcome, runBounded } from "./bounded.ts";
import { failureOf, plainPath } from "./failure.ts";
import { commandLine, type Question } from "./question.ts";
import { readRecords } from "./records.ts";
import { viewOf } from "./view.ts";

export type { Answer } from "./answer.ts";
export { type Question, TRANSPORTS, type Transport } from "./question.ts";

const MAX_BYTES = 1_000_000;

/** Has the real OpenOCD run a config to the end of the configuration stage, and tells what came of it. */
export async function askOpenocd(question: Question): Promise<Answer> {
  const { outcome, told, stderr } = await run(question, "tell");
  const log = logOf(stderr);
  const release = question.release ?? "0.12.0";
  if (told) return { loaded: true, ...viewOf(told), isUnordered: !has(COMMANDS, "ipdbg", release), ...log };
  return { loaded: false, error: await located(failureFrom(outcome, log.log), question), ...log };
}

/**
 * Gives a failure that OpenOCD does not place, or not name, the command it came from. What fails by a number of
 * OpenOCD's own leaves no trace, and OpenOCD then prints the one of an earlier error that was caught, if there was one.
 */
async function located(error: Failure, question: Question): Promise<Failure> {
  if (error.reason !== "error" && error.reason !== "shutdown") return error;
  const { told, stderr } = await run(question, "trace");
  const [, file, line, command] = told?.find(([kind]) => kind === "last") ?? [];
  if (file === undefined) return error;
  const options = told?.find(([kind]) => kind === "options") ?? [];
  const code = Number(options[options.indexOf("-code") + 1]);
  const isLogged = error.reason === "error" && error.message === error.logged.join("\n");
  const { errors: logged } = logOf(stderr);
  const said = { ...error, ...(isLogged && { message: logged.join("\n"), logged }), code };
  if (code !== 1) return { ...said, file: plainPath(file), line: Number(line), traced: true, command };
  const isPlain = error.file !== undefined && said.message !== "";
  return isPlain ? said : { file: plainPath(file), line: Number(line), ...said, traced: true, command };
}

interface Run {
  outcome: Outcome;
  /** What OpenOCD wrote from the config's first command to its last. */
  stderr: string;
  /** What our script after the config told; undefined when it was not reached. */
  told: string[][] | undefined;
}

async function run(question: Question, how: "tell" | "trace"): Promise<Run> {
  const program = question.program ?? openocd;
  if (!program) throw new Error("openocd is not installed");
  const mark = `oracle ${randomBytes(12).toString("hex")}`;
  const empty = mkdtempSync(join(tmpdir(), "oracle-"));
  try {
    const outcome = await runBounded(program, commandLine(question, how, mark), {
      cwd: question.cwd ?? empty,
      env: { PATH: process.env.PATH, HOME: empty, ...question.env },
      timeoutMs: question.timeoutMs ?? 5000,
      maxBytes: MAX_BYTES,
    });
    // A trace marks every command; else there is a mark where the config begins, and one where it ended.
    const parts = outcome.stderr.split(`${mark}\n`);
    const stderr = how === "trace" ? parts.at(-1)! : (parts[1] ?? parts[0]!);
    const text = outcome.stdout.split(`\n${mark}\n`)[1];
    const told =
      text !== undefined && outcome.ended === "exit" ? readRecords(text, outcome.stderr) : undefined;
    return { outcome, stderr, told };
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

function logOf(text: string): Log {
  const log = text.split("\n");
  while (log.at(-1) === "") log.pop();
  const after = (prefix: string) =>
    log.filter((line) => line.startsWith(prefix)).map((line) => line.slice(prefix.length));
  return { log, warnings: after("Warn : "), errors: after("Error: ") };
}

function failureFrom({ ended, signal }: Outcome, log: readonly string[]): Failure {
  const killed = (reason: Failure["reason"], message: string): Failure => ({
    reason,
    message,
    logged: [],
    stack: [],
  });
  if (ended === "timeout") return killed("timeout", "still running when its time was up");
  if (ended === "output") return killed("output", `wrote more than ${MAX_BYTES} bytes`);
  if (signal) return killed("crash", `openocd died of ${signal}`);
  const shutdown = log.lastIndexOf("shutdown command invoked");
  if (shutdown >= 0) {
    const { message, logged } = failureOf(log.slice(0, shutdown));
    return { reason: "shutdown", message: message || "the config called shutdown", logged, stack: [] };
  }
  return { reason: "error", ...failureOf(log) };
}
