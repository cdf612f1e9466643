import { relative } from "node:path";
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from "vscode-languageserver";
import type { Finding } from "../../check/result.ts";
import { printable } from "../../report/printable.ts";
import { uriIn } from "../documents.ts";
import type { Folders } from "../folders.ts";
import { type Checked, CheckedTexts } from "./checked.ts";
import { sourceLinesOf } from "./source-lines.ts";

export const toolName = "l5cfg-fix";

/** A finding where it is shown. */
export interface Shown {
  /** Absolute. */
  path: string;
  diagnostic: Diagnostic;
  finding: Finding;
  checked: Checked;
}

const known = new WeakMap<Checked, Shown[]>();

/**
 * What a check found, where it is shown. A finding in a file that the checked one sources is shown there, where that file
 * belongs to what is being worked on, and on the line of the checked file that leads to it.
 */
export function shownOf(checked: Checked, folders: Folders): Shown[] {
  const before = known.get(checked);
  if (before !== undefined) return before;
  const { root, open, result } = checked;
  const texts = new CheckedTexts(checked);
  const lines = sourceLinesOf(checked);
  const shown = result.findings.flatMap((finding): Shown[] => {
    const { file } = finding.at;
    const own = diagnosticOf(finding, texts);
    const isShown = file === root || open.has(file) || folders.has(file);
    const there = isShown ? [{ path: file, diagnostic: own, finding, checked }] : [];
    if (file === root) return there;
    const range = lines(file) ?? texts.of(root).range(0, 0);
    const name = relative(checked.cwd, file);
    const diagnostic = {
      ...own,
      // Only a hint where it is shown in its own place as well.
      ...(isShown && { severity: DiagnosticSeverity.Information }),
      range,
      message: `${printable(name.startsWith("..") ? file : name)}:${finding.at.line}: ${own.message}`,
      relatedInformation: [relatedTo(finding, checked, own)],
    };
    return [...there, { path: root, diagnostic, finding, checked }];
  });
  known.set(checked, shown);
  return shown;
}

function diagnosticOf({ rule, message, notes, at, severity }: Finding, texts: CheckedTexts): Diagnostic {
  const tag = tags[rule];
  return {
    range: texts.of(at.file).range(at.start, at.end),
    severity: severities[severity],
    code: rule,
    source: toolName,
    message: [message, ...notes].map((line) => printable(line)).join("\n"),
    ...(tag !== undefined && { tags: [tag] }),
  };
}

/** Rules whose findings an editor may strike through, or show pale. */
const tags: Readonly<Record<string, DiagnosticTag>> = {
  deprecated: DiagnosticTag.Deprecated,
  "suppression-unused": DiagnosticTag.Unnecessary,
};

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

function relatedTo(
  { at, message }: Finding,
  { open }: Checked,
  { range }: Diagnostic,
): DiagnosticRelatedInformation {
  return { location: { uri: uriIn(open, at.file), range }, message: printable(message) };
}
