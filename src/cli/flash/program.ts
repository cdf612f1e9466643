import { Command, CommanderError, Option } from "commander";
import { version } from "../../version.ts";
import { format, repeatable } from "../commands/options.ts";
import { asTyped } from "../terminal/as-typed.ts";
import { allowClosedPipes, explain, explainUsage } from "../trouble.ts";
import { FlashExit } from "./exit-codes.ts";
import type { FlashWords } from "./words.ts";

const name = "l5cfg-flash";

/** Runs a process's command line and answers the exit status. */
export async function run(process: NodeJS.Process): Promise<number> {
  const argv = asTyped(process);
  allowClosedPipes();
  let status: number = FlashExit.Ok;
  const program = build(async (firmware, words) => {
    status = await (await import("./flash.ts")).flashFirmware(firmware, words);
  });
  try {
    if (argv.length <= 2) program.help({ error: true });
    await program.parseAsync(argv);
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? FlashExit.Ok : FlashExit.Trouble;
    console.error(explain(error, name));
    return FlashExit.Trouble;
  }
}

/** The lists that no word was given for. A default in the parser would show in its help. */
const none = { set: [], command: [] };

type Action = (firmware: string, words: FlashWords) => Promise<void>;

/** The words of the command. */
export function build(action: Action): Command {
  return new Command(name)
    .description("Writes a firmware with an overlay's configs, and tells whether it is in the flash.")
    .argument("<firmware>", "an ELF, Intel HEX (.hex) or raw binary (.bin)")
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
    .option("--trust", "run the program that the overlay names, whoever made the overlay")
    .addOption(repeatable("--set <name=value>", "set a Tcl variable before the config (repeatable)"))
    .addOption(repeatable("-c, --command <tcl>", "run Tcl behind the config (repeatable)"))
    .option("--timeout <seconds>", "end OpenOCD after that time; 0 for never (default: 300)")
    .option("--dry-run", "print the command, and run nothing")
    .option("--quiet", "print no steps")
    .addOption(format())
    .option("--no-color", "print without colours")
    .version(version)
    .addHelpText("after", statusHelp)
    .configureOutput({ outputError: (message, write) => write(explainUsage(message, name)) })
    .exitOverride()
    .action((firmware: string, words: FlashWords) => action(firmware, { ...none, ...words }));
}

const statusHelp = `
Exit status: 0 all is written and verified (with --no-verify: written); 2 wrong use, or nothing to run;
3 OpenOCD refuses the configuration; 4 no probe or no target, or lost on the way; 5 not written;
6 not verified; 7 out of time; 130 cancelled.`;
