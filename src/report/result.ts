import type { CheckResult, Finding, FixResult, RunRefusal } from "../check/result.ts";

/** What can be reported: a check or a fix of one path. */
export type AnyResult = CheckResult | FixResult;

/** What OpenOCD refuses first in a config, under every transport. */
export interface Refused {
  config: string;
  refusal: RunRefusal;
}

/** The findings in the files as they are, whatever a fix would do about them. */
export function findingsIn(result: AnyResult): readonly Finding[] {
  return "findings" in result ? result.findings : [...result.fixed, ...result.left];
}

/** How many findings there are, those included that no list has. */
export function findingCount(result: AnyResult): number {
  return findingsIn(result).length + result.omitted;
}

/** The configs that OpenOCD refuses under every transport for what only a board file would give them. */
export function refusedConfigs({ project, runs }: AnyResult): Refused[] {
  return project.configs.flatMap((config) => {
    const own = runs.filter((run) => run.config === config);
    const refusals = own.flatMap(({ refusal }) => (refusal?.needs === undefined ? [] : [refusal]));
    return refusals.length > 0 && refusals.length === own.length ? [{ config, refusal: refusals[0]! }] : [];
  });
}

/** Whether a result has nothing to say: no finding is left, and OpenOCD takes what was named. */
export function isClean(result: AnyResult): boolean {
  const left = "findings" in result ? result.findings : result.left;
  return left.length + result.omitted === 0 && !isRefused(result);
}

/** Whether OpenOCD refuses all that was named, and nothing was found in it. */
export function isRefused(result: AnyResult): boolean {
  return findingsIn(result).length === 0 && refusedConfigs(result).length === result.project.configs.length;
}
