/** The findings one a line, as compilers and grep print them: editors and problem matchers read that. */

import { forTerminal } from "./for-terminal.ts";
import { pathName } from "./path-name.ts";
import { printable } from "./printable.ts";
import { type AnyResult, findingsIn } from "./result.ts";

/** `file:line:column: severity: message [rule]`, with paths from the working directory. */
export function unixReport(results: readonly AnyResult[], cwd: string): string {
  const lines = results.flatMap((result) => [
    ...findingsIn(result).map(({ at, severity, message, rule }) => {
      const location = `${pathName(at.file, cwd)}:${at.line}:${at.column}`;
      return `${location}: ${severity}: ${printable(message)} [${rule}]`;
    }),
  ]);
  return lines.map((line) => `${forTerminal(line, false)}\n`).join("");
}
