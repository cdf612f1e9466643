/**
 * The engine without node, for browsers, workers and editors: files are read through a file system that is passed in, and
 * nothing else is touched. It is what the command and `l5cfg-fix` itself use.
 *
 * @module l5cfg-fix/core
 */

export {
  type ApplyOptions,
  check,
  checkAsync,
  type FileCheckOptions,
  type FileFixOptions,
  fix,
  fixAsync,
  openProject,
  type RunOptions,
} from "./check/engine.ts";
export type { Progress } from "./check/job.ts";
export type { Excerpt, Location, Range } from "./check/location.ts";
export type * from "./check/result.ts";
export type { StopSignal, WatchOptions } from "./check/steps.ts";
export { compare } from "./compare/api.ts";
export type { Names } from "./compare/body/name-symbols.ts";
export type { Comparison } from "./compare/compare.ts";
export type { Difference, Entity, Fact, Kind } from "./compare/difference.ts";
export type { ComparedRun, FileComparison } from "./compare/files.ts";
export type { Both } from "./compare/roles.ts";
export type { Refused, Runs } from "./compare/runs.ts";
export { type FileChange, unifiedDiff } from "./edit/diff.ts";
export { applyEdits, type Edit, type FileEdits } from "./edit/edit.ts";
export { type ErrorCode, L5cfgFixError } from "./errors.ts";
export type { FileSystem, PathRules } from "./files/file-system.ts";
export { latin1Bytes, latin1Of } from "./files/latin1.ts";
export { memoryFiles } from "./files/memory-files.ts";
export type { ProjectKind } from "./install/find.ts";
export type { Plugin } from "./install/plugins.ts";
export type { Project, ProjectOptions } from "./install/project.ts";
export type { ChosenOpenOcd } from "./install/release.ts";
export { decodeLog } from "./log/decode.ts";
export type { LogStage } from "./log/entry.ts";
export { explainLog } from "./log/explain.ts";
export type * from "./log/explanation.ts";
export type { Frame } from "./log/stack.ts";
export type { ReleaseId } from "./openocd/data/releases.ts";
export { type KnownRelease, knownReleases } from "./openocd/known-releases.ts";
export { type FileLoadOptions, loadConfig, loadConfigSync } from "./openocd/load-files.ts";
export type * from "./openocd/model.ts";
export type { Place } from "./openocd/place.ts";
export type { ProgramFacts } from "./openocd/program-facts.ts";
export { usualTransports } from "./openocd/transport.ts";
export { configJson } from "./report/model/model-json.ts";
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
