import type { Explanation } from "../log/explanation.ts";
import type { StepResult } from "./options.ts";
import type { FlashPlan } from "./plan.ts";
import type { StepName } from "./steps.ts";

/**
 * Why a run failed: configuration, no probe or no target (or the connection was lost), erasing or writing, verifying,
 * timeout, or cancelled.
 */
export type FailureKind = "config" | "target" | "write" | "verify" | "timeout" | "cancelled";

/** The content of the flash in the firmware's region; `unknown` where OpenOCD's output contradicts itself. */
export type FlashState =
  | "untouched"
  | "partly erased"
  | "partly written"
  | "written"
  | "verified"
  | "unknown";

/** Why and in which step a run failed. */
export interface FlashFailure {
  kind: FailureKind;
  /** The step it happened in; undefined where OpenOCD did not get past the configuration. */
  step?: StepName;
  /** What happened, in one sentence without a full stop. */
  message: string;
}

/** The result of a run. */
export interface FlashResult {
  /** Whether all was done that was asked for: each byte written, and verified unless that was not wanted. */
  ok: boolean;
  state: FlashState;
  failure?: FlashFailure;
  /** The steps that are over, in order. */
  steps: StepResult[];
  /** Seconds in all. */
  seconds: number;
  /** As OpenOCD's banner says it. */
  openocd?: string;
  plan: FlashPlan;
  /** What OpenOCD printed; of more than a million characters the first and the last ones. */
  log: string;
  /** For a failure: what the log says went wrong, and what to do. */
  explanation?: Explanation;
}
