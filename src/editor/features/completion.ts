import type { CompletionItem } from "vscode-languageserver";
import { rules } from "../../rules/index.ts";
import { writingAt } from "../syntax/writing.ts";
import type { Asked } from "../workspace.ts";
import { argumentNames } from "./completion/arguments.ts";
import { commandCandidates, subcommandNames } from "./completion/commands.ts";
import { type Candidate, itemsOf, plain } from "./completion/items.ts";
import { scriptNames } from "./completion/scripts.ts";
import { variableNames } from "./completion/variables.ts";

/** What can be written at a place; `trigger` is the character that asks for it, where no person did. */
export function completion(asked: Asked, trigger?: string): CompletionItem[] {
  const { file, index, models, offset } = asked;
  const [model] = models;
  const line = lineBefore(index.source.text, offset);
  const comment = index.comments.find(({ start, end }) => start < offset && offset <= end);
  if (comment !== undefined) return suppressionNames(asked, line);
  const dollar = /\$\{?(?:::)?([\w:]*)$/.exec(line);
  if (dollar !== null) {
    const [, typed] = dollar as unknown as [string, string];
    return itemsOf(file.text, { start: offset - typed.length, offset }, variableNames(asked));
  }
  if (model === undefined) return [];
  const writing = writingAt(index, offset);
  const stretch = { start: writing?.start ?? offset, offset };
  const give = (candidates: readonly Candidate[]) => itemsOf(file.text, stretch, candidates);
  // A blank where a command begins only indents it.
  if (writing === undefined || writing.before.length === 0)
    return trigger === " " ? [] : give(commandCandidates(model));
  const { command, before } = writing;
  if (["find", "ocd_find", "source", "script"].includes(command.name ?? "") && before.length === 1)
    return give(scriptNames(model));
  return give([
    ...argumentNames({ command, before, typed: writing.typed, model }),
    ...subcommandNames({ command, before, model }),
  ]);
}

function suppressionNames({ file, offset }: Asked, line: string): CompletionItem[] {
  const named = /#\s*l5cfg-fix\s+disable-[\w-]+\s+(?:[\w-]+\s*,\s*)*([\w-]*)$/.exec(line);
  if (named === null) return [];
  const stretch = { start: offset - named[1]!.length, offset };
  return itemsOf(
    file.text,
    stretch,
    plain(
      rules.map(({ id }) => id),
      "rule",
    ),
  );
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}
