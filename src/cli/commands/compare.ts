import { type Command, Option } from "commander";
import type { CompareOptions } from "../compare/options.ts";
import type { Runner } from "./command.ts";
import { none, repeatable, shared } from "./options.ts";

export function compare(program: Command, runner: Runner): void {
  const several = "compare under this transport only (repeatable; all that both have otherwise)";
  shared(program.command("compare"), repeatable("--transport <name>", several))
    .description("tell what two configs make differently, by meaning")
    .argument("<file>", "a config, or all that a folder or install holds")
    .argument("<reference>", "what to compare it with: upstream's, an older one, a colleague's")
    .addOption(
      repeatable("--reference-search <folder>", "look for the reference's scripts there first (repeatable)"),
    )
    .option("--reference-openocd <version>", "the version of OpenOCD that the reference is for")
    .option("--port <difference...>", "write these of the reference into the file, or all: prints a patch")
    .addOption(
      new Option("--html <file>", "write a page: the meaning as a tree, the texts beside it").conflicts(
        "port",
      ),
    )
    .option("--quiet", "print differences, nothing around them")
    .option("--no-color", "print without colours")
    .action((file: string, reference: string, options: CompareOptions) =>
      runner(async (terminal) =>
        (await import("../compare/compare.ts")).compare(
          terminal.withColours(options.color),
          { file, reference },
          { ...lists, ...options },
        ),
      ),
    );
}

const lists = { ...none, referenceSearch: [] };
