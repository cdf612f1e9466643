import type { Surveyed } from "../cli/paths/surveyed.ts";

/** The forms of a report. */
export const formats = ["text", "json", "sarif", "github"] as const;

export type Format = (typeof formats)[number];

/** Forms that list the findings in the files as they are, for code scanners and for GitHub. */
export type ProgramFormat = "sarif" | "github";

export function isForPrograms(format: Format): format is ProgramFormat {
  return format === "sarif" || format === "github";
}

export async function printForPrograms(all: readonly Surveyed[], format: ProgramFormat): Promise<void> {
  if (format === "sarif") {
    const { sarifLog } = await import("./sarif.ts");
    console.log(JSON.stringify(sarifLog(all), null, 2));
    return;
  }
  const { githubAnnotations } = await import("./github.ts");
  for (const line of githubAnnotations(all)) console.log(line);
}
