import { type Command, Option } from "commander";

/** OpenOCD's own options in place of paths. Their order counts, so that one list has them all. */
export function commandLineOptions(command: Command): Command {
  const words: string[] = [];
  const kept = (option: string) => (word: string) => {
    words.push(option, word);
    return words;
  };
  return command
    .addOption(
      new Option("-f, --file <config>", "check what OpenOCD gets with -f, all of it together").argParser(
        kept("-f"),
      ),
    )
    .addOption(
      new Option(
        "-c, --command <tcl>",
        "and with -c; or a whole command line, as a log has it: 'openocd -f …'",
      ).argParser(kept("-c")),
    )
    .addOption(new Option("-d, --debug [level]").hideHelp())
    .addOption(new Option("-l, --log_output <file>").hideHelp());
}
