import { type Command, InvalidArgumentError } from "commander";
import type { ProveCommandOptions } from "../prove/options.ts";
import type { Runner } from "./command.ts";
import { none, repeatable, shared, whole, withOutputOptions } from "./options.ts";

export function prove(program: Command, runner: Runner): void {
  const several = "prove under this transport only (repeatable; all that ST-LINK has otherwise)";
  withOutputOptions(shared(program.command("prove"), repeatable("--transport <name>", several)))
    .description("flash virtual boards with a config as it is and as fixed, and show which one writes")
    .argument("<path>", "a config, a scripts folder, a plugin folder, a whole install, or an overlay")
    .option("--openocd-bin <file>", "the OpenOCD to run (default: the install's own, else openocd)")
    .option("--firmware <file>", "what to write: .elf, .hex or .bin (default: 64 KiB of random bytes)")
    .option("--seed <number>", "make the same random bytes as an earlier run", whole)
    .option("--board <name>", "the virtual board (default: the one for the config's chip)")
    .option("--timeout <seconds>", "end an OpenOCD that takes longer", positive, 60)
    .option("--unsafe", "also apply unsafe fixes")
    .action((path: string, options: ProveCommandOptions) =>
      runner(async (terminal) =>
        (await import("../prove/prove.ts")).prove(terminal.as(options), path, {
          ...none,
          ...options,
        }),
      ),
    );
}

function positive(word: string): number {
  const value = Number(word);
  if (value > 0 && value <= 24 * 60 * 60) return value;
  throw new InvalidArgumentError("It is a number of seconds, up to a day.");
}
