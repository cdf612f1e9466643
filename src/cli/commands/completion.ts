import { Argument, type Command } from "commander";
import type { Terminal } from "../terminal/terminal.ts";
import type { Runner } from "./command.ts";
import { withOutputOptions } from "./options.ts";

const flashName = "l5cfg-flash";

export function completion(program: Command, runner: Runner): void {
  withOutputOptions(program.command("completion"))
    .description("print a script that completes a command's words in a shell")
    .addArgument(new Argument("<shell>", "which shell").choices(["bash", "zsh", "fish", "powershell"]))
    .addArgument(
      new Argument("[command]", "whose words").choices([program.name(), flashName]).default(program.name()),
    )
    .action((shell: string, command: string) =>
      runner(async (terminal) => {
        const { completion } = await import("../completion/completion.ts");
        return completion(terminal, shell, command === flashName ? await flashProgram(terminal) : program);
      }),
    );
}

async function flashProgram(terminal: Terminal): Promise<Command> {
  return (await import("../flash/program.ts")).build(terminal, async () => {});
}
