import type { Command } from "commander";
import type { ExplainOptions } from "../explain/options.ts";
import type { Runner } from "./command.ts";
import { format, none, repeatable, withOutputOptions } from "./options.ts";

export function explain(program: Command, runner: Runner): void {
  withOutputOptions(program.command("explain"))
    .description("explain a log of OpenOCD and what fixes it, or why a rule matters")
    .argument("<log-or-rule>", "a log, - for standard input, or a rule's id as `l5cfg-fix rules` names it")
    .addOption(
      repeatable("-s, --search <folder>", "look there for the scripts that the log names (repeatable)"),
    )
    .addOption(format())
    .addHelpText("after", statusHelp)
    .action((what: string, options: ExplainOptions) =>
      runner(async (terminal) =>
        (await import("../explain/explain.ts")).explain(terminal.as(options), what, {
          ...none,
          ...options,
        }),
      ),
    );
}

const statusHelp = `
Exit status: 0 the log shows no error; 1 it does; 2 wrong use or unreadable input.`;
