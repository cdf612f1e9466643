import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import { decoded } from "../../files/file-names.ts";
import type { CommandNode, WordNode } from "../../tcl/syntax.ts";
import { wordValue } from "../model/word-value.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import type { AskedFile } from "../workspace.ts";

/** What a command makes that an outline shows: of what kind, named by which of its words. */
interface Making {
  kind: SymbolKind;
  name: WordNode[];
  detail: string;
}

/** The outline of a file: its procs, its targets and what belongs to them, its variables where they are first set. */
export function symbols({ file, index, models }: AskedFile): DocumentSymbol[] {
  const config = models[0]?.config;
  const variables = new Set<string>();
  return index.commands.flatMap((command): DocumentSymbol[] => {
    const making = makingOf(command);
    if (making === undefined) return [];
    const { kind, name, detail } = making;
    const [first, last] = [name[0]!, name.at(-1)!];
    const value = (word: WordNode) => (config && wordValue(word, config, command.scope)) ?? word.text;
    const text = decoded(name.map(value).join("."));
    if (text === "") return [];
    if (kind === SymbolKind.Variable) {
      if (variables.has(text)) return [];
      variables.add(text);
    }
    const { start, end } = command.node;
    return [
      {
        name: text,
        detail,
        kind,
        range: file.text.range(start, end),
        selectionRange: file.text.range(first.start, last.end),
      },
    ];
  });
}

function makingOf({ node, scope }: CommandUse): Making | undefined {
  const { words } = node;
  const [first, second, third, fourth] = words;
  const making = (kind: SymbolKind, detail: string, ...name: (WordNode | undefined)[]) =>
    name.every((word) => word !== undefined) ? { kind, detail, name: name as WordNode[] } : undefined;
  switch (first!.literal) {
    case "proc":
      return making(SymbolKind.Function, third?.text ?? "", second);
    case "set":
      return words.length > 2 && scope === undefined ? making(SymbolKind.Variable, "", second) : undefined;
    case "swj_newdap":
      return making(SymbolKind.Interface, "tap", second, third);
  }
  switch (`${first!.literal} ${second?.literal}`) {
    case "target create":
      return making(SymbolKind.Class, `target ${fourth?.text ?? ""}`.trim(), third);
    case "dap create":
      return making(SymbolKind.Interface, "dap", third);
    case "flash bank":
      return making(SymbolKind.Struct, `flash bank ${fourth?.text ?? ""}`.trim(), third);
    case "cti create":
    case "tpiu create":
    case "swo create":
      return making(SymbolKind.Object, first!.literal!, third);
    case "jtag newtap":
    case "hla newtap":
    case "swd newdap":
      return making(SymbolKind.Interface, "tap", third, fourth);
  }
  return handlerOf(node, making);
}

function handlerOf(
  { words }: CommandNode,
  making: (kind: SymbolKind, detail: string, ...name: (WordNode | undefined)[]) => Making | undefined,
): Making | undefined {
  if (words[1]?.literal !== "configure") return undefined;
  const event = words.findIndex(({ literal }) => literal === "-event");
  return event === -1
    ? undefined
    : making(SymbolKind.Event, `handler of ${words[0]!.text}`, words[event + 1]);
}
