import { L5cfgFixError } from "../errors.ts";
import { fileNameBytes } from "../files/file-names.ts";

/** What a command line has OpenOCD do, and where it looks for scripts. */
export interface CommandLine {
  /** `-f FILE` and `-c COMMAND`, in their order; `openocd.cfg` where there is neither. */
  steps: readonly CommandStep[];
  /** `-s FOLDER`, in their order. */
  search: readonly string[];
}

type CommandStep = { file: string } | { command: string };

/** The options of OpenOCD that take a word, by their long names (0.12.0, src/helper/options.c, long_options). */
const WITH_WORD: Readonly<Record<string, string>> = {
  f: "file",
  c: "command",
  s: "search",
  l: "log_output",
};

const OPTIONS = ["file", "command", "search", "log_output", "debug", "pipe", "help", "version"];

/**
 * Reads the words after `openocd`, as getopt_long does there: `-fFILE`, `--file FILE`, `--file=FILE`, `--fil FILE`. Throws
 * L5cfgFixError for what OpenOCD would not take.
 */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const steps: CommandStep[] = [];
  const search: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const { name, value } = optionOf(words[i]!);
    const isWithWord = Object.values(WITH_WORD).includes(name);
    const word = value ?? (isWithWord ? words[++i] : undefined);
    if (isWithWord && word === undefined) throw refused(`the option ${words.at(-1)} takes a word`);
    if (name === "file") steps.push({ file: word! });
    if (name === "command") steps.push({ command: word! });
    if (name === "search") search.push(word!);
  }
  return { steps: steps.length > 0 ? steps : [{ file: "openocd.cfg" }], search };
}

function optionOf(word: string): { name: string; value?: string } {
  const [, long, value] = /^--([\w-]+)(?:=(.*))?$/s.exec(word) ?? [];
  if (long !== undefined) {
    const names = OPTIONS.filter((name) => name.startsWith(long));
    const name = names.find((one) => one === long) ?? names[0];
    if (name === undefined || (names.length > 1 && name !== long))
      throw refused(`there is no option ${word}`);
    return { name, ...(value !== undefined && { value }) };
  }
  const [, letter, rest] = /^-([a-z])(.*)$/s.exec(word) ?? [];
  if (letter === undefined) throw refused(`"${word}" needs -f or -c in front of it`);
  const name = WITH_WORD[letter] ?? { d: "debug", p: "pipe", h: "help", v: "version" }[letter];
  if (name === undefined) throw refused(`there is no option -${letter}`);
  return { name, ...(rest !== "" && { value: rest! }) };
}

function refused(why: string): L5cfgFixError {
  return new L5cfgFixError("usage", `OpenOCD does not take this command line: ${why}`);
}

/** A script that does what the steps do, one line each where a command has only one; in bytes. */
export function scriptOf({ steps }: Pick<CommandLine, "steps">): string {
  const lines = steps.map((step) => ("file" in step ? `script {${step.file}}` : step.command));
  return fileNameBytes(`${lines.join("\n")}\n`);
}
