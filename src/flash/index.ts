export { FlashError } from "./errors.ts";
export { flash, runPlan } from "./flash.ts";
export type { CancelSignal, FlashOptions, Progress, RunOptions, StepResult } from "./options.ts";
export { type FlashPlan, planFlash } from "./plan.ts";
export type { FailureKind, FlashFailure, FlashResult, FlashState } from "./result.ts";
export type { Reset } from "./step-commands.ts";
export type { StepName } from "./steps.ts";
