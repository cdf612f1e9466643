/** The findings as workflow commands of GitHub Actions, which shows them beside the lines of a change. */

import type { Finding } from "../check/result.ts";
import { pathFrom } from "./path-name.ts";
import { printable } from "./printable.ts";
import { type AnyResult, findingsIn } from "./result.ts";
import { confirmedText } from "./text/confirmed-text.ts";

/** One line for each finding. */
export function githubReport(results: readonly AnyResult[], cwd: string): string {
  const lines = results.flatMap((result) => [
    ...findingsIn(result).map((finding) => annotation(finding, cwd)),
    ...(result.omitted > 0
      ? [command("notice", {}, [`${result.omitted} more findings are not listed`])]
      : []),
    ...[confirmedText(result)].flatMap((text) => (text === undefined ? [] : [command("notice", {}, [text])])),
  ]);
  return lines.map((line) => `${line}\n`).join("");
}

function annotation({ rule, severity, message, notes, at, fix }: Finding, cwd: string): string {
  const { line, column, endLine, endColumn } = at;
  const location = { file: pathFrom(at.file, cwd), line, endLine };
  // Columns are for locations within one line (GitHub, "Workflow commands", "Setting an error message").
  const columns = endLine === line ? { col: column, endColumn } : {};
  const fixed = fix === undefined ? [] : [`fix: ${fix.title}`];
  return command(severity === "info" ? "notice" : severity, { ...location, ...columns, title: rule }, [
    message,
    ...notes,
    ...fixed,
  ]);
}

/** `::error file=…,line=…::message`, with what would end a part of it encoded (actions/toolkit, command.ts). */
function command(
  name: string,
  properties: Record<string, string | number>,
  lines: readonly string[],
): string {
  const words = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`);
  const message = lines.map((line) => printable(line).replace(/%/g, encodeURIComponent)).join("%0A");
  return `::${name} ${words.join(",")}::${message}`;
}

function propertyText(text: string): string {
  return printable(text).replace(/[%:,]/g, encodeURIComponent);
}
