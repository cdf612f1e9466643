import type { Command, Option } from "commander";
import { knownTransports } from "../../check/options.ts";
import { RELEASES } from "../../openocd/data/releases.ts";
import { rules } from "../../rules/index.ts";

/** What a shell has to know of a command to complete its words. */
export interface CommandShape {
  name: string;
  description: string;
  options: OptionShape[];
  /** Words that are valid arguments, besides file names. */
  words: readonly string[];
  commands: CommandShape[];
}

export interface OptionShape {
  /** `-s` and `--search`, as far as there are such. */
  flags: string[];
  description: string;
  /** What follows it; undefined where nothing does. */
  value: ValueShape | undefined;
}

/** One of some words, a folder, a file, or something that only the person knows. */
export type ValueShape =
  | { kind: "words"; words: readonly string[] }
  | { kind: "folder" }
  | { kind: "file" }
  | { kind: "other" };

export function shapeOf(command: Command): CommandShape {
  const help = command.createHelp();
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(optionShape),
    words:
      usualWords[command.name()]?.() ??
      command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
    commands: help
      .visibleCommands(command)
      .filter((one) => one.name() !== "help")
      .map(shapeOf),
  };
}

/** Usual arguments of an option or command that accepts others, too. */
const usualWords: Readonly<Record<string, () => readonly string[]>> = {
  explain: () => rules.map(({ id }) => id),
  "--transport": knownTransports,
  "--openocd": () => RELEASES.map(({ version }) => version),
};

function optionShape(option: Option): OptionShape {
  const { short, long, description } = option;
  const flags = [short, long].filter((flag) => flag !== undefined);
  return { flags, description, value: valueShape(option) };
}

function valueShape({ long, flags, argChoices, required, optional }: Option): ValueShape | undefined {
  if (!required && !optional) return undefined;
  const words = argChoices ?? usualWords[long ?? ""]?.();
  if (words !== undefined) return { kind: "words", words };
  const named = /<(\w+)>/.exec(flags)?.[1];
  if (named === "folder") return { kind: "folder" };
  return { kind: named === "file" ? "file" : "other" };
}
