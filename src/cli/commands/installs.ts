import type { Command } from "commander";
import type { InstallsOptions } from "../installs/installs.ts";
import type { Runner } from "./command.ts";
import { format, withOutputOptions } from "./options.ts";

export function installs(program: Command, runner: Runner): void {
  withOutputOptions(program.command("installs"))
    .description("list every OpenOCD on this machine with its scripts, and the one that --install auto takes")
    .argument("[folder...]", "look there, and not where installs usually are")
    .addOption(format())
    .action((folders: string[], options: InstallsOptions) =>
      runner(async (terminal) =>
        (await import("../installs/installs.ts")).installs(terminal.as(options), folders, options),
      ),
    );
}
