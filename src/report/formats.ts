/** The formats of a report on findings. */
export const formats = ["text", "json", "sarif", "github", "unix"] as const;

export type Format = (typeof formats)[number];

/** Formats that list the findings in the files as they are, for code scanners, GitHub and editors. */
export type ProgramFormat = Exclude<Format, "text" | "json">;

export function isForPrograms(format: Format): format is ProgramFormat {
  return format !== "text" && format !== "json";
}
