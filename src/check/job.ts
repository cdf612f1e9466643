import type { ProgramFacts } from "../openocd/program-facts.ts";
import type { Rule } from "../rules/rule.ts";
import type { LevelOf } from "./levels.ts";

/** What to run, and how. */
export interface Job {
  /** Absolute paths of the configs. */
  configs: readonly string[];
  /** Absolute folders for `find`, in order. */
  searchPaths: readonly string[];
  /** As `openocd --version` says it. */
  openocd: string;
  /** The abilities that this program reported, where it was asked. */
  facts?: ProgramFacts | undefined;
  /** Set where the exact build is not known, only a similar one: faults that only tables prove are warnings then. */
  isStandIn?: boolean;
  /** Set where the configs are all that OpenOCD reads: they run unchanged, and nothing adds what they lack. */
  isWhole?: boolean;
  /** The transports to run each config under; the usual ones where none is given. */
  transports?: readonly string[];
  variables?: Readonly<Record<string, string>>;
  /** Where relative names are looked for first; the process's own working directory. */
  cwd?: string;
  /** The rules for each run; all rules where none are given. */
  rules?: readonly Rule[];
  /** How findings are reported, where it differs from their rules. */
  severityOf?: LevelOf;
}

/** The progress of a check or a fix. */
export interface Progress {
  /** The config that ran last, absolute, and its transport. */
  config: string;
  transport: string;
  /** The number of configs that have run under any transport so far, and the total of this pass. */
  done: number;
  total: number;
}

/** Work that can be paused after each run; it ends with its result. */
export type Steps<T> = Generator<Progress, T, void>;
