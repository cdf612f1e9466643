import type { Config } from "../../openocd/model.ts";
import { unescapeText } from "../../tcl/escape.ts";
import type { WordNode } from "../../tcl/syntax.ts";
import { Token } from "../../tcl/tokens.ts";
import type { ProcScope } from "../syntax/script-index.ts";

/**
 * The value of a word, with the global variables as they are at the config's end. Undefined where it is unknown: a
 * proc's local variable, a command's result.
 */
export function wordValue(word: WordNode, config: Config, scope: ProcScope | undefined): string | undefined {
  let value = "";
  for (const { kind, text } of word.parts) {
    if (kind === Token.Quote) continue;
    const part =
      kind === Token.Text
        ? unescapeText(text)
        : kind === Token.Braced
          ? text.slice(1, -1)
          : kind === Token.Variable
            ? variableOf(text, config, scope)
            : undefined;
    if (part === undefined) return undefined;
    value += part;
  }
  return value;
}

function variableOf(text: string, config: Config, scope: ProcScope | undefined): string | undefined {
  const name = text.replace(/^\$\{?|\}$/g, "");
  const plain = name.replace(/^::/, "");
  if (scope !== undefined && name === plain && !scope.globals.has(name)) return undefined;
  return config.variables[plain];
}
