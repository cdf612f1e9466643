import type { Finding } from "../rules/finding.ts";

/** A finding as JSON: positions as numbers, the fix with its edits. */
export function findingJson(finding: Finding): object {
  const { rule, severity, message, notes, transports, at, fix } = finding;
  return { rule, severity, message, notes, ...at.toJSON(), transports, ...(fix && { fix }) };
}
