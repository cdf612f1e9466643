import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import {
  type BoardEvent,
  type BoardOptions,
  type ProbeName,
  SeparateBoard,
  VirtualBoard,
} from "../board/index.ts";
import { boardThread } from "../board/separate-board.ts";
import { runProcess } from "../flash/process.ts";
import { judgeFlash, listener } from "./judge.ts";
import { provingCommand, type SessionPlan } from "./session.ts";

/** One OpenOCD against one board. */
export interface ProvingRun {
  /** The probe that the board had. */
  probe: ProbeName;
  /** Whether OpenOCD took the config. */
  loads: boolean;
  /** Whether OpenOCD ended as after success. */
  success: boolean;
  verified: boolean;
  /** Bytes that were programmed, whether or not they are right. */
  programmed: number;
  /** Bytes of the firmware that the flash holds in the end, where they belong; erased ones may do so by chance. */
  right: number;
  /** Whether those are all. */
  equal: boolean;
  /** The first address of the firmware that is not as it should be. */
  firstWrong?: number;
  /** OpenOCD's error lines, each once. */
  errors: string[];
  /** From OpenOCD's start to its end. */
  milliseconds: number;
  /** How many commands the probe was sent. */
  commands: number;
  /** Set where the run was stopped: by a timeout or because it was cancelled. */
  cut?: "timeout" | "cancelled";
  /** What was run, word by word. */
  command: string[];
}

export interface RunBounds {
  timeoutMs: number;
  signal?: AbortSignal | undefined;
}

/** A microframe of USB 2.0, in microseconds: with it, the times of two runs compare as they would with a probe. */
const usbDelay = 125;

/** What OpenOCD says where its script names the USB ids of other probes. */
const otherProbe = /vid\/pid mismatch/;

/**
 * Starts a board, lets OpenOCD flash it, and examines the result. Afterwards no process and no open port remains. The board
 * has an ST-LINK V3, or a V2 where the adapter's script supports no other.
 */
export async function proveOnce(
  plan: Omit<SessionPlan, "port" | "nonce">,
  chip: string,
  bounds: RunBounds,
): Promise<ProvingRun> {
  const run = await proveWith("V3J7", plan, chip, bounds);
  const isRefused = run.errors.some((error) => otherProbe.test(error));
  return isRefused ? proveWith("V2J37", plan, chip, bounds) : run;
}

async function proveWith(
  probe: ProbeName,
  plan: Omit<SessionPlan, "port" | "nonce">,
  chip: string,
  bounds: RunBounds,
): Promise<ProvingRun> {
  await using board = await startBoard({ chip, probe, usbDelay });
  const nonce = randomUUID();
  const command = provingCommand({ ...plan, port: board.port, nonce });
  const { line, said } = listener(nonce);
  const started = performance.now();
  const { status, signal, cut } = await runProcess(command, bounds, line);
  const milliseconds = Math.round(performance.now() - started);
  const { size, image } = plan.firmware;
  const { flash, flashBase, events, commands } = await board.state();
  const judged = judgeFlash(flash, flashBase, image.sections);
  return {
    probe,
    loads: said.loaded,
    success: status === 0,
    verified: said.verified,
    programmed: programmedBytes(events),
    equal: judged.right === size,
    ...judged,
    errors: [...said.errors, ...(signal !== null && !cut ? [`OpenOCD was ended by ${signal}`] : [])],
    milliseconds,
    commands,
    ...(cut && { cut }),
    command,
  };
}

/** In a thread of its own, so that several runs get on at once. From its sources it shares this one. */
async function startBoard(
  options: BoardOptions,
): Promise<Pick<SeparateBoard, "port" | "state"> & AsyncDisposable> {
  if (existsSync(boardThread)) return SeparateBoard.start(options);
  const board = await new VirtualBoard(options).start();
  return {
    port: board.port,
    state: async () => board,
    [Symbol.asyncDispose]: () => board.stop(),
  };
}

function programmedBytes(events: readonly BoardEvent[]): number {
  return events.reduce((sum, event) => (event.kind === "program" ? sum + event.length : sum), 0);
}
