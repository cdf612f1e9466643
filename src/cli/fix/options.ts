import type { Format } from "../../report/formats.ts";
import type { RunOptions } from "../input/run-options.ts";

import type { BaselineOptions } from "./baseline.ts";

/** The options of `l5cfg-fix PATH…`. */
export interface FixCommandOptions extends RunOptions, BaselineOptions {
  format: Format;
  check?: boolean;
  /** Where the page goes. */
  html?: string;
  diff?: boolean;
  inPlace?: boolean;
  /** Makes an overlay again. */
  refresh?: boolean;
  /** The overlay's folder. */
  output?: string;
  unsafe?: boolean;
  /** Has the OpenOCD at hand run the configs, too. */
  confirm?: boolean;
  /** How many warnings do not make the exit status 1. */
  maxWarnings?: number;
  /** OpenOCD's own -f and -c in their order, with each its word: the same list under both names. */
  file?: string[];
  command?: string[];
}
