import { deprecated } from "./deprecated.ts";
import type { Finding } from "./finding.ts";

/**
 * Whether a finding is a remark by its rule: the config works. A remark has no automatic fix, and is shown in one
 * line.
 */
export function isRemark({ rule, severity }: Pick<Finding, "rule" | "severity">): boolean {
  return severity === "info" && rule === deprecated.id;
}
