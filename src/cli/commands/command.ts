import type { Command } from "commander";
import type { Terminal } from "../terminal/terminal.ts";

/** Runs what a command does, and keeps the exit status that it answers. */
export type Runner = (action: (terminal: Terminal) => Promise<number>) => Promise<void>;

/**
 * Adds a command to the parser. What it does is imported only when it is asked for: start-up is most of the time
 * that a command takes.
 */
export type Declare = (program: Command, runner: Runner) => void;
