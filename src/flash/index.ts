/**
 * Flashes a firmware with an overlay's configuration, and reports the result.
 *
 * @module l5cfg-fix/flash
 */

export type { Image, ImageFormat, ImageSection } from "../firmware/firmware.ts";
export { TrustError } from "../install/trust.ts";
export type { Interfaces, Making, Manifest, ManifestFile, ManifestFinding } from "../manifest/manifest.ts";
export type { OverlayAt } from "../overlay/openocd-command.ts";
export { FlashError } from "./errors.ts";
export type { Firmware } from "./firmware.ts";
export { flash, runPlan } from "./flash.ts";
export type { CancelSignal, FlashOptions, Progress, RunOptions, StepResult } from "./options.ts";
export { type FlashPlan, planFlash } from "./plan.ts";
export type { FailureKind, FlashFailure, FlashResult, FlashState } from "./result.ts";
export type { Reset } from "./step-commands.ts";
export type { StepName } from "./steps.ts";
