import { Value } from "../tcl/value.ts";
import { isSettled, lackingIn, nameIn, namesOf, renamedAs } from "./command-names.ts";
import { handlerOf } from "./commands/index.ts";
import { memoryCommands } from "./commands/memory.ts";
import { complaint } from "./complaints.ts";
import { insteadOfDeprecated } from "./data/deprecated-commands.ts";
import { has } from "./data/table.ts";
import { TARGET_TYPES } from "./data/target-types.ts";
import { CommandError } from "./errors.ts";
import { isObjectCommand } from "./object-commands.ts";
import { isOfInit } from "./origins.ts";
import type { Session } from "./session.ts";

/**
 * Answers for a command that this release does not have, though another one does: in a lenient run it is done under
 * the name that it has here. Undefined for all other commands.
 */
export function answerLacking(session: Session, argv: readonly Value[]): Value | undefined {
  const { release, config, recorder, lenience } = session;
  const { text } = argv[0]!;
  noteDeprecated(session, argv);
  if (isSettled(firstWord(text), release)) return undefined;
  const [first, ...rest] = argv.map(({ text, unknown }) => (unknown ? "" : text));
  const words = [...first!.split(" "), ...rest];
  const renamed = renamedAs(words);
  if (renamed !== undefined) recorder.use({ kind: "renamed-command", name: renamed });
  const name = lackingIn(words, release);
  if (name === undefined || isBrought(session, name)) return undefined;
  const how = { code: "invalid-command", subject: name } as const;
  const [group] = words as [string];
  // A group that is there complains itself.
  const isThere = name !== group && session.lookup(group) !== undefined;
  lenience.refuse(
    isThere ? complaint(release, group, argv, how) : new CommandError(`invalid command name "${group}"`, how),
  );
  const handler = namesOf(name)
    .map((one) => handlerOf(one))
    .find((one) => one !== undefined);
  if (handler === undefined) return session.examining ? Value.unknown() : Value.empty;
  const used = name.split(" ").length - text.split(" ").length + 1;
  return handler(session, argv.slice(used), nameIn(name, release.id, config.adapter) ?? name);
}

/** Notes a command that is done, and called deprecated: `bcm2835gpio_swd_nums` for `adapter gpio …`. */
function noteDeprecated({ release, recorder }: Session, [command, word]: readonly Value[]): void {
  const { text } = command!;
  const longer = word === undefined || word.unknown ? text : `${text} ${word.text}`;
  for (const name of new Set([text, longer])) {
    const instead = insteadOfDeprecated(name, release.id);
    if (instead !== undefined) recorder.use({ kind: "deprecated", what: "command", name, instead });
  }
}

/** Whether something brought a command, as targets of 0.10.0 do `dap`. What `init` brings is not known of each release. */
function isBrought(session: Session, name: string): boolean {
  return (
    !isOfInit(name) &&
    !Object.hasOwn(memoryCommands, name) &&
    !name.includes(" ") &&
    session.lookup(name) !== undefined
  );
}

/** Answers for a command that does not exist: in a lenient run it is written down and passed over. */
export function answerUnknown(session: Session, argv: readonly Value[]): Value | undefined {
  const { recorder } = session;
  const [name, ...words] = argv.map(({ text, unknown }) => (unknown ? "" : text)) as [string, ...string[]];
  const isDap = isDapWord(words[0]);
  if (isDap) recorder.use({ kind: "dap-command", dap: name, words });
  const lacking = answerLacking(session, argv);
  if (lacking !== undefined) return lacking;
  if (isTooEarly(session, name)) {
    const how = { code: "init-required", subject: name } as const;
    session.lenience.refuse(new CommandError(`invalid command name "${name}"`, how));
    return Value.unknown();
  }
  if (!isDap) recorder.use({ kind: "unknown-command", name, words });
  if (session.examining) return Value.unknown();
  if (!session.lenience.goesOn) return undefined;
  const isTarget = name.includes(".") && isTargetWord(session, words[0]);
  recorder.problem(isTarget ? "target-unknown" : "invalid-command", `invalid command name "${name}"`, name);
  // What it would make is known, and what follows needs it.
  if (name === "swj_newdap") return handlerOf("jtag newtap")!(session, argv.slice(1), name);
  return Value.empty;
}

/** Whether a lenient run passes over a command that `init` would bring. */
function isTooEarly({ isRunning, lenience }: Session, name: string): boolean {
  return lenience.goesOn && !isRunning && (isOfInit(name) || Object.hasOwn(memoryCommands, name));
}

/** Whether a word is a subcommand that only a DAP's command has. */
function isDapWord(word: string | undefined): boolean {
  return word !== undefined && isObjectCommand("dap", word) && word !== "info";
}

/** Whether a word is a subcommand that only a target's command has. */
function isTargetWord({ release }: Session, word: string | undefined): boolean {
  return word !== undefined && (has(TARGET_TYPES, word, release) || isObjectCommand("target", word));
}

function firstWord(text: string): string {
  const space = text.indexOf(" ");
  return space === -1 ? text : text.slice(0, space);
}
