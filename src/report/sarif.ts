/** The findings as SARIF 2.1.0 (OASIS), which code scanners and editors read. */

import type { ArtifactChange, Fix, Log, Notification, ReportingDescriptor, Result } from "sarif";
import type { Refusal } from "../cli/paths/survey.ts";
import type { Surveyed } from "../cli/paths/surveyed.ts";
import { decoded } from "../cli/terminal/readable.ts";
import type { FileEdits } from "../edit/edit.ts";
import type { FileSystem } from "../files/file-system.ts";
import { explanations } from "../rules/examples/index.ts";
import { rulePage } from "../rules/examples/page.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/index.ts";
import type { Rule } from "../rules/rule.ts";
import { Source } from "../tcl/source.ts";
import { version } from "../version.ts";
import { artifactLocation, baseName, fileUri, location, region } from "./sarif-places.ts";

/** Where the schema of SARIF 2.1.0 is published. */
const schema = "https://json.schemastore.org/sarif-2.1.0.json";

/** One log with one run, whatever number of paths were checked. */
export function sarifLog(all: readonly Surveyed[]): Log {
  const refused = all.flatMap((one) => one.refused);
  return {
    $schema: schema,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "l5cfg-fix", version, semanticVersion: version, rules: rules.map(descriptor) },
        },
        originalUriBaseIds: { [baseName]: { uri: `${fileUri(process.cwd())}/` } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: !all.some(({ isRefused }) => isRefused),
            toolExecutionNotifications: refused.map(notification),
          },
        ],
        results: all.flatMap(({ work, findings }) => findings.map((finding) => result(finding, work.fs))),
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
    help: { text: `l5cfg-fix explain ${id}`, markdown: rulePage(rule, explanations[id]!) },
    defaultConfiguration: { level: severity },
  };
}

function result(finding: Finding, fs: FileSystem): Result {
  const { rule, severity, message, notes, transports, at, fix } = finding;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: severity,
    message: { text: [message, ...notes].map(decoded).join("\n") },
    locations: [location(at)],
    ...(fix && { fixes: [fixOf(fix, fs)] }),
    properties: { transports, ...(fix && { fixSafety: fix.safety }) },
  };
}

function fixOf({ title, edits }: NonNullable<Finding["fix"]>, fs: FileSystem): Fix {
  return {
    description: { text: decoded(title) },
    artifactChanges: edits.map((one) => artifactChange(one, fs)),
  };
}

function artifactChange({ file, edits }: FileEdits, fs: FileSystem): ArtifactChange {
  const source = new Source(file, fs.read(file) ?? "");
  return {
    artifactLocation: artifactLocation(file),
    replacements: edits.map(({ offset, length, content }) => ({
      deletedRegion: region(source, offset, offset + length),
      insertedContent: { text: decoded(content) },
    })),
  };
}

function notification({ problem }: Refusal): Notification {
  const { file, line, message } = problem;
  return {
    level: "error",
    message: { text: `OpenOCD refuses it: ${decoded(message)}` },
    locations: [
      { physicalLocation: { artifactLocation: artifactLocation(file), region: { startLine: line } } },
    ],
  };
}
