/** The findings as workflow commands of GitHub Actions, which shows them beside the lines of a change. */

import type { Refusal } from "../cli/paths/survey.ts";
import type { Surveyed } from "../cli/paths/surveyed.ts";
import { decoded } from "../cli/terminal/readable.ts";
import type { Finding } from "../rules/finding.ts";
import { shown } from "./text.ts";

/** One line for each finding, and for each config that OpenOCD refuses where nothing could be checked. */
export function githubAnnotations(all: readonly Surveyed[]): string[] {
  return all.flatMap(({ findings, refused, isRefused }) => [
    ...findings.map(annotation),
    ...(isRefused ? refused.map(refusalAnnotation) : []),
  ]);
}

function annotation({ rule, severity, message, notes, at, fix }: Finding): string {
  const { line: endLine, column: endColumn } = at.source.positionAt(at.end);
  const place = { file: shown(at.file, process.cwd()), line: at.line, endLine };
  // Columns are for places within one line (GitHub, "Workflow commands", "Setting an error message").
  const columns = endLine === at.line ? { col: at.column, endColumn } : {};
  const fixed = fix === undefined ? [] : [`fix: ${fix.title}`];
  return command(severity, { ...place, ...columns, title: rule }, [message, ...notes, ...fixed].join("\n"));
}

function refusalAnnotation({ problem: { file, line, message } }: Refusal): string {
  return command("error", { file: shown(file, process.cwd()), line, title: "OpenOCD refuses it" }, message);
}

/** `::error file=…,line=…::message`, with what would end a part of it encoded (actions/toolkit, command.ts). */
function command(name: string, properties: Record<string, string | number>, message: string): string {
  const words = Object.entries(properties).map(([key, value]) => `${key}=${propertyText(String(value))}`);
  return `::${name} ${words.join(",")}::${messageText(message)}`;
}

function messageText(text: string): string {
  return decoded(text).replace(/[%\r\n]/g, encodeURIComponent);
}

function propertyText(text: string): string {
  return decoded(text).replace(/[%\r\n:,]/g, encodeURIComponent);
}
