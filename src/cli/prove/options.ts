import type { RunOptions } from "../input/run-options.ts";

/** The options of `l5cfg-fix prove PATH`. */
export interface ProveCommandOptions extends RunOptions {
  format: "text" | "json";
  openocdBin?: string;
  firmware?: string;
  seed?: number;
  board?: string;
  timeout: number;
  unsafe?: boolean;
}
