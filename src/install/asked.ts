import { isWithin } from "../files/is-within.ts";
import { findInstalls } from "./discover.ts";
import type { Machine } from "./machine.ts";
import { type Project, withAnswer } from "./project.ts";
import { thisMachine } from "./this-machine.ts";

/** Who names a program, and where. */
export interface AskOptions {
  /** Whether a person named the install as such. */
  isNamed?: boolean;
  machine?: Machine;
  cwd?: string;
}

/**
 * The project with the OpenOCD version that its program prints, where running the program is allowed. A path is not
 * trusted: checking files from a stranger must not run a program that came with them. So a program runs only where the
 * user named the install itself, where the install is one that discovery finds, or where the path leads to a whole
 * install outside of the working directory.
 */
export function asked(project: Project, options: AskOptions = {}): Project {
  const { isNamed = false, machine = thisMachine(), cwd = process.cwd() } = options;
  const { realpath, path } = machine.disk;
  const { binary, kind } = project;
  if (binary === undefined) return project;
  const isElsewhere = kind === "install" && !isWithin(realpath(binary), realpath(cwd), path);
  if (!isNamed && !isElsewhere && !isUsual(binary, machine)) return project;
  const printed = machine.ask(binary);
  return printed === undefined ? project : withAnswer(project, printed, machine.askFacts?.(binary));
}

/** Whether a program belongs to an install that discovery finds. */
export function isUsual(binary: string, machine: Machine): boolean {
  const { realpath } = machine.disk;
  return findInstalls(machine).some(
    (install) => install.binary && realpath(install.binary) === realpath(binary),
  );
}
