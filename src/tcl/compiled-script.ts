import type { Source } from "./source.ts";
import type { FaultKind } from "./tokens.ts";

/** A piece of a word, and what it takes to know its value. */
export interface Part {
  kind: "literal" | "variable" | "element" | "expression" | "command";
  /** A variable's name, or an array's. */
  name: string;
  /** The literal itself, an element's index, an expression, or a script. */
  text: string;
  /** Offset of the text's first character. */
  start: number;
  /** Whether the text is in the source as it is. */
  verbatim: boolean;
  /** Its number among the parts whose values are kept together. */
  slot: number;
}

export interface WordTemplate {
  expand: boolean;
  parts: readonly Part[];
  start: number;
  end: number;
}

export interface CommandTemplate {
  words: readonly WordTemplate[];
  start: number;
  /** Offset of the word whose line Jim names in its messages. */
  lineAt: number;
  end: number;
}

/** A script as it was read: the same in every run of it. */
export interface CompiledScript {
  source: Source;
  start: number;
  end: number;
  fault: FaultKind;
  faultAt: number;
  faultLineAt: number;
  commands: readonly CommandTemplate[];
}
