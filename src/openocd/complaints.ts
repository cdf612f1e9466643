import type { Value } from "../tcl/value.ts";
import { does } from "./data/behaviours.ts";
import type { Release } from "./data/releases.ts";
import { CommandError, logged } from "./errors.ts";

/** What a group says of words that are no command of it. */
export function complaint(
  release: Release,
  name: string,
  [, ...words]: readonly Value[],
  how: { code?: "invalid-command" | "init-required"; subject?: string } = {},
): CommandError {
  if (does(release, "groups are silent")) return logged(`usage: ${name} …`, how);
  const text = words.map((word) => word.text).join(" ");
  const unknown = `invalid subcommand "${text}"`;
  if (does(release, "commands are commands")) {
    return logged(words.length === 0 ? `${name}: command requires more arguments` : unknown, how);
  }
  return new CommandError(words.length === 0 ? `${name}  : command requires more arguments` : unknown, how);
}
