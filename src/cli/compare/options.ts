import type { Both } from "../../compare/roles.ts";
import type { Subject } from "../../compare/runs.ts";
import type { ComparedProjects } from "../../report/compare/compared.ts";
import type { RunOptions } from "../input/run-options.ts";

/** The options of `l5cfg-fix compare FILE REFERENCE`. */
export interface CompareOptions extends RunOptions {
  format: "text" | "json";
  referenceSearch: string[];
  referenceOpenocd?: string;
  /** What is to be carried over. */
  port?: string[];
  /** Where the page goes. */
  html?: string;
}

/** What was compared, and the pairs of files that were. */
export interface Compared extends ComparedProjects {
  pairs: Both<Subject>[];
}
