import type { OutputOptions } from "../terminal/terminal.ts";

/** The options of `l5cfg-fix explain LOG|RULE`. */
export interface ExplainOptions extends OutputOptions {
  /** Where the scripts are that a log names. */
  search: string[];
  format: "text" | "json";
}
