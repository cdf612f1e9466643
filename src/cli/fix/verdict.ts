import { type AnyResult, findingsIn, leftIn } from "../../report/result.ts";
import { ExitCode } from "../exit-codes.ts";

/**
 * The exit status for what is left, or for all that was found where nothing is fixed: warnings are allowed up to a number,
 * what is only worth knowing always.
 */
export function statusOf(
  results: readonly AnyResult[],
  { maxWarnings = 0, html }: { maxWarnings?: number; html?: string },
): number {
  const left = results.flatMap(html === undefined ? leftIn : findingsIn);
  const warnings = left.filter(({ severity }) => severity === "warning").length;
  const isFine =
    results.every(({ omitted }) => omitted === 0) &&
    warnings <= maxWarnings &&
    left.every(({ severity }) => severity !== "error");
  return isFine ? ExitCode.Ok : ExitCode.Findings;
}
