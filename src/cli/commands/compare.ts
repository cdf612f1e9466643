import { type Command, Option } from "commander";
import type { CompareOptions } from "../compare/options.ts";
import type { Runner } from "./command.ts";
import { none, repeatable, shared, withOutputOptions } from "./options.ts";

export function compare(program: Command, runner: Runner): void {
  const several = "compare under this transport only (repeatable; all that both have otherwise)";
  withOutputOptions(
    shared(program.command("compare"), repeatable("--transport <name>", several)),
    "print only differences",
  )
    .description("compare two configs by effect")
    .argument("<file>", "a config, or all that a folder or install holds")
    .argument("<reference>", "what to compare it with")
    .addOption(
      repeatable("--reference-search <folder>", "look for the reference's scripts there first (repeatable)"),
    )
    .option("--reference-openocd <version>", "the version of OpenOCD that the reference is for")
    .option("--port <difference...>", "write these of the reference into the file, or all: prints a patch")
    .addOption(
      new Option("--html <file>", "write a page: the effects as a tree, beside the texts").conflicts("port"),
    )
    .action((file: string, reference: string, options: CompareOptions) =>
      runner(async (terminal) =>
        (await import("../compare/compare.ts")).compare(
          terminal.as(options),
          { file, reference },
          { ...lists, ...options },
        ),
      ),
    );
}

const lists = { ...none, referenceSearch: [] };
