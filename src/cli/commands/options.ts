import { type Command, InvalidArgumentError, Option } from "commander";

/** Options that say how configs are run. */
export function shared(command: Command, transport: Option, forms?: readonly string[]): Command {
  return command
    .addOption(
      repeatable("-s, --search <folder>", "look for scripts there first (repeatable; same as OpenOCD's -s)"),
    )
    .option("--install <folder>", "use this install's scripts and OpenOCD; auto: one of this machine")
    .addOption(transport)
    .option("--openocd <version>", "the version to check against, as `openocd --version` says it")
    .addOption(repeatable("--set <name=value>", "set a Tcl variable beforehand (repeatable)"))
    .addOption(
      new Option("--config <file>", "use this project file (default: the nearest l5cfg-fix.config.json)"),
    )
    .addOption(new Option("--ignore-config", "use no project file").conflicts("config"))
    .option("--trust", "run the program that a project file or an overlay names, and files of other users")
    .addOption(forms === undefined ? format() : format(forms).helpGroup("Output:"));
}

/** The program whose version and abilities count. */
export function askedProgram(command: Command): Command {
  return command.option("--openocd-bin <file>", "ask this OpenOCD for its version and what it can do");
}

/** What every command takes: how much is said, and whether in colours. */
export function withOutputOptions(command: Command, quiet = "print only results"): Command {
  return command
    .addOption(new Option("-q, --quiet", quiet).conflicts("verbose"))
    .option("-v, --verbose", "say what is read and run, too")
    .addOption(new Option("--color <when>", "print with colours").choices(["auto", "always", "never"]))
    .option("--no-color", "the same as --color never");
}

/** How the result is printed. */
export function format(forms: readonly string[] = ["text", "json"]): Option {
  return new Option("--format <form>", "how to print the result").choices(forms).default("text");
}

/** An option that may be given many times, for a list. */
export function repeatable(flags: string, description: string): Option {
  return new Option(flags, description).argParser((word, before: string[] = []) => [...before, word]);
}

/** An option that may be given many times, with one or several words at a time, for a list. */
export function listed(flags: string, description: string): Option {
  return new Option(flags, `${description} (a,b; repeatable)`).argParser((word, before: string[] = []) => [
    ...before,
    ...word.split(",").filter((one) => one !== ""),
  ]);
}

/** A whole number. Throws InvalidArgumentError. */
export function whole(word: string): number {
  const value = Number(word);
  if (/^\d+$/.test(word) && value < 2 ** 32) return value;
  throw new InvalidArgumentError("It is a whole number below 2^32.");
}

/** The lists that no word was given for. A default in the parser would show in its help. */
export const none = { search: [], transport: [], set: [] };
