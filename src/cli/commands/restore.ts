import type { Command } from "commander";
import type { RestoreOptions } from "../restore/restore.ts";
import type { Runner } from "./command.ts";
import { format, withOutputOptions } from "./options.ts";

export function restore(program: Command, runner: Runner): void {
  withOutputOptions(program.command("restore"))
    .description("restore the files as they were before --in-place")
    .argument("<path>", "what was patched: a file, or any folder around it")
    .option("--force", "also where a file was changed after that; the changed one is kept beside it")
    .addOption(format())
    .action((path: string, options: RestoreOptions) =>
      runner(async (terminal) =>
        (await import("../restore/restore.ts")).restore(terminal.as(options), path, options),
      ),
    );
}
