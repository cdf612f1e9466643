import type { CommandTable } from "../command-table.ts";

// What would act on the machine, or bring in code that does.
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

/** Commands that touch the machine. They are never run: each is an error, and the host is told of it. */
export function defineDangerous(table: CommandTable): void {
  for (const name of commands) table.define(name, (i, argv) => i.refuse(argv));
}
