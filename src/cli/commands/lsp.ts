import { type Command, Option } from "commander";
import type { LspOptions } from "../lsp/lsp.ts";
import type { Runner } from "./command.ts";
import { withOutputOptions } from "./options.ts";

export function lsp(program: Command, runner: Runner): void {
  withOutputOptions(program.command("lsp"))
    .description("serve an editor: the language server protocol on standard input and output")
    .option("--stdio", "the only way to talk to it, and the default")
    .addOption(new Option("--clientProcessId <pid>", "end when this process does").hideHelp())
    .action((options: LspOptions) =>
      runner(async (terminal) => (await import("../lsp/lsp.ts")).lsp(terminal, options)),
    );
}
