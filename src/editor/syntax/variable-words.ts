import type { CommandNode, WordNode } from "../../tcl/syntax.ts";

/** What a command does with a variable that it names without `$`. */
export type Role = "read" | "write" | "declare";

export interface NamedVariable {
  word: WordNode;
  role: Role;
}

/** The words of a command that are names of variables. */
export function variablesNamedBy({ words }: CommandNode): NamedVariable[] {
  const [command, first, second] = words.map(({ literal }) => literal);
  const rest = words.slice(1);
  switch (command) {
    case "set":
      return each(rest.slice(0, 1), words.length > 2 ? "write" : "read");
    case "incr":
    case "append":
    case "lappend":
    case "lset":
      return each(rest.slice(0, 1), "write");
    case "unset":
      return each(rest, "read");
    case "global":
      return each(rest, "declare");
    case "variable":
      return each(rest.slice(0, 1), "declare");
    case "catch":
      return each(words.slice(2), "write");
    case "lassign":
      return each(words.slice(2), "write");
    case "foreach":
      return each(
        words.slice(1, -1).filter((_, i) => i % 2 === 0),
        "write",
      );
    case "info":
      return first === "exists" ? each(words.slice(2, 3), "read") : [];
    case "array":
      return second === undefined ? [] : each(words.slice(2, 3), first === "set" ? "write" : "read");
    case "dict":
      return ["set", "append", "lappend", "incr", "unset"].includes(first ?? "")
        ? each(words.slice(2, 3), "write")
        : [];
    default:
      return [];
  }
}

function each(words: readonly WordNode[], role: Role): NamedVariable[] {
  return words.map((word) => ({ word, role }));
}
