import type { Config } from "../../openocd/model.ts";
import type { CommandNode } from "../../tcl/syntax.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import { wordValue } from "./word-value.ts";

/** The words that name a tap together, where a command declares one: chip and tap. */
export function tapWordsOf({ words }: CommandNode): [chip: number, tap: number] | undefined {
  const [first, second] = words.map(({ literal }) => literal);
  const chip = first === "swj_newdap" ? 1 : second === "newtap" || second === "newdap" ? 2 : undefined;
  return chip !== undefined && words.length > chip + 1 ? [chip, chip + 1] : undefined;
}

/** What the word of a command at some place names, as far as that is known: a tap is named by two words. */
export function nameAt({ node, scope }: CommandUse, at: number, config: Config): string | undefined {
  const named = tapWordsOf(node);
  if (!named?.includes(at)) return wordValue(node.words[at]!, config, scope);
  const [chip, tap] = named.map((place) => wordValue(node.words[place]!, config, scope));
  return chip === undefined || tap === undefined ? undefined : `${chip}.${tap}`;
}
