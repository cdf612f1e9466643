import { Command, CommanderError, Help } from "commander";
import { version } from "../version.ts";
import type { Runner } from "./commands/command.ts";
import { fix } from "./commands/fix.ts";
import { commands } from "./commands/index.ts";
import { sayError, usageText } from "./error-text.ts";
import { ExitCode } from "./exit-codes.ts";
import { type System, Terminal } from "./terminal/terminal.ts";

const name = "l5cfg-fix";

/** Runs a command line and answers the exit status. */
export async function run(words: readonly string[], system: System): Promise<number> {
  const terminal = new Terminal(system);
  let status: number = ExitCode.Ok;
  const program = build(terminal, async (action) => {
    status = await action(terminal);
  });
  try {
    if (words.length === 0) program.help({ error: true });
    await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    // What the parser has to say it has said itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Failure;
    sayError(terminal, error, name);
    return ExitCode.Failure;
  }
}

/** The words of the command. */
export function build(terminal: Terminal, runner: Runner): Command {
  const program = new Command(name)
    .usage(usage)
    .addHelpText("after", statusHelp)
    .configureHelp({ subcommandTerm: shortTerm })
    .configureOutput(terminal.forParser((message) => usageText(message, name)))
    .enablePositionalOptions()
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride();
  fix(program, runner);
  program.version(version);
  for (const declare of commands) declare(program, runner);
  return program;
}

/** How the help lists a command: words that would make the column wider are left out. */
function shortTerm(command: Command): string {
  const term = new Help().subcommandTerm(command);
  return term.length <= 24 ? term : `${command.name()} [options] …`;
}

const usage = `[options] <path...>
       l5cfg-fix <command> --help`;

const statusHelp = `
Exit status: 0 nothing to fix, or all of it fixed; 1 findings are left; 2 wrong use or unreadable input.`;
