import type { Hover } from "vscode-languageserver";
import { calledCommand } from "../model/called-command.ts";
import { entitiesNamed } from "../model/entities.ts";
import { nameAt } from "../model/named-at.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import { EVENT_TEXTS, OPTION_TEXTS } from "../texts/option-texts.ts";
import type { Asked } from "../workspace.ts";
import { aboutCommand } from "./hover/command.ts";
import { aboutEntity } from "./hover/entity.ts";
import { aboutScript } from "./hover/script.ts";
import { aboutVariable } from "./hover/variable.ts";

interface About {
  start: number;
  end: number;
  texts: string[];
}

/** What there is to know of what is at a place: a variable, a command, an option, something that the config makes. */
export function hover({ file, index, models, offset }: Asked): Hover | undefined {
  const asked = { models, index };
  const variable = index.variableAt(offset);
  const command = index.commandAt(offset);
  const word = command?.node.words.find(({ start, end }) => start <= offset && offset <= end);
  const abouts: About[] = [];
  if (variable !== undefined) {
    const { start, end } = variable;
    abouts.push({ start, end, texts: [aboutVariable(variable, asked)] });
  }
  if (command !== undefined && word !== undefined) {
    const { start, end } = word;
    abouts.push({ start, end, texts: aboutWord(command, command.node.words.indexOf(word), asked) });
  }
  const texts = abouts.flatMap((about) => about.texts);
  if (texts.length === 0) return undefined;
  const [{ start, end }] = abouts as [About];
  return {
    contents: { kind: "markdown", value: [...new Set(texts)].join("\n\n---\n\n") },
    range: file.text.range(start, end),
  };
}

type Context = Pick<Asked, "models" | "index">;

function aboutWord(command: CommandUse, at: number, { models }: Context): string[] {
  const { node } = command;
  const word = node.words[at]!;
  const texts = models.flatMap((model) => {
    const value = nameAt(command, at, model.config);
    if (value === undefined || value === "") return [];
    return entitiesNamed(model.config, value).map((entity) => aboutEntity(entity, model));
  });
  const called = calledCommand(command, models[0]);
  if (called !== undefined && at < called.words && models[0] !== undefined)
    texts.push(...aboutCommand(called, command, models[0]));
  const script = models[0] && aboutScript(command, at, models[0]);
  if (script !== undefined) texts.push(script);
  const literal = word.literal ?? "";
  const option = OPTION_TEXTS[literal];
  if (at > 0 && option !== undefined) texts.push(`\`${literal}\`: ${option}`);
  const event = EVENT_TEXTS[literal];
  if (at > 0 && node.words[at - 1]!.literal === "-event" && event !== undefined)
    texts.push(`event \`${literal}\`: ${event}`);
  return [...new Set(texts)];
}
