import { randomBytes } from "node:crypto";
import type { ProgramVerdict } from "../../check/confirmation.ts";
import type { CancelSignal } from "../../flash/options.ts";
import { type ProcessEnd, runProcess } from "../../flash/process.ts";
import { answerListener, type Heard, type ProgramMade } from "./answer.ts";
import { askingCommand, type ProgramQuestion } from "./question.ts";

/** What one run of OpenOCD may take. */
export interface AskBounds {
  timeoutMs: number;
  /** Characters that it may print. */
  mostOutput: number;
  cwd: string;
  /** An empty folder, which OpenOCD looks for scripts in as the user's own. */
  home: string;
  signal?: CancelSignal | undefined;
}

/** What OpenOCD says of a config. */
export interface ProgramAnswer {
  says: ProgramVerdict;
  message?: string;
  file?: string;
  line?: number;
  made?: ProgramMade;
}

/** Runs a config in an OpenOCD. Throws FlashError where that cannot be started. */
export async function askProgram(question: ProgramQuestion, bounds: AskBounds): Promise<ProgramAnswer> {
  const { timeoutMs, mostOutput, cwd, home, signal } = bounds;
  const mark = `l5cfg-${randomBytes(12).toString("hex")}`;
  const { line, heard } = answerListener(mark);
  const flood = new AbortController();
  const cancel = () => flood.abort();
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  let printed = 0;
  try {
    const { OPENOCD_SCRIPTS: _, ...env } = process.env;
    const end = await runProcess(
      askingCommand(question, mark),
      { timeoutMs, signal: flood.signal, cwd, env: { ...env, HOME: home } },
      (text) => {
        printed += text.length + 1;
        if (printed > mostOutput) flood.abort();
        else line(text);
      },
    );
    return answerOf(end, heard, { timeoutMs, isFlood: printed > mostOutput, mostOutput });
  } finally {
    signal?.removeEventListener("abort", cancel);
  }
}

function answerOf(
  { status, signal, cut }: ProcessEnd,
  heard: Heard,
  { timeoutMs, isFlood, mostOutput }: { timeoutMs: number; isFlood: boolean; mostOutput: number },
): ProgramAnswer {
  const { hasBegun, isInit, isShutdown, made, error } = heard;
  if (isFlood) return { says: "output", message: `it printed more than ${mostOutput} characters` };
  if (cut === "timeout") return { says: "timeout", message: `it did not end within ${timeoutMs / 1000} s` };
  if (cut === "cancelled") return { says: "unasked", message: "cancelled" };
  // Some builds crash when they end: the configuration stage was over by then.
  if (isInit) return { says: "init" };
  if (made !== undefined) return { says: "accepted", made };
  if (signal !== null) return { says: "killed", message: `it was ended by ${signal}` };
  if (!hasBegun)
    return { says: "unasked", message: error?.message ?? `it ended with status ${status} before the config` };
  if (isShutdown && error === undefined) return { says: "shutdown", message: "the config called shutdown" };
  return { says: "refused", ...(error ?? { message: `it ended with status ${status} without a word` }) };
}
