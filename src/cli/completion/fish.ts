import type { CommandShape, OptionShape, ValueShape } from "./command-shape.ts";

/** A script for fish, loaded with `l5cfg-fix completion fish | source`. */
export function fishScript(program: CommandShape): string {
  const none = `not __fish_seen_subcommand_from ${program.commands.map((one) => one.name).join(" ")}`;
  const lines = [
    ...program.commands.map((one) =>
      complete("__fish_use_subcommand", "-a", one.name, "-d", quoted(one.description)),
    ),
    ...optionLines(program, none),
    ...program.commands.flatMap((one) => {
      const when = `__fish_seen_subcommand_from ${one.name}`;
      const words = one.words.length > 0 ? [complete(when, "-a", quoted(one.words.join(" ")))] : [];
      return [...words, ...optionLines(one, when)];
    }),
  ];
  return `# Completion of ${program.name} for fish.\n${lines.map((line) => `complete -c ${program.name} ${line}\n`).join("")}`;
}

function complete(when: string, ...words: string[]): string {
  return ["-n", quoted(when), ...words].join(" ");
}

function optionLines({ options }: CommandShape, when: string): string[] {
  return options.map((option) =>
    complete(when, ...flagWords(option), ...valueWords(option.value), "-d", quoted(option.description)),
  );
}

function flagWords({ flags }: OptionShape): string[] {
  return flags.flatMap((flag) => (flag.startsWith("--") ? ["-l", flag.slice(2)] : ["-s", flag.slice(1)]));
}

function valueWords(value: ValueShape | undefined): string[] {
  if (value === undefined) return [];
  if (value.kind === "words") return ["-x", "-a", quoted(value.words.join(" "))];
  if (value.kind === "folder") return ["-x", "-a", "'(__fish_complete_directories)'"];
  return [value.kind === "file" ? "-r" : "-x"];
}

function quoted(text: string): string {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}
