/** What the OpenOCD at hand says of configs that were checked or fixed: plain data, as the other results are. */

/** One config that was run by OpenOCD itself, to the end of its configuration stage. */
export interface ConfirmedRun {
  /** Absolute. */
  config: string;
  transport: string;
  /** Whether it was run as it is, or with the fixes. */
  side: "original" | "patched";
  /** What became of it. */
  says: ProgramVerdict;
  /** OpenOCD's own words where it refuses the config, or why there is no answer. */
  message?: string;
  /** Where it says so. */
  file?: string;
  line?: number;
  /** What we say of it: whether OpenOCD takes it, and its words where it does not. */
  expected: { accepted: boolean; message?: string };
  /** Whether both say the same, as far as OpenOCD could be asked. */
  agrees: boolean;
  /** In what they differ, one sentence each. */
  differences: string[];
}

/**
 * - `accepted`, `refused`: OpenOCD read the config to its end, or did not
 * - `init`: the config calls `init` itself, and was ended there
 * - `shutdown`: the config ends OpenOCD
 * - `timeout`, `output`: OpenOCD was ended because it took too long, or printed too much
 * - `killed`: a signal ended it, as a crash does
 * - `unasked`: it has no adapter for the transport, or was not asked after others had to be ended
 */
export type ProgramVerdict =
  | ("accepted" | "refused" | "init" | "shutdown")
  | ("timeout" | "output" | "killed" | "unasked");

/** What OpenOCD said of all configs. */
export interface Confirmation {
  program: {
    /** Absolute. */
    path: string;
    /** As `--version` says it. */
    version: string;
  };
  runs: ConfirmedRun[];
}
