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
  /** What that program itself says that it can do, where it was asked. */
  facts?: ProgramFacts | undefined;
  /** Set where that is not a build that is known, only one like it: what only tables say is a warning then. */
  isStandIn?: boolean;
  /** Set where the configs are all that OpenOCD reads: they run unchanged, and nothing adds what they lack. */
  isWhole?: boolean;
  /** The transports to run each config under; the usual ones where none is given. */
  transports?: readonly string[];
  variables?: Readonly<Record<string, string>>;
  /** Where relative names are looked for first; the process's own working directory. */
  cwd?: string;
  /** The rules that look at each run; all of them where none are given. */
  rules?: readonly Rule[];
  /** How findings are reported, where not as their rules say. */
  severityOf?: LevelOf;
}

/** How far a check or a fix is. */
export interface Progress {
  /** The config that was run last, absolute, and under which transport. */
  config: string;
  transport: string;
  /** How many configs were run so far under anything, and how many there are to run in this pass. */
  done: number;
  total: number;
}

/** Work that can be paused after each run; it ends with its result. */
export type Steps<T> = Generator<Progress, T, void>;
