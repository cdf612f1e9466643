import { type BoardEvent, VirtualBoard } from "../board/index.ts";
import { runProcess } from "../flash/process.ts";
import { judgeFlash, listener } from "./judge.ts";
import { provingCommand, type SessionPlan } from "./session.ts";

/** One OpenOCD against one board. */
export interface ProvingRun {
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
  /** Whether it was ended, because it took too long or nobody wanted to know any more. */
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

/** Starts a board, lets OpenOCD write to it, and looks at what came of it. Leaves neither a process nor a port behind. */
export async function proveOnce(
  plan: Omit<SessionPlan, "port">,
  boardName: string,
  bounds: RunBounds,
): Promise<ProvingRun> {
  await using board = await new VirtualBoard({ chip: boardName, usbDelay }).start();
  const command = provingCommand({ ...plan, port: board.port });
  const { line, said } = listener();
  const started = performance.now();
  const { status, cut } = await runProcess(command, bounds, line);
  const milliseconds = Math.round(performance.now() - started);
  const { size, image } = plan.firmware;
  const flash = judgeFlash(board.flash, board.flashBase, image.sections);
  return {
    success: status === 0,
    verified: said.verified,
    programmed: programmedBytes(board.events),
    equal: flash.right === size,
    ...flash,
    errors: said.errors,
    milliseconds,
    commands: board.commands,
    ...(cut && { cut }),
    command,
  };
}

function programmedBytes(events: readonly BoardEvent[]): number {
  return events.reduce((sum, event) => (event.kind === "program" ? sum + event.length : sum), 0);
}
