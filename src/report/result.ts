import type { CheckResult, Finding, FixResult, RunRefusal } from "../check/result.ts";
import { isRemark } from "../rules/remark.ts";

/** What can be reported: a check or a fix of one path. */
export type AnyResult = CheckResult | FixResult;

/** The findings in the files as they are, whatever a fix would do about them. */
export function findingsIn(result: AnyResult): readonly Finding[] {
  return "findings" in result ? result.findings : [...result.fixed, ...result.left];
}

/** How many findings there are, those included that no list has; remarks do not count. */
export function findingCount(result: AnyResult): number {
  return findingsIn(result).filter(isFault).length + result.omitted;
}

/** Whether a finding is no remark on what works. */
export function isFault(finding: Pick<Finding, "rule" | "severity">): boolean {
  return !isRemark(finding);
}

/** How many remarks there are on what is only worth knowing. */
export function remarkCount(result: AnyResult): number {
  return findingsIn(result).length - findingsIn(result).filter(isFault).length;
}

/** A config that runs only as a part of another, and what OpenOCD says of it alone. */
export interface ConfigPart {
  config: string;
  refusal: RunRefusal;
}

/** The configs that only lack what a board file would give them, under every transport. That is no error. */
export function configParts({ project, runs }: AnyResult): ConfigPart[] {
  return project.configs.flatMap((config) => {
    const own = runs.filter((run) => run.config === config);
    const refusals = own.flatMap(({ refusal }) => (refusal?.needs === undefined ? [] : [refusal]));
    return refusals.length > 0 && refusals.length === own.length ? [{ config, refusal: refusals[0]! }] : [];
  });
}

/** The findings that are left. */
export function leftIn(result: AnyResult): readonly Finding[] {
  return "findings" in result ? result.findings : result.left;
}
