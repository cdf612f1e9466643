import { Command, CommanderError, Option } from "commander";
import { version } from "../version.ts";
import { ExitCode } from "./exit-codes.ts";
import type { ExplainOptions } from "./explain.ts";
import type { InspectOptions } from "./inspect.ts";
import type { MendOptions } from "./mend.ts";
import type { RulesOptions } from "./rules.ts";
import { allowClosedPipes, explain } from "./trouble.ts";

/** Runs the command line and answers the exit status. */
export async function run(argv: readonly string[]): Promise<number> {
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

type Runner = (action: () => Promise<number>) => Promise<void>;

function build(runner: Runner): Command {
  const program = new Command("l5cfg-fix")
    .usage(
      "[options] <path...>\n       l5cfg-fix inspect [options] <file>\n       l5cfg-fix rules | explain <rule>",
    )
    .description("Finds what is missing or wrong in OpenOCD configs, and writes patched copies that flash.")
    .argument(
      "<path...>",
      "a config, a scripts folder, a plugin folder, a whole install, or - for standard input",
    )
    .addOption(new Option("--check", "only report").conflicts("diff"))
    .option("--diff", "print a patch that `git apply` and `patch -p1` take")
    .option("-o, --output <folder>", "where the patched copies go (default: l5cfg-fix-overlay)");
  const several =
    "run under this transport only (repeatable; hla_swd, dapdirect_swd, swd and jtag otherwise)";
  shared(program, repeatable("--transport <name>", several))
    .option("--unsafe", "apply fixes that want a person's yes, too")
    .option("--quiet", "print findings and results, nothing around them")
    .option("--no-color", "print without colours")
    .version(version)
    .addHelpText("after", statusHelp)
    .configureOutput({ outputError: (message, write) => write(oneLine(message)) })
    .enablePositionalOptions()
    .exitOverride()
    .action((paths: string[], options: MendOptions) =>
      runner(async () => (await import("./mend.ts")).mend(paths, { ...none, ...options })),
    );
  const one = "run under this transport (hla_swd otherwise, where the config chooses none)";
  shared(
    program.command("inspect"),
    new Option("--transport <name>", one).argParser((word) => [word]),
  )
    .description("print what one config makes: taps, daps, targets, flash banks, events, problems")
    .argument("<file>", "a config, or - for standard input")
    .action((file: string, options: InspectOptions) =>
      runner(async () => (await import("./inspect.ts")).inspect(file, { ...none, ...options })),
    );
  program
    .command("rules")
    .description("list the rules: id, severity, what each finds")
    .addOption(format())
    .action((options: RulesOptions) => runner(async () => (await import("./rules.ts")).rules(options)));
  program
    .command("explain")
    .description("say why a rule matters, with an example before and after")
    .argument("<rule>", "a rule's id, as findings and `l5cfg-fix rules` name it")
    .addOption(format())
    .action((rule: string, options: ExplainOptions) =>
      runner(async () => (await import("./explain.ts")).explain(rule, options)),
    );
  return program;
}

const statusHelp = `
Exit status: 0 nothing to mend, or all of it mended; 1 findings are left; 2 wrong use or unreadable input.`;

/** Options that say how configs are run. */
function shared(command: Command, transport: Option): Command {
  return command
    .addOption(
      repeatable("-s, --search <folder>", "look for scripts there first (repeatable, OpenOCD's meaning)"),
    )
    .addOption(transport)
    .option("--openocd <version>", "the version to check against, as `openocd --version` says it")
    .addOption(repeatable("--set <name=value>", "set a Tcl variable beforehand (repeatable)"))
    .addOption(format());
}

function format(): Option {
  return new Option("--format <form>", "text or json").choices(["text", "json"]).default("text");
}

function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((word, before: string[] = []) => [...before, word]);
}

/** The options that no word was given for. A default in the parser would show in its help. */
const none = { search: [], transport: [], set: [] };

/** commander's message, and its guess at what was meant, in one line. */
function oneLine(message: string): string {
  const text = message
    .trim()
    .replace(/^error: /, "")
    .replace(/\.$/, "")
    .replaceAll("\n", " ");
  return `l5cfg-fix: ${text}; l5cfg-fix --help shows the options\n`;
}
