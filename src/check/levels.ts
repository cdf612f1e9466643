import type { Absolute } from "../files/absolute.ts";
import type { Finding, Severity } from "../rules/finding.ts";

/** How findings of a rule are reported; `off`: not at all. */
export type Level = Severity | "off";

/** The level of a rule's findings in a file, which is absolute; undefined where it is the rule's own. */
export type LevelOf = (rule: string, file: string) => Level | undefined;

/** The findings with their configured severities, without those that are off. */
export function withLevels(
  findings: readonly Finding[],
  absolute: Absolute,
  severityOf: LevelOf | undefined,
): Finding[] {
  if (severityOf === undefined) return [...findings];
  return findings.flatMap((finding) => {
    const level = severityOf(finding.rule, absolute(finding.at.file));
    if (level === "off") return [];
    return level === undefined ? finding : { ...finding, severity: level };
  });
}
