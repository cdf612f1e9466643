/** The formats of a report on findings. */
export const formats = ["text", "json", "sarif", "github"] as const;

export type Format = (typeof formats)[number];

/** Formats that list the findings in the files as they are, for code scanners and for GitHub. */
export type ProgramFormat = "sarif" | "github";

export function isForPrograms(format: Format): format is ProgramFormat {
  return format === "sarif" || format === "github";
}
