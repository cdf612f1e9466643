import { newestName } from "../../../openocd/command-names.ts";
import { OBJECT_COMMANDS } from "../../../openocd/data/command-origins.ts";
import { COMMANDS } from "../../../openocd/data/commands.ts";
import { names, unpack } from "../../../openocd/data/table.ts";
import { broughtCommands, originsOf } from "../../../openocd/origins.ts";
import type { WordNode } from "../../../tcl/syntax.ts";
import { entitiesNamed } from "../../model/entities.ts";
import type { Model } from "../../model/models.ts";
import { wordValue } from "../../model/word-value.ts";
import type { CommandUse } from "../../syntax/script-index.ts";
import { commandText } from "../../texts/command-texts.ts";
import { type Candidate, plain } from "./items.ts";

/** What a command can begin with: OpenOCD's commands, procs, and what the config makes. */
export function commandCandidates(model: Model): Candidate[] {
  const { config } = model;
  const first = new Set(namesIn(model).map((name) => name.split(" ", 1)[0]!));
  const objects = [...config.targets, ...config.daps].map(({ name }) => name);
  return [
    ...config.procs.map(({ name, args }): Candidate => ({ name, kind: "proc", detail: `proc {${args}}` })),
    ...plain(objects, "object"),
    ...[...first].map((name) => described(name, name)),
  ];
}

interface Before {
  command: CommandUse;
  before: readonly WordNode[];
  model: Model;
}

/** The words that make a longer command's name of those before: `speed` after `adapter`. */
export function subcommandNames({ command, before, model }: Before): Candidate[] {
  const { config } = model;
  const words = before.map((word) => wordValue(word, config, command.scope));
  if (words.some((word) => word === undefined)) return [];
  const kind = entitiesNamed(config, words[0]!).find(
    (one) => one.kind === "target" || one.kind === "dap",
  )?.kind;
  if (before.length === 1 && (kind === "target" || kind === "dap"))
    return unpack(OBJECT_COMMANDS[kind]).map((name) => described(name, `${kind.toUpperCase()} ${name}`));
  const beginning = `${words.join(" ")} `;
  const next = namesIn(model)
    .filter((name) => name.startsWith(beginning))
    .map((name) => name.slice(beginning.length).split(" ", 1)[0]!);
  return [...new Set(next)].map((name) => described(name, beginning + name));
}

/** The commands of a release, and those that something at hand brings. */
function namesIn({ release, config }: Model): string[] {
  const chosen = new Set([
    config.adapter,
    config.transport,
    ...config.targets.flatMap(({ type, requestedType }) => [type, requestedType]),
    ...config.flashBanks.map(({ driver }) => driver),
    "init",
  ]);
  const brought = [...broughtCommands()].filter((name) =>
    originsOf(name).some((one) => chosen.has(one.name)),
  );
  return [...names(COMMANDS, release), ...brought];
}

function described(name: string, full: string): Candidate {
  const text = commandText(full) ?? commandText(newestName(full));
  return {
    name,
    kind: "command",
    ...(text && { detail: `${full} ${text.takes}`.trim(), documentation: text.does }),
  };
}
