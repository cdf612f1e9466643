import type { Config } from "../../openocd/model.ts";
import type { WordNode } from "../../tcl/syntax.ts";
import { indexOf } from "../syntax/indexes.ts";
import type { CommandUse, VariableUse } from "../syntax/script-index.ts";
import type { Model } from "./models.ts";
import { nameAt, tapWordsOf } from "./named-at.ts";
import { wordValue } from "./word-value.ts";

/** Where something is named in one of a model's files. */
export interface Occurrence {
  path: string;
  start: number;
  end: number;
  /** Whether it is made or set there. */
  isDefinition: boolean;
}

/** Where a variable is named in the files that a config reads: a proc's own one in its proc alone. */
export function occurrencesOfVariable(
  { name, scope }: VariableUse,
  path: string,
  model: Model,
): Occurrence[] {
  const isSame = (use: VariableUse) => use.name === name && use.scope?.start === scope?.start;
  const files =
    scope === undefined ? [...model.sources] : [...model.sources].filter(([file]) => file === path);
  return files.flatMap(([file, text]) =>
    indexOf(text)
      .variables.filter(isSame)
      .map(({ start, end, role }) => ({
        path: file,
        start,
        end,
        isDefinition: role === "write" || role === "parameter",
      })),
  );
}

/** Where something of that name, which a config makes, is named in the files that it reads. */
export function occurrencesOfName(name: string, { config, sources }: Model): Occurrence[] {
  return [...sources].flatMap(([path, text]) =>
    indexOf(text).commands.flatMap((command) => [
      ...tapDeclaredBy(command, name, { path, config }),
      ...command.node.words.flatMap((word, at) => {
        if (!mayBe(word, name) || wordValue(word, config, command.scope) !== name) return [];
        return [{ path, start: word.start, end: word.end, isDefinition: isMadeBy(command, at) }];
      }),
    ]),
  );
}

function tapDeclaredBy(
  command: CommandUse,
  name: string,
  { path, config }: { path: string; config: Config },
): Occurrence[] {
  const named = tapWordsOf(command.node);
  if (named === undefined || nameAt(command, named[0], config) !== name) return [];
  const [chip, tap] = named.map((at) => command.node.words[at]!);
  return [{ path, start: chip!.start, end: tap!.end, isDefinition: true }];
}

/** Whether a word may be this name. This quick test excludes most words before their values are computed. */
function mayBe(word: WordNode, name: string): boolean {
  const { literal } = word;
  return literal === undefined ? word.text.includes("$") && !word.text.includes("[") : literal === name;
}

/** Whether a command makes what its word at that place names. */
function isMadeBy({ node: { words } }: CommandUse, at: number): boolean {
  const [first, second] = words.map(({ literal }) => literal);
  if (at === 1) return first === "proc";
  return (
    at === 2 && ["target create", "dap create", "flash bank", "cti create"].includes(`${first} ${second}`)
  );
}
