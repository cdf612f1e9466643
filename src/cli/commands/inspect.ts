import { type Command, Option } from "commander";
import type { InspectOptions } from "../inspect/inspect.ts";
import type { Runner } from "./command.ts";
import { askedProgram, none, shared, withOutputOptions } from "./options.ts";

export function inspect(program: Command, runner: Runner): void {
  const one = "run under this transport (hla_swd otherwise, where the config chooses none)";
  withOutputOptions(
    askedProgram(
      shared(
        program.command("inspect"),
        new Option("--transport <name>", one).argParser((word) => [word]),
      ),
    ),
  )
    .description("print what one config makes: taps, daps, targets, flash banks, events, problems")
    .argument("<file>", "a config, or - for standard input")
    .action((file: string, options: InspectOptions) =>
      runner(async (terminal) =>
        (await import("../inspect/inspect.ts")).inspect(terminal.as(options), file, { ...none, ...options }),
      ),
    );
}
