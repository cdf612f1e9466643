import type { CommandTable } from "../interp.ts";

// What acts on the machine, or asks it something that only it can answer.
const commands = [
  "exec",
  "open",
  "socket",
  "pipe",
  "popen",
  "close",
  "cd",
  "glob",
  "readdir",
  "load",
  "fconfigure",
  "fileevent",
  "seek",
  "signal",
  "kill",
  "wait",
  "syslog",
  "interp",
  "history",
  "os.fork",
  "os.wait",
  "os.getids",
  "os.gethostname",
  "os.uptime",
];

/**
 * Commands that touch the machine. They are never run: what they would return is unknown, and so is whether they would
 * succeed.
 */
export function defineMachine(table: CommandTable): void {
  for (const name of commands) table.define(name, (interp) => interp.doubt());
}
