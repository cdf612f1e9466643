import type { ProgramFormat } from "../../report/formats.ts";
import type { AnyResult } from "../../report/result.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Writes a report for a code scanner, for GitHub or for an editor. */
export async function writeForPrograms(
  terminal: Terminal,
  results: readonly AnyResult[],
  format: ProgramFormat,
): Promise<void> {
  if (format === "sarif") {
    const { sarifReport } = await import("../../report/sarif.ts");
    terminal.write(sarifReport(results, terminal.cwd));
    return;
  }
  if (format === "unix") {
    const { unixReport } = await import("../../report/unix.ts");
    terminal.write(unixReport(results, terminal.cwd));
    return;
  }
  const { githubReport } = await import("../../report/github.ts");
  terminal.write(githubReport(results, terminal.cwd));
}
