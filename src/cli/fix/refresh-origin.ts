/** The origin of an overlay. The manifest alone is not trusted: this user made the overlay here, or confirms its origin. */

import { isUsual } from "../../install/asked.ts";
import type { Machine } from "../../install/machine.ts";
import { isMadeHere } from "../../install/made-here.ts";
import type { Project } from "../../install/project.ts";
import { chooseOpenOcd } from "../../install/release.ts";
import { thisMachine } from "../../install/this-machine.ts";
import type { Making, Manifest } from "../../manifest/manifest.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { askYesNo } from "../terminal/ask.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Throws UsageError for an overlay that this user did not make here from what its manifest names, and does not want made
 * from it: the manifest of a stranger could name any file of this machine. The message has the command that names it.
 */
export async function requireOrigin(
  terminal: Terminal,
  { folder, named }: { folder: string; named: string },
  made: Making,
): Promise<void> {
  if (isMadeHere(folder, originNote(made))) return;
  const { path, search, install } = made;
  const others = [...search, ...(install === undefined || install === path ? [] : [install])];
  const origin = [path, ...others].join(", ");
  if (await askYesNo(terminal, `The overlay ${named} was not made here. Make it again from ${origin}?`))
    return;
  throw new UsageError(
    `${named} was not made here, and only its manifest says that it was made from ${origin}; to make it again from there, name that: ${ownCommand(commandOf(made, named))}`,
  );
}

/** What is noted of an overlay that was made here. */
export function originNote(made: Making): string {
  return `made ${JSON.stringify(made)}`;
}

/** The words that make an overlay as it was made. */
function commandOf(made: Making, named: string): string[] {
  const { path, search, transport, set, openocd, install, unsafe } = made;
  const { select = [], ignore = [], severity = [], config, ignoreConfig } = made;
  const each = (option: string, words: readonly string[]) => words.flatMap((word) => [option, word]);
  return [
    path,
    ...each("-s", search),
    ...each("--transport", transport),
    ...each("--set", set),
    ...(openocd === undefined ? [] : ["--openocd", openocd]),
    ...(install === undefined ? [] : ["--install", install]),
    ...(unsafe ? ["--unsafe"] : []),
    ...each("--select", select),
    ...each("--ignore", ignore),
    ...each("--severity", severity),
    ...(config === undefined ? [] : ["--config", config]),
    ...(ignoreConfig ? ["--ignore-config"] : []),
    "-o",
    named,
  ];
}

/** This machine, for paths that the user did not type: only programs of discovered installs are asked. */
export function cautiousMachine(): Machine & { hasAnswered: boolean } {
  const machine = thisMachine();
  const cautious = {
    ...machine,
    hasAnswered: false,
    ask(binary: string) {
      const printed = isUsual(binary, machine) ? machine.ask(binary) : undefined;
      cautious.hasAnswered ||= printed !== undefined;
      return printed;
    },
  };
  return cautious;
}

/** The project, for the OpenOCD that its overlay was written for where it is still of the same plugin. */
export function asWritten(project: Project, { made, openocd }: Manifest): Project {
  if (project.plugin?.path !== made?.plugin?.path) return project;
  const { version, why } = openocd;
  return { ...project, openocd: { ...chooseOpenOcd(version), why } };
}
