import type { Command } from "commander";
import type { ExplainOptions } from "../explain.ts";
import type { Runner } from "./command.ts";
import { format } from "./options.ts";

export function explain(program: Command, runner: Runner): void {
  program
    .command("explain")
    .description("say why a rule matters, with an example before and after")
    .argument("<rule>", "a rule's id, as findings and `l5cfg-fix rules` name it")
    .addOption(format())
    .action((rule: string, options: ExplainOptions) =>
      runner(async () => (await import("../explain.ts")).explain(rule, options)),
    );
}
