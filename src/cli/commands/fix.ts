import { type Command, Option } from "commander";
import { formats } from "../../report/formats.ts";
import type { FixCommandOptions } from "../fix/options.ts";
import type { Runner } from "./command.ts";
import { commandLineOptions } from "./command-line-options.ts";
import { findingOptions } from "./finding-options.ts";
import { askedProgram, none, repeatable, shared, withOutputOptions } from "./options.ts";

/** `l5cfg-fix PATH…`, the program itself. */
export function fix(program: Command, runner: Runner): void {
  program
    .description("Finds what is missing or wrong in OpenOCD configs, and writes fixed copies that flash.")
    .argument(
      "[path...]",
      "a config, a scripts folder, a plugin folder, a whole install, or - for standard input; none with --install",
    )
    .addOption(new Option("--check", "only report").conflicts(["diff", "output", "unsafe"]))
    .addOption(
      new Option("--diff", "print a patch that `git apply` and `patch -p1` take").conflicts("output"),
    )
    .addOption(
      new Option(
        "--html <file>",
        "only report, as a page: findings, with the text before and after",
      ).conflicts(["check", "diff", "output", "inPlace", "refresh", "format"]),
    )
    .addOption(
      new Option("--in-place", "patch the files themselves; `l5cfg-fix restore` undoes it").conflicts([
        "check",
        "diff",
        "output",
      ]),
    )
    .addOption(
      new Option("--refresh", "update an overlay from what it was made from, in the same way").conflicts([
        "check",
        "diff",
        "output",
        "inPlace",
        "search",
        "transport",
        "openocd",
        "set",
        "unsafe",
        "select",
        "ignore",
        "severity",
        "config",
        "ignoreConfig",
        "exclude",
      ]),
    )
    .option("-o, --output <folder>", "where the patched copies go (default: l5cfg-fix-overlay)")
    .option("--unsafe", "also apply unsafe fixes")
    .option("--confirm", "also run the configs in the OpenOCD at hand, up to init, and compare");
  const several =
    "run under this transport only (repeatable; hla_swd, dapdirect_swd, swd and jtag otherwise)";
  const running = "How configs are run:";
  commandLineOptions(program.optionsGroup(running));
  // The help has its groups in the order in which they are first named.
  findingOptions(program.optionsGroup("What is reported:"));
  askedProgram(shared(program.optionsGroup(running), repeatable("--transport <name>", several), formats));
  withOutputOptions(program.optionsGroup("Output:"), "print only findings and results").action(
    (paths: string[], options: FixCommandOptions) =>
      runner(async (terminal) =>
        (await import("../fix/fix.ts")).fix(terminal.as(options), paths, {
          ...none,
          ...options,
        }),
      ),
  );
}
