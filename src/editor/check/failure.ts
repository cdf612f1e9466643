import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver";
import { ProjectFileError } from "../../project/errors.ts";
import type { Checked } from "./checked.ts";
import { type Shown, toolName } from "./shown.ts";

/** Why a file could not be checked, where it is to be seen: in the project file where that is at fault. */
export function failureOf(root: string, error: unknown): Pick<Shown, "path" | "diagnostic">[] {
  const message = error instanceof Error ? error.message : String(error);
  const shown = [{ path: root, diagnostic: diagnosticAt(0, 0, `not checked: ${message}`) }];
  if (error instanceof ProjectFileError) {
    const { file, line, column } = error.place;
    const own = message.slice(`${file}:${line}:${column}: `.length);
    shown.push({ path: file, diagnostic: diagnosticAt(line - 1, column - 1, own) });
  }
  return shown;
}

/** That there are findings which are not shown, at the top of the file. */
export function omittedOf({ root, result }: Checked): Pick<Shown, "path" | "diagnostic">[] {
  const { omitted } = result;
  if (omitted === 0) return [];
  return [{ path: root, diagnostic: diagnosticAt(0, 0, `${omitted} more findings are not shown`) }];
}

function diagnosticAt(line: number, character: number, message: string): Diagnostic {
  const start = { line, character };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Error, source: toolName, message };
}
