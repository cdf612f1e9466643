import { hex32 } from "../hexadecimal.ts";
import type { ProcessEnd } from "./process.ts";
import type { FailureKind, FlashFailure, FlashState } from "./result.ts";
import type { StepName } from "./steps.ts";
import type { Watched } from "./watch.ts";

/** What the user requested. */
export interface Wanted {
  /** Bytes of the firmware. */
  size: number;
  verify: boolean;
}

/** Judges a run by its output. OpenOCD's exit status is only an additional sign. */
export function judge(seen: Watched, end: ProcessEnd, wanted: Wanted): FlashFailure | undefined {
  const { step } = seen;
  const fail = (kind: FailureKind, message: string): FlashFailure => ({
    kind,
    ...(step && { step }),
    message,
  });
  if (end.cut === "cancelled" && !seen.isDone) return fail("cancelled", `cancelled ${during(step)}`);
  if (end.cut === "timeout" && !seen.isDone) {
    return fail("timeout", `OpenOCD took too long, and was ended ${during(step)}`);
  }
  if (seen.isDisordered) {
    return fail("write", "OpenOCD printed its steps out of order, and nothing that it says counts");
  }
  if (seen.outside !== undefined) return fail("write", outside(seen.outside, seen));
  if (!seen.isDone) return fail(kinds[step ?? "configuring"], stopped(seen, end));
  return shortfall(seen, wanted, fail) ?? badEnd(end, fail);
}

/** Judges a run that reached its last step but did not end with success. */
function badEnd({ status, signal, cut }: ProcessEnd, fail: Fail): FlashFailure | undefined {
  const all = "OpenOCD came to the end of its steps";
  if (cut === "cancelled") return fail("cancelled", `${all}, and was cancelled before it ended`);
  if (cut === "timeout") return fail("timeout", `${all}, and did not end in time`);
  if (signal !== null) return fail("verify", `${all}, and was then ended by ${signal}`);
  return status === 0 ? undefined : fail("verify", `${all}, and then failed with status ${status}`);
}

const kinds: Readonly<Record<StepName | "configuring", FailureKind>> = {
  configuring: "config",
  connecting: "target",
  halting: "target",
  erasing: "write",
  writing: "write",
  verifying: "verify",
  resetting: "target",
};

function during(step: StepName | undefined): string {
  return step === undefined ? "before it connected" : `while ${step}`;
}

function outside(address: number, { step }: Watched): string {
  const what = `the firmware has bytes at ${hex32(address)}, where the target has no flash`;
  return step === "erasing" ? `${what}; nothing was erased` : what;
}

const purposes: Readonly<Record<StepName | "configuring", string>> = {
  configuring: "could not load the configuration",
  connecting: "could not connect",
  halting: "could not reset and halt the target",
  erasing: "could not erase the flash",
  writing: "could not write the firmware",
  verifying: "did not find in the flash what the firmware has",
  resetting: "could not reset the target in the end",
};

/** Judges a run that ended before its last step. */
function stopped({ step }: Watched, { status, signal }: ProcessEnd): string {
  if (signal !== null) return `OpenOCD was ended by ${signal} ${during(step)}`;
  if (status === 0) return `OpenOCD ended without a word ${during(step)}`;
  return `OpenOCD ${purposes[step ?? "configuring"]}`;
}

type Fail = (kind: FailureKind, message: string) => FlashFailure;

/** The work that a finished run did not do. */
function shortfall(seen: Watched, { size, verify }: Wanted, fail: Fail): FlashFailure | undefined {
  const { written = 0, verified = 0, error } = seen;
  if (written < size)
    return fail("write", `OpenOCD wrote ${written} of ${size} bytes, and called that a success`);
  if (verify && verified !== size) {
    return fail("verify", `OpenOCD verified ${verified} of ${size} bytes, and called that a success`);
  }
  if (!verify && error !== undefined) {
    return fail("write", "OpenOCD met an error while it wrote, and called that a success");
  }
  return undefined;
}

/** The content of the flash after a run. */
export function stateOf(seen: Watched, end: ProcessEnd, { size, verify }: Wanted): FlashState {
  const { steps, step, written = 0, verified, outside, isDone, isDisordered } = seen;
  if (isDisordered) return "unknown";
  const isOver = (name: StepName) => steps.some((one) => one.step === name);
  const isCredible = !isDone || end.status === 0;
  const isWritten = isOver("writing") && written >= size;
  if (verify && isCredible && isWritten && isOver("verifying") && verified === size) return "verified";
  if (isWritten) return "written";
  if (step === "writing" || isOver("writing")) return "partly written";
  return step === "erasing" && outside === undefined ? "partly erased" : "untouched";
}
