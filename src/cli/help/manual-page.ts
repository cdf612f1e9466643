/** Manual pages (man-pages(7)), made from what the parser of the command line knows. */

import type { Command, Help } from "commander";

/** What the parser does not know. */
export interface ManualParts {
  version: string;
  /** What each exit status means. */
  statuses: Readonly<Record<string, string>>;
  examples: readonly (readonly [command: string, meaning: string])[];
  seeAlso: readonly string[];
}

/** The manual page of a program, with all its commands. */
export function manualPage(program: Command, parts: ManualParts): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program).filter((one) => one.name() !== "help");
  const { version, statuses, examples, seeAlso } = parts;
  return `${[
    `.TH ${program.name().toUpperCase()} 1 "" "l5cfg-fix ${version}" "User Commands"`,
    ".SH NAME",
    `${text(program.name())} \\- ${text(lowerFirst(program.description()))}`,
    ".SH SYNOPSIS",
    ...program
      .usage()
      .split("\n")
      .map(
        (usage, i) =>
          `${i === 0 ? "" : ".br\n"}.B ${text(i === 0 ? `${program.name()} ${usage}` : usage.trim())}`,
      ),
    ".SH OPTIONS",
    ...optionsOf(program, help),
    ...(commands.length > 0 ? [".SH COMMANDS", ...commands.flatMap(commandOf)] : []),
    ".SH EXIT STATUS",
    ...tagged(Object.entries(statuses)),
    ".SH EXAMPLES",
    ...tagged(examples),
    ".SH SEE ALSO",
    seeAlso.map((name) => `.BR ${name.replace("(", " (")}`).join(" ,\n"),
  ].join("\n")}\n`;
}

function commandOf(command: Command): string[] {
  const help = command.createHelp();
  return [
    `.SS ${text(`${command.name()} ${command.usage()}`)}`,
    `${text(upperFirst(command.description()))}.`,
    ...tagged(help.visibleArguments(command).map((one) => [`<${one.name()}>`, one.description])),
    ...optionsOf(command, help),
  ];
}

function optionsOf(command: Command, help: Help): string[] {
  return tagged(
    help.visibleOptions(command).map((one) => [help.optionTerm(one), help.optionDescription(one)]),
  );
}

function tagged(rows: readonly (readonly [string, string])[]): string[] {
  return rows.flatMap(([term, meaning]) => [".TP", `.B ${text(term)}`, text(meaning)]);
}

/** Text that roff does not take for its own commands. */
function text(words: string): string {
  return words
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^(?=[.'])/gm, "\\&")
    .replaceAll("…", "\\[u2026]");
}

function lowerFirst(words: string): string {
  return `${words.charAt(0).toLowerCase()}${words.slice(1).replace(/\.$/, "")}`;
}

function upperFirst(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
