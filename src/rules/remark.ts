import { deprecated } from "./deprecated.ts";
import type { Finding } from "./finding.ts";

/** Whether a finding is only worth knowing, as its rule has it: it works, is not fixed by itself, and shown in one line. */
export function isRemark({ rule, severity }: Pick<Finding, "rule" | "severity">): boolean {
  return severity === "info" && rule === deprecated.id;
}
