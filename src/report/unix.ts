/** The findings one a line, as compilers and grep print them: editors and problem matchers read that. */

import { pathName } from "./path-name.ts";
import { forTerminal, printable } from "./printable.ts";
import { type AnyResult, findingsIn, isRefused, refusedConfigs } from "./result.ts";

/** `file:line:column: severity: message [rule]`, with paths from the working directory. */
export function unixReport(results: readonly AnyResult[], cwd: string): string {
  const lines = results.flatMap((result) => [
    ...findingsIn(result).map(({ at, severity, message, rule }) => {
      const location = `${pathName(at.file, cwd)}:${at.line}:${at.column}`;
      return `${location}: ${severity}: ${printable(message)} [${rule}]`;
    }),
    ...(isRefused(result) ? refusedConfigs(result) : []).map(
      ({ refusal: { file, line, message } }) =>
        `${pathName(file, cwd)}:${line}:1: error: ${printable(message)} [refused]`,
    ),
  ]);
  return lines.map((line) => `${forTerminal(line, false)}\n`).join("");
}
