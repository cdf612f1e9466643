import type { Absolute } from "../files/absolute.ts";
import type { Finding, Fix, Severity } from "../rules/finding.ts";
import { followsMissingScript } from "../rules/follow-ups.ts";
import { rules as allRules } from "../rules/index.ts";
import type { RuleContext } from "../rules/rule.ts";
import type { Job } from "./job.ts";

/** The maximum number of findings to keep; further ones are only counted. */
export const MOST_FINDINGS = 1000;

/** Findings, and the number of further ones that were not kept. */
export interface Findings {
  found: Finding[];
  omitted: number;
}

/** The part of a job that says how runs are examined. */
type FindingOptions = Pick<Job, "rules" | "isStandIn" | "severityOf">;

/**
 * The findings of the rules in one run. Fixes get absolute paths, because OpenOCD names files relative to its folders.
 */
export function findingsIn(
  run: RuleContext,
  absolute: Absolute,
  { rules = allRules, isStandIn = false, severityOf }: FindingOptions = {},
): Findings {
  const transports = run.config.transport === "" ? [] : [run.config.transport];
  const found: Finding[] = [];
  let omitted = 0;
  for (const rule of rules) {
    for (const { fix, ...observed } of rule.check(run)) {
      if (rule.mayFollow && followsMissingScript(run.config, observed.at)) continue;
      if (found.length === MOST_FINDINGS) {
        if (severityOf?.(rule.id, absolute(observed.at.file)) !== "off") omitted++;
        continue;
      }
      found.push({
        rule: rule.id,
        severity: rule.severity,
        transports,
        ...observed,
        ...(isStandIn && rule.isByTable && rule.severity === "error" && { severity: "warning" as const }),
        ...(fix && {
          fix: { ...fix, edits: fix.edits.map(({ file, edits }) => ({ file: absolute(file), edits })) },
        }),
      });
    }
  }
  return { found, omitted };
}

/** The findings of many runs, each once, sorted by file and line. */
export function merged(all: Iterable<Finding>, absolute: Absolute): Finding[] {
  const known = new Map<string, Finding>();
  for (const finding of all) {
    const key = keyOf(finding, absolute);
    const same = known.get(key);
    if (same === undefined) known.set(key, { ...finding, transports: [...finding.transports] });
    else include(same, finding);
  }
  return sorted([...known.values()]);
}

function include(known: Finding, { transports, severity, fix }: Finding): void {
  for (const transport of transports) {
    if (!known.transports.includes(transport)) known.transports.push(transport);
  }
  if (isGraver(severity, known.severity)) known.severity = severity;
  if (fix !== undefined) known.fix = alsoFor(known.fix ?? fix, fix);
}

function isGraver(one: Severity, other: Severity): boolean {
  const order: readonly Severity[] = ["info", "warning", "error"];
  return order.indexOf(one) > order.indexOf(other);
}

/** The same edits change other objects where a config has another name for the chip. */
function alsoFor(fix: Fix, other: Fix): Fix {
  if (JSON.stringify(other.edits) !== JSON.stringify(fix.edits)) return fix;
  const changes = new Map([...fix.changes, ...other.changes].map((one) => [JSON.stringify(one), one]));
  return { ...fix, changes: [...changes.values()] };
}

export function sorted(all: Finding[]): Finding[] {
  return all.sort((a, b) => compare(a.at.file, b.at.file) || a.at.start - b.at.start);
}

/** The same fault at the same place is the same finding, whichever name a run has for the chip. */
export function keyOf({ rule, at }: Finding, absolute: Absolute): string {
  return `${rule} ${absolute(at.file)} ${at.start}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Counts equal findings. Lines move, so findings are compared by the text of their command. */
export function counts(findings: readonly Finding[]): (finding: Finding) => number {
  const known = new Map<string, number>();
  for (const finding of findings) known.set(wordsOf(finding), (known.get(wordsOf(finding)) ?? 0) + 1);
  return (finding) => known.get(wordsOf(finding)) ?? 0;
}

/** The properties of a finding that do not change when lines move. */
export function wordsOf({ rule, at }: Finding): string {
  return `${rule} ${at.file} ${at.text}`;
}
