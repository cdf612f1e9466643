import { resolve } from "node:path";
import type { Patch, PatchedFile } from "../check/fix.ts";
import { stdinName, stdinPath } from "../cli/paths/stdin.ts";
import type { Refusal, Survey } from "../cli/paths/survey.ts";
import type { Work } from "../cli/paths/work.ts";
import { decoded } from "../cli/terminal/readable.ts";
import type { Problem } from "../openocd/model.ts";
import type { Finding } from "../rules/finding.ts";
import { version } from "../version.ts";

/** A finding as JSON: positions as numbers, the fix with its edits. */
export function findingJson(finding: Finding): object {
  const { rule, severity, message, notes, transports, at, fix } = finding;
  const place = { ...at.toJSON(), file: resolve(at.file) };
  return { rule, severity, message, notes, ...place, transports, ...(fix && { fix }) };
}

/** What OpenOCD refuses: file and line as it says them itself, and the span where that lies in the same line. */
export function problemJson({ code, message, file, line, at, stack, subject }: Problem): object {
  const isThere = at !== undefined && at.file === file && at.line === line;
  return { code, message, file, line, ...(isThere && at.toJSON()), stack, subject };
}

export function refusalJson({ config, problem }: Refusal): object {
  return { config, problem: problemJson(problem) };
}

export function fileJson({ path, edits }: PatchedFile): object {
  return { path, edits };
}

/** What was checked. */
export function headJson({ path, scope, stale }: Work): object {
  const { openocd, configs, warnings } = scope;
  return { path, openocd, configs, warnings, ...(stale.length > 0 && { stale }) };
}

/** What was fixed, and what is left. */
export function patchJson(work: Work, { fixed, left, files }: Patch, { refused }: Survey): object {
  return {
    ...headJson(work),
    fixed: fixed.map(findingJson),
    left: left.map(({ finding, why }) => ({ ...findingJson(finding), why })),
    refused: refused.map(refusalJson),
    files: files.map(fileJson),
  };
}

/** What every report begins with. `schema` is raised when a reader of the form before could misread this one. */
export const reportHead = { tool: `l5cfg-fix ${version}`, schema: 1 };

/** Prints the results for each path, under the tool and the version of this form. */
export function printJson(results: readonly object[]): void {
  console.log(jsonText({ ...reportHead, results }));
}

/** JSON for people and programs, which know no bytes: text as UTF-8 where it is that. */
export function jsonText(value: object): string {
  const text = JSON.stringify(
    value,
    (_, part) => (typeof part !== "string" ? part : part === stdinPath ? stdinName : decoded(part)),
    2,
  );
  // JSON lets these stand, and terminals act on them.
  return text.replace(/[\x7f-\x9f]/g, (control) => `\\u00${control.charCodeAt(0).toString(16)}`);
}
