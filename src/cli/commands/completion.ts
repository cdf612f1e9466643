import { Argument, type Command } from "commander";
import type { Runner } from "./command.ts";

export function completion(program: Command, runner: Runner): void {
  program
    .command("completion")
    .description("print a script that completes this command's words in a shell")
    .addArgument(new Argument("<shell>", "which shell").choices(["bash", "zsh", "fish"]))
    .action((shell: string) =>
      runner(async () => (await import("../completion/completion.ts")).completion(shell, program)),
    );
}
