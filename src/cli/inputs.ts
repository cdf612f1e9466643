import { UsageError } from "./errors.ts";

/** The options that say how configs are run. */
export interface SharedOptions {
  search: string[];
  transport: string[];
  openocd?: string;
  set: string[];
  format: string;
}

const formats = ["text", "json"];

/** Checks the words of the shared options. Throws UsageError. */
export function checkShared(options: SharedOptions): void {
  if (!formats.includes(options.format)) {
    throw new UsageError(`--format ${options.format}: choose one of ${formats.join(", ")}`);
  }
}

/** `NAME=VALUE` words as variables. Throws UsageError. */
export function variablesOf(words: readonly string[]): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const word of words) {
    const equals = word.indexOf("=");
    if (equals < 1) throw new UsageError(`--set ${word}: give it as NAME=VALUE`);
    variables[word.slice(0, equals)] = word.slice(equals + 1);
  }
  return variables;
}
