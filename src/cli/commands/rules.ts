import type { Command } from "commander";
import type { RulesOptions } from "../rules/rules.ts";
import type { Runner } from "./command.ts";
import { format, withOutputOptions } from "./options.ts";

export function rules(program: Command, runner: Runner): void {
  withOutputOptions(program.command("rules"))
    .description("list the rules: id, severity, what each finds")
    .addOption(format())
    .action((options: RulesOptions) =>
      runner(async (terminal) => (await import("../rules/rules.ts")).rules(terminal.as(options), options)),
    );
}
