import { resolve } from "node:path";
import { findInstalls, installsAt } from "../../install/discover.ts";
import { inventory } from "../../install/inventory.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { modelReport, openocdJson } from "../../report/json.ts";
import { printable } from "../../report/printable.ts";
import { installsText } from "../../report/text/installs-text.ts";
import { ExitCode } from "../exit-codes.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { OutputOptions, Terminal } from "../terminal/terminal.ts";

export interface InstallsOptions extends OutputOptions {
  format: "text" | "json";
}

/** `l5cfg-fix installs [FOLDER…]`: lists what is on this machine, or in these folders. Ends with 1 where nothing is. */
export function installs(
  terminal: Terminal,
  folders: readonly string[],
  { format }: InstallsOptions,
): number {
  const machine = thisMachine();
  const paths = folders.map((folder) => resolve(terminal.cwd, folder));
  const all = paths.length > 0 ? installsAt(paths, machine) : findInstalls(machine);
  const line = new ProgressLine(terminal, "asking");
  let done = 0;
  const ask = (name: string) => {
    line.show({ name, done: done++, total: all.length });
    return machine.ask(name);
  };
  const found = inventory(all, { ...machine, ask });
  line.end();
  if (format === "json") {
    const installs = found.map((one) => ({ ...one, openocd: openocdJson(one.openocd) }));
    terminal.write(modelReport({ installs }));
  } else if (found.length === 0) {
    const where = folders.length > 0 ? `in ${folders.join(", ")}` : "where one usually is, nor on PATH";
    terminal.say(`No OpenOCD was found ${printable(where)}.`);
  } else terminal.print(installsText(found));
  return found.length > 0 ? ExitCode.Ok : ExitCode.Findings;
}
