import { basename } from "node:path";
import type { CheckResult, Finding, FixedFile, FixResult, UsedOpenOcd } from "../check/result.ts";
import { decoded } from "../files/file-names.ts";
import type { Project } from "../install/project.ts";
import type { Stale } from "../overlay/staleness.ts";
import { version } from "../version.ts";
import { printableJson } from "./printable.ts";
import type { AnyResult } from "./result.ts";
import type { CheckedReport, FindingReport, FixedReport, PatchedFileReport } from "./schema/check.ts";

/** What every report begins with. `schema` is raised when a reader of the schema before could misread this one. */
const reportHead = { tool: `l5cfg-fix ${version}`, schema: 2 };

/** The report on several paths. */
export function resultsReport(results: readonly object[]): string {
  return `${printableJson({ ...reportHead, results })}\n`;
}

/** A report on a model or a log, whose texts are bytes: printed as UTF-8 where they are that. */
export function modelReport(value: object): string {
  return `${printableJson({ ...reportHead, ...value }, (text) => decoded(text))}\n`;
}

/** The OpenOCD of a project: what reports say of it. */
export function openocdJson({ version, why, exact }: Project["openocd"]): UsedOpenOcd {
  return { version, why, exact };
}

/** A check of one path. */
export function checkJson(
  result: CheckResult & { known?: number },
  stale: readonly Stale[] = [],
): CheckedReport {
  return withStdinName(
    {
      ...head(result, stale),
      findings: result.findings.map(findingJson),
      ...(result.known !== undefined && { known: result.known }),
      ...tail(result),
    },
    result.project,
  );
}

/** What else a report on a fix has. */
interface FixReportOptions {
  /** What was done with the fix. */
  more?: Pick<FixedReport, "overlay" | "command" | "inPlace" | "recoveries">;
  /** The patch of one file, where it is asked for; bytes. */
  diff?: (file: FixedFile) => string;
}

/** A fix of one path. */
export function fixJson(
  result: FixResult,
  stale: readonly Stale[] = [],
  { more, diff }: FixReportOptions = {},
): FixedReport {
  const report = {
    ...head(result, stale),
    fixed: result.fixed.map(findingJson),
    left: result.left.map(({ why, ...finding }) => ({
      ...findingJson(finding),
      ...(why !== undefined && { why }),
    })),
    ...tail(result),
    files: result.files.map((file) => ({
      ...fileJson(file),
      ...(diff && { diff: decoded(diff(file)) }),
    })),
    ...more,
  };
  return withStdinName(report, result.project);
}

/** A finding: its location as numbers, the fix with its edits. */
export function findingJson(found: Finding): FindingReport {
  const { rule, severity, message, notes, transports, at, fix } = found;
  const { file, line, column, endLine, endColumn, start, end } = at;
  const location = { file, line, column, endLine, endColumn, span: { start, end } };
  return { rule, severity, message, notes, ...location, transports, ...(fix && { fix: editsOf(fix) }) };
}

function editsOf({ safety, title, edits }: NonNullable<Finding["fix"]>): NonNullable<FindingReport["fix"]> {
  return { safety, title, edits: edits.map(({ file, edits }) => ({ file, edits: edits.map(editJson) })) };
}

/** A file that is patched, with what is edited in it. */
export function fileJson({ path, edits }: Pick<FixedFile, "path" | "edits">): PatchedFileReport {
  return { path, edits: edits.map(editJson) };
}

function editJson({ offset, length, content }: FixedFile["edits"][number]) {
  return { offset, length, content: decoded(content) };
}

function head({ project, openocd }: AnyResult, stale: readonly Stale[]) {
  const { path, configs, projectFile, warnings } = project;
  return {
    path,
    openocd,
    configs,
    ...(projectFile !== undefined && { projectFile }),
    warnings,
    ...(stale.length > 0 && { stale: [...stale] }),
  };
}

function tail({ omitted, confirmed }: AnyResult) {
  return { ...(confirmed && { confirmed }), ...(omitted > 0 && { omitted }) };
}

/** A report in which standard input, which has no path, is called by its name. */
export function withStdinName<T extends object>(
  report: T,
  { path, location }: Pick<AnyResult["project"], "path" | "location">,
): T {
  if (path !== "-") return report;
  const rename = (_: string, part: unknown) => (part === location ? basename(location) : part);
  return JSON.parse(JSON.stringify(report, rename));
}
