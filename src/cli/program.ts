import { Command, CommanderError } from "commander";
import { version } from "../version.ts";
import { UsageError } from "./errors.ts";
import { ExitCode } from "./exit-codes.ts";
import { type InspectOptions, inspect } from "./inspect.ts";
import { type MendOptions, mend } from "./mend.ts";

/** Runs the command line and answers the exit status. */
export async function run(argv: readonly string[]): Promise<number> {
  let status: number = ExitCode.Ok;
  const program = build(async (action) => {
    status = await action();
  });
  try {
    await program.parseAsync(argv as string[]);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.Ok : ExitCode.Trouble;
    console.error(`l5cfg-fix: ${error instanceof Error ? error.message : error}`);
    if (!(error instanceof UsageError) && process.env.L5CFG_FIX_DEBUG) console.error(error);
    return ExitCode.Trouble;
  }
}

type Runner = (action: () => Promise<number>) => Promise<void>;

function build(runner: Runner): Command {
  const program = new Command("l5cfg-fix");
  program
    .description("Finds what is missing or wrong in OpenOCD configs, and writes patched copies that flash.")
    .version(version)
    .exitOverride()
    .showHelpAfterError("(l5cfg-fix --help shows how it is used)")
    .enablePositionalOptions();
  program
    .command("mend", { isDefault: true, hidden: true })
    .usage("<path>…")
    .summary("check configs and write patched copies to an overlay (what happens without a command)")
    .argument("<path...>", "a config, a scripts folder, a plugin folder or a whole install; - for standard input")
    .option("--check", "only report")
    .option("--diff", "print a patch that `git apply` and `patch -p1` take")
    .option("-o, --output <folder>", "where the overlay goes", "l5cfg-fix-overlay")
    .addHelpText("after", statusHelp);
  const mendCommand = program.commands[0]!;
  shared(mendCommand)
    .option("--unsafe", "apply fixes that want a person's yes, too")
    .option("--quiet", "print no more than what is asked for")
    .option("--no-color", "print without colours")
    .action((paths: string[], options: MendOptions) => runner(() => mend(paths, options)));
  shared(program.command("inspect"))
    .description("print what a config makes: taps, daps, targets, flash banks, events, problems")
    .argument("<file>", "a config")
    .action((file: string, options: InspectOptions) => runner(() => inspect(file, options)));
  return program;
}

const statusHelp = `
Exit status: 0 nothing to mend, or all of it mended; 1 findings are left; 2 wrong use or unreadable input.`;

/** Options that say how configs are run. */
function shared(command: Command): Command {
  return command
    .option("-s, --search <folder>", "look for scripts there first (repeatable, OpenOCD's meaning)", collect, [])
    .option("--transport <name>", "run under this transport only (repeatable)", collect, [])
    .option("--openocd <version>", "the version to check against, as `openocd --version` says it")
    .option("--set <name=value>", "set a Tcl variable beforehand (repeatable)", collect, [])
    .option("--format <form>", "text or json", "text");
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
}
