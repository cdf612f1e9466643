import type { Command } from "commander";

/** Runs what a command does, and keeps the exit status that it answers. */
export type Runner = (action: () => Promise<number>) => Promise<void>;

/**
 * Says a command's words to the parser. What it does is imported only when it is asked for: start-up is most of the time
 * that a command lives.
 */
export type Declare = (program: Command, runner: Runner) => void;
