/** One part of a compiled regular expression. What follows it, or for a branch the next alternative, is `next`. */
export type Node =
  | { op: "end" | "nothing" | "back"; next: Node | undefined }
  | { op: "lineStart" | "lineEnd" | "start" | "finish" | "wordStart" | "wordEnd"; next: Node | undefined }
  | { op: "any"; next: Node | undefined }
  | { op: "set"; ranges: readonly Range[]; inverted: boolean; next: Node | undefined }
  | { op: "text"; text: string; next: Node | undefined }
  | { op: "branch"; body: Node; next: Node | undefined }
  | {
      op: "repeat";
      body: Node;
      simple: boolean;
      lazy: boolean;
      least: number;
      most: number;
      count: number;
      next: Node | undefined;
    }
  | { op: "open" | "close"; group: number; next: Node | undefined };

export type Repeat = Extract<Node, { op: "repeat" }>;

/** From a character up to another one, both included. */
export interface Range {
  first: number;
  last: number;
}

export interface Flags {
  /** Case does not matter. */
  nocase: boolean;
  /** `^`, `$`, `.` and sets heed line ends. */
  lines: boolean;
}

/** A compiled regular expression. */
export interface Regex {
  start: Node;
  flags: Flags;
  /** How many groups it has. */
  groups: number;
  /** Repeats whose counts must be cleared before each match. */
  repeats: readonly Repeat[];
  /** The character that every match begins with. */
  firstChar: string | undefined;
  /** Whether it begins with `^`. */
  anchored: boolean;
}
