/** The findings as SARIF 2.1.0 (OASIS), which code scanners and editors read. */

import type { ArtifactChange, Fix, Log, Notification, Region, ReportingDescriptor, Result } from "sarif";
import type { Range } from "../check/location.ts";
import type { Finding } from "../check/result.ts";
import { decoded } from "../files/file-names.ts";
import { explanations } from "../rules/examples/index.ts";
import { rulePage } from "../rules/examples/page.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { version } from "../version.ts";
import { printable, printableJson } from "./printable.ts";
import { type AnyResult, findingsIn } from "./result.ts";
import { ruleLink } from "./rule-links.ts";
import { artifactLocation, baseName, fileUri } from "./sarif-uris.ts";
import { omittedNote } from "./text/check-text.ts";
import { confirmedText } from "./text/confirmed-text.ts";

/** Where the schema of SARIF 2.1.0 is published. */
const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** One log with one run, whatever number of paths were checked. */
export function sarifReport(results: readonly AnyResult[], cwd: string): string {
  return `${printableJson(sarifLog(results, cwd))}\n`;
}

function sarifLog(results: readonly AnyResult[], cwd: string): Log {
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "l5cfg-fix", version, semanticVersion: version, rules: rules.map(descriptor) },
        },
        originalUriBaseIds: { [baseName]: { uri: `${fileUri(cwd)}/` } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: results.flatMap(notifications),
          },
        ],
        results: results.flatMap((one) => findingsIn(one).map((finding) => result(finding, cwd))),
      },
    ],
  };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const { id, severity, title, why } = rule;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    helpUri: ruleLink(id),
    help: { text: `l5cfg-fix explain ${id}`, markdown: rulePage(rule, explanations[id]!) },
    defaultConfiguration: { level: levelOf(severity) },
  };
}

function result({ rule, severity, message, notes, transports, at, fix }: Finding, cwd: string): Result {
  const { start, end } = at;
  const region = { ...regionOf(at), byteOffset: start, byteLength: end - start };
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levelOf(severity),
    message: { text: [message, ...notes].map((line) => printable(line)).join("\n") },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation(at.file, cwd), region } }],
    ...(fix && { fixes: [fixOf(fix, cwd)] }),
    properties: { transports, ...(fix && { fixSafety: fix.safety }) },
  };
}

/** Lines and columns in UTF-16, for editors; bytes, which hold for any encoding, are added to them. */
function regionOf({ line, column, endLine, endColumn }: Range): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function fixOf({ title, edits }: NonNullable<Finding["fix"]>, cwd: string): Fix {
  return {
    description: { text: printable(title) },
    artifactChanges: edits.map((one) => artifactChange(one, cwd)),
  };
}

type FileEdits = NonNullable<Finding["fix"]>["edits"][number];

function artifactChange({ file, edits }: FileEdits, cwd: string): ArtifactChange {
  return {
    artifactLocation: artifactLocation(file, cwd),
    replacements: edits.map(({ offset, length, content, ...range }) => ({
      deletedRegion: { ...regionOf(range), byteOffset: offset, byteLength: length },
      insertedContent: { text: decoded(content) },
    })),
  };
}

function notifications(result: AnyResult): Notification[] {
  const texts = [confirmedText(result), omittedNote(result)].filter((text) => text !== undefined);
  return texts.map((text) => ({ level: "note", message: { text: printable(text) } }));
}

function levelOf(severity: Finding["severity"]): Result.level {
  return severity === "info" ? "note" : severity;
}
