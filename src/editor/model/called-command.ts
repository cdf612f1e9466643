import { isKnownCommand, newestName } from "../../openocd/command-names.ts";
import type { CommandNode } from "../../tcl/syntax.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import { type CommandText, commandText } from "../texts/command-texts.ts";
import { entitiesNamed } from "./entities.ts";
import type { Model } from "./models.ts";
import { wordValue } from "./word-value.ts";

/** The command that some words call. */
export interface CalledCommand {
  /** Its full name as written, with the value of its first word: `adapter speed`, `stm32l5x.cpu configure`. */
  name: string;
  /** How many words that is. */
  words: number;
  text: CommandText | undefined;
  /** Of what it is a command. */
  of?: "target" | "dap";
}

const LONGEST = 4;

/** Undefined where what is called is not known before it runs. */
export function calledCommand(
  { node, scope }: CommandUse,
  model: Model | undefined,
): CalledCommand | undefined {
  const words = literalsOf(node);
  const [first] = node.words;
  const value = words[0] ?? (model && wordValue(first!, model.config, scope));
  if (value === undefined) return undefined;
  const own = model && ofObject(value, words, model);
  if (own !== undefined) return own;
  const names = [value, ...words.slice(1)];
  for (let count = Math.min(names.length, LONGEST); count > 0; count--) {
    const name = names.slice(0, count).join(" ");
    const text = commandText(newestName(name)) ?? commandText(name);
    if (text !== undefined || (count > 1 && isKnownCommand(name))) return { name, words: count, text };
  }
  return { name: value, words: 1, text: undefined };
}

/** The literal words that a command begins with; the first may be none. */
function literalsOf({ words }: CommandNode): (string | undefined)[] {
  const found: (string | undefined)[] = [words[0]!.literal];
  for (const { literal } of words.slice(1, LONGEST)) {
    if (literal === undefined || !/^[\w-]+$/.test(literal)) break;
    found.push(literal);
  }
  return found;
}

function ofObject(
  name: string,
  [, ...rest]: readonly (string | undefined)[],
  { config }: Model,
): CalledCommand | undefined {
  const entity = entitiesNamed(config, name).find(({ kind }) => kind === "target" || kind === "dap");
  if (entity === undefined || (entity.kind !== "target" && entity.kind !== "dap")) return undefined;
  const of = entity.kind;
  for (let count = Math.min(rest.length, LONGEST - 1); count > 0; count--) {
    const words = rest.slice(0, count).join(" ");
    const text =
      commandText(`${of.toUpperCase()} ${words}`) ?? (of === "target" ? commandText(words) : undefined);
    if (text !== undefined) return { name: `${name} ${words}`, words: count + 1, text, of };
  }
  return { name, words: 1, text: undefined, of };
}
