import { Command, CommanderError, Help } from "commander";
import { version } from "../version.ts";
import type { Runner } from "./commands/command.ts";
import { fix } from "./commands/fix.ts";
import { commands } from "./commands/index.ts";
import { ExitCode } from "./exit-codes.ts";
import { asTyped } from "./terminal/as-typed.ts";
import { allowClosedPipes, explain, explainUsage } from "./trouble.ts";

/** Runs a process's command line and answers the exit status. */
export async function run(process: NodeJS.Process): Promise<number> {
  const argv = asTyped(process);
  allowClosedPipes();
  let status: number = ExitCode.Ok;
  const program = build(async (action) => {
    status = await action();
  });
  try {
    if (argv.length <= 2) program.help({ error: true });
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    // What the parser has to say it has said itself.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Trouble;
    console.error(explain(error));
    return ExitCode.Trouble;
  }
}

function build(runner: Runner): Command {
  const program = new Command("l5cfg-fix")
    .usage(usage)
    .addHelpText("after", statusHelp)
    .configureHelp({ subcommandTerm: shortTerm })
    .configureOutput({ outputError: (message, write) => write(explainUsage(message)) })
    .enablePositionalOptions()
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
