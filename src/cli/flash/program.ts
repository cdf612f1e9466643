import { Command, CommanderError, Option } from "commander";
import { version } from "../../version.ts";
import { format, repeatable, withOutputOptions } from "../commands/options.ts";
import { sayError, usageText } from "../error-text.ts";
import { type System, Terminal } from "../terminal/terminal.ts";
import { FlashExit } from "./exit-codes.ts";
import type { FlashCommandOptions } from "./options.ts";

const name = "l5cfg-flash";

/** Runs a command line and answers the exit status. */
export async function run(words: readonly string[], system: System): Promise<number> {
  const terminal = new Terminal(system);
  let status: number = FlashExit.Ok;
  const program = build(terminal, async (firmware, options) => {
    const { flashFirmware } = await import("./flash.ts");
    status = await flashFirmware(terminal.as(options), firmware, options);
  });
  try {
    if (words.length === 0) program.help({ error: true });
    await program.parseAsync(words, { from: "user" });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FlashExit.Ok : FlashExit.Failure;
    sayError(terminal, error, name);
    return FlashExit.Failure;
  }
}

/** The lists that no word was given for. A default in the parser would show in its help. */
const none = { set: [], command: [] };

type Action = (firmware: string | undefined, options: FlashCommandOptions) => Promise<void>;

/** The words of the command. */
export function build(terminal: Terminal, action: Action): Command {
  return withOutputOptions(new Command(name), "print no steps")
    .description("Writes a firmware with an overlay's configs, and reports whether it really worked.")
    .argument("[firmware]", "an ELF, Intel HEX (.hex) or raw binary (.bin); none with --list")
    .option("--overlay <folder>", "the overlay to use (default: l5cfg-fix-overlay, or this folder)")
    .option("--address <address>", "where a raw binary goes (default: 0x08000000)")
    .option("--verify", "read back and compare (the default)")
    .option("--no-verify", "do not read back")
    .addOption(
      new Option("--reset <mode>", "what the target does in the end")
        .choices(["run", "halt", "none"])
        .default("run"),
    )
    .option("--target <name>", "the target, where the overlay has several (default: its first)")
    .option("--serial <number>", "the adapter's serial number, where several are plugged in")
    .option("--transport <name>", "hla_swd, dapdirect_swd, … (default: as the overlay has it)")
    .option("--speed <kHz>", "the adapter's speed (default: as the config has it)")
    .option("--openocd-bin <file>", "the OpenOCD to run (default: the install's own, else openocd)")
    .option("--trust", "run the program that the overlay names, even if the overlay was not made here")
    .addOption(repeatable("--set <name=value>", "set a Tcl variable before the config (repeatable)"))
    .addOption(repeatable("-c, --command <tcl>", "run Tcl after the config (repeatable)"))
    .option("--timeout <seconds>", "end OpenOCD after that time; 0 for never (default: 300)")
    .addOption(
      new Option("--list", "print the overlay's targets and the probes that are plugged in").conflicts(
        "dryRun",
      ),
    )
    .option("--dry-run", "print the command, and run nothing")
    .addOption(format())
    .version(version)
    .addHelpText("after", statusHelp)
    .configureOutput(terminal.forParser((message) => usageText(message, name)))
    .exitOverride()
    .action((firmware: string | undefined, options: FlashCommandOptions) =>
      action(firmware, { ...none, ...options }),
    );
}

const statusHelp = `
Exit status: 0 all is written and verified (with --no-verify: written); 2 wrong use, or nothing to run;
3 OpenOCD refuses the configuration; 4 no probe or no target, or lost on the way; 5 not written;
6 not verified; 7 out of time; 130 cancelled.`;
