import { Argument, type Command } from "commander";
import type { Runner } from "./command.ts";

const flashName = "l5cfg-flash";

export function completion(program: Command, runner: Runner): void {
  program
    .command("completion")
    .description("print a script that completes a command's words in a shell")
    .addArgument(new Argument("<shell>", "which shell").choices(["bash", "zsh", "fish"]))
    .addArgument(
      new Argument("[command]", "whose words").choices([program.name(), flashName]).default(program.name()),
    )
    .action((shell: string, command: string) =>
      runner(async () => {
        const { completion } = await import("../completion/completion.ts");
        return completion(shell, command === flashName ? await flashProgram() : program);
      }),
    );
}

async function flashProgram(): Promise<Command> {
  return (await import("../flash/program.ts")).build(async () => {});
}
