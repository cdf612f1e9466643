import type { FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import type { Subject } from "../../compare/runs.ts";
import type { RunOptions } from "../input/run-options.ts";
import type { Work } from "../input/work.ts";
import type { ColourWish } from "../terminal/terminal.ts";

/** The options of `l5cfg-fix compare FILE REFERENCE`. */
export interface CompareOptions extends RunOptions {
  format: "text" | "json";
  referenceSearch: string[];
  referenceOpenocd?: string;
  /** What is to be carried over. */
  port?: string[];
  /** Where the page goes. */
  html?: string;
  quiet?: boolean;
  color?: ColourWish;
}

/** What was compared: files that make the same kind of thing, and files of either side that have no counterpart. */
export interface Compared {
  work: Both<Work>;
  pairs: Both<Subject>[];
  comparisons: FileComparison[];
  alone: Both<string[]>;
}
