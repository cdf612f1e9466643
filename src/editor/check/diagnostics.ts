import { relative } from "node:path";
import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import type { Finding } from "../../check/result.ts";
import { uriIn } from "../documents.ts";
import type { Folders } from "../folders.ts";
import { type Checked, CheckedTexts } from "./checked.ts";
import { sourceLinesOf } from "./source-lines.ts";

export const toolName = "l5cfg-fix";

/**
 * What a check found, by file. A finding in a file that the checked one sources is shown there, where that file belongs
 * to what is being worked on, and on the line of the checked file that leads to it.
 */
export function diagnosticsOf(checked: Checked, folders: Folders): Map<string, Diagnostic[]> {
  const { root, open, result } = checked;
  const found = new Map<string, Diagnostic[]>([[root, []]]);
  const add = (path: string, diagnostic: Diagnostic) =>
    found.set(path, [...(found.get(path) ?? []), diagnostic]);
  const texts = new CheckedTexts(checked);
  const lines = sourceLinesOf(checked);
  for (const finding of result.findings) {
    const { file } = finding.at;
    const isShown = file === root || open.has(file) || folders.has(file);
    if (isShown) add(file, diagnosticAt(finding, texts));
    if (file === root) continue;
    const range = lines(file) ?? texts.of(root).range(0, 0);
    add(root, sourcedDiagnostic(finding, { range, isShown, checked, texts }));
  }
  return found;
}

function diagnosticAt(finding: Finding, texts: CheckedTexts): Diagnostic {
  const { rule, message, notes, at, severity } = finding;
  return {
    range: texts.of(at.file).range(at.start, at.end),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: rule,
    source: toolName,
    message: [message, ...notes].join("\n"),
  };
}

interface Sourced {
  range: Diagnostic["range"];
  isShown: boolean;
  checked: Checked;
  texts: CheckedTexts;
}

/** The same finding where its file is sourced: only a hint where it is shown in its own place as well. */
function sourcedDiagnostic(finding: Finding, { range, isShown, checked, texts }: Sourced): Diagnostic {
  const { at, message } = finding;
  const own = diagnosticAt(finding, texts);
  const name = relative(checked.cwd, at.file);
  const shortest = name.startsWith("..") ? at.file : name;
  const location = { uri: uriIn(checked.open, at.file), range: own.range };
  return {
    ...own,
    ...(isShown && { severity: DiagnosticSeverity.Information }),
    range,
    message: `${shortest}:${at.line}: ${own.message}`,
    relatedInformation: [{ location, message }],
  };
}
