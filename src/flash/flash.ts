import { randomUUID } from "node:crypto";
import type { Explanation } from "../log/explanation.ts";
import { judge, stateOf } from "./judge.ts";
import type { FlashOptions, RunOptions } from "./options.ts";
import { type FlashPlan, planFlash } from "./plan.ts";
import { runProcess } from "./process.ts";
import type { FailureKind, FlashFailure, FlashResult } from "./result.ts";
import { runLog } from "./run-log.ts";
import { markIn, type StepName, withNonce } from "./steps.ts";
import { watch } from "./watch.ts";

/** Seconds that a run may take where nothing else is said: enough for 2 MiB without a work area. */
const usualTimeout = 300;

/**
 * Writes a firmware with an overlay's configuration: runs OpenOCD once, and answers what became of it. A run that fails is
 * an answer, with the reason; what cannot begin throws FlashError, ProjectError or ImageError.
 *
 * @example
 * ```ts
 * import { VirtualBoard } from "l5cfg-fix/board";
 * import { flash } from "l5cfg-fix/flash";
 *
 * // Without the `commands`, it is the real board that is written.
 * await using board = await new VirtualBoard({ faults: { noPower: true } }).start();
 * const commands = [`hla_stlink_backend tcp ${board.port}`];
 * const { state, failure, explanation } = await flash({ firmware: "firmware.bin", commands });
 * console.log(state, failure?.kind, explanation?.diagnoses[0]?.id); // prints untouched target voltage-low
 * ```
 */
export async function flash(options: FlashOptions & RunOptions): Promise<FlashResult> {
  return runPlan(planFlash(options), options);
}

/**
 * Runs what {@link planFlash} made out. Throws FlashError where OpenOCD cannot be started.
 *
 * @example
 * ```ts
 * import { VirtualBoard } from "l5cfg-fix/board";
 * import { planFlash, runPlan } from "l5cfg-fix/flash";
 *
 * await using board = await new VirtualBoard().start();
 * const plan = planFlash({ firmware: "firmware.bin", commands: [`hla_stlink_backend tcp ${board.port}`] });
 * const { ok, steps } = await runPlan(plan, { timeout: 60 });
 * console.log(ok, steps.map(({ step }) => step).join()); // prints true connecting,halting,erasing,writing,verifying,resetting
 * ```
 */
export async function runPlan(plan: FlashPlan, options: RunOptions = {}): Promise<FlashResult> {
  const { timeout = usualTimeout, signal, onProgress } = options;
  const { size } = plan.firmware;
  const wanted = { size, verify: plan.verify };
  const nonce = randomUUID();
  const log = runLog();
  const sizes = { erasing: size, writing: size, verifying: size };
  const { line, seen } = watch({ sizes, steps: plan.steps, nonce }, onProgress);
  const began = performance.now();
  const command = plan.command.map((word) => withNonce(word, nonce));
  const end = await runProcess(command, { timeoutMs: timeout * 1000, signal }, (text) => {
    log.add(text);
    line(text);
  });
  const seconds = (performance.now() - began) / 1000;
  const text = log.text().replaceAll(` ${nonce}: `, ": ");
  const failure = judge(seen, end, wanted);
  const explained = failure && (await explain(failure, text));
  return {
    ok: failure === undefined,
    state: stateOf(seen, end, wanted),
    ...explained,
    steps: seen.steps,
    seconds,
    ...(seen.openocd !== undefined && { openocd: seen.openocd }),
    plan,
    log: text,
  };
}

/** A probe that goes away looks like a flash that cannot be written. */
const ambiguous: readonly FailureKind[] = ["write", "verify"];

async function explain(failure: FlashFailure, log: string) {
  const { explainLog } = await import("../log/explain.ts");
  const explanation = explainLog(log);
  const isLost = ambiguous.includes(failure.kind) && probeFailed(explanation, markLine(log, failure.step));
  if (!isLost) return { failure, explanation };
  const message = `the probe was lost while ${failure.step}`;
  return { failure: { ...failure, kind: "target" as const, message }, explanation };
}

/** Whether the probe failed from a line of the log on. */
function probeFailed({ diagnoses }: Explanation, from: number): boolean {
  return diagnoses.some(({ stage, lines }) => stage === "probe" && lines.some(({ number }) => number > from));
}

/** The line in which a step was said, from 1. */
function markLine(log: string, step: StepName | undefined): number {
  return log.split("\n").findIndex((line) => markIn(line) === step) + 1;
}
