import type { ReleaseId } from "../openocd/data/releases.ts";

/** Where in its work OpenOCD was: reading configs, talking to the probe, to the chip, and so on. */
export type LogStage = "config" | "probe" | "target" | "erase" | "write" | "verify" | "image" | "server";

/** Where words of OpenOCD's were seen: in its sources, or in what a person reported. */
type Source =
  | {
      /** File and function: `src/target/target.c target_alloc_working_area()`. */
      file: string;
      /** The versions that have them. */
      versions: string;
    }
  | { thread: string };

/**
 * What the rest of a log shows, and decides between causes of the same words, or between pieces of advice: `second-core`, that
 * another target answers and this one does not; `jtag-only`, a chip that has no SWD; `in-proc`, an error in the body of a proc; `chip-known`, that the log shows which chip it is and there is
 * a note about it, which replaces `{chip}`; `old`, a release before 0.11.
 */
export type Context =
  | "hla"
  | "no-hla"
  | "second-core"
  | "jtag-only"
  | "nrf52-over-hla"
  | "in-proc"
  | "chip-known"
  | "old";

/** A piece of advice, in one or more sentences; of use in logs of this kind only, or in all others. */
export type Advice = string | { text: string; given: Context } | { text: string; unless: Context };

/** The id of an entry that brings another one about, always or in some versions of OpenOCD. */
export type Cause = string | { id: string; in: readonly ReleaseId[] };

/** Something that OpenOCD says, what it means, and what to do about it. */
export interface LogEntry {
  /** The rule's id where one fixes it and nothing else is meant. */
  id: string;
  stage: LogStage;
  /**
   * OpenOCD's words, one template for each wording. `{name}` matches any text, which `what` and `advice` may repeat; `…`
   * matches text that is not used. Levels (`Error:`), places and names of targets in front are not part of a template.
   */
  patterns: readonly string[];
  /** Holds only in logs of this kind. */
  given?: Context;
  /** What happened, in one sentence without a full stop. */
  what: string;
  /** The same where it follows from something else, and other words fit better. */
  asEffect?: string;
  /** What to do about it, sentence by sentence, the likeliest first. Empty for what only follows from something else. */
  advice: readonly Advice[];
  /** The rules that fix the config. */
  rules?: readonly string[];
  /**
   * The entries that bring this one about, the nearest first. Where one of them is in the log, this one is its effect and
   * no diagnosis of its own. `any`: whatever was last said before it.
   */
  follows?: readonly Cause[] | "any";
  /** Reads like an error, and is none. */
  isHarmless?: true;
  /** The same where nothing follows from it. */
  isHint?: true;
  source: readonly Source[];
  /** Lines of a log. */
  example: readonly string[];
}
