/**
 * Finds what is missing or wrong in OpenOCD's configs, and fixes it, in memory.
 *
 * @module l5cfg-fix
 */

export {
  type CheckOptions,
  check,
  checkAsync,
  type FixOptions,
  fix,
  fixAsync,
  type RunOptions,
} from "./check/api.ts";
export type * from "./check/confirmation.ts";
export type { Progress } from "./check/job.ts";
export type { Level, LevelOf } from "./check/levels.ts";
export type { Excerpt, Location, Range } from "./check/location.ts";
export type * from "./check/result.ts";
export type { StopSignal, WatchOptions } from "./check/steps.ts";
export { type FileChange, unifiedDiff } from "./edit/diff.ts";
export { applyEdits, type Edit, type FileEdits } from "./edit/edit.ts";
export { type ErrorCode, L5cfgFixError } from "./errors.ts";
export type { FileSystem, PathRules } from "./files/file-system.ts";
export { ImageError } from "./firmware/errors.ts";
export { FlashError, type FlashOptions, type FlashResult, flash, planFlash } from "./flash/index.ts";
export { openCommandLine } from "./install/command-project.ts";
export type { ProjectKind } from "./install/find.ts";
export { type OpenOptions, openProject } from "./install/open.ts";
export type { Plugin } from "./install/plugins.ts";
export type { Project, ProjectCommandLine } from "./install/project.ts";
export type { ChosenOpenOcd } from "./install/release.ts";
export type { LogStage } from "./log/entry.ts";
export { explainLog } from "./log/explain.ts";
export type {
  Diagnosis,
  DiagnosisPlace,
  Effect,
  Explanation,
  Sighting,
  UnknownError,
} from "./log/explanation.ts";
export type { Frame } from "./log/stack.ts";
export { type LoadOptions, loadConfig, loadConfigSync } from "./openocd/load.ts";
export type * from "./openocd/model.ts";
export type { Place } from "./openocd/place.ts";
export type { ProgramFacts } from "./openocd/program-facts.ts";
export { ProjectFileError, type ProjectFilePlace } from "./project/errors.ts";
export { openProjects } from "./project/open.ts";
export type { OpenedProject, OpenProjectsOptions } from "./project/open-with.ts";
export { type ConfirmOptions, checkConfirmed, fixConfirmed } from "./prove/confirm/api.ts";
export { ProveError } from "./prove/errors.ts";
export type { Severity } from "./rules/finding.ts";
export { type RuleId, type RuleText, ruleTexts } from "./rules/rule-texts.ts";
export type { Origin, Position, Source } from "./tcl/source.ts";
export {
  type CommandNode,
  parse,
  print,
  type Script,
  type SyntaxProblem,
  type TokenNode,
  type WordNode,
} from "./tcl/syntax.ts";
export { type FaultKind, Token, type TokenKind } from "./tcl/tokens.ts";
export { version } from "./version.ts";
