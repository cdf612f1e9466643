/**
 * What a stretch of a script is. The tokens of a script follow each other without gaps: together they are every byte of it.
 */
export const Token = {
  /** Blanks between words, and backslash-newline. */
  Space: 1,
  /** Newlines and semicolons between commands, with the blanks around them. */
  Separator: 2,
  /** From `#` to the end of the line, the newline included. */
  Comment: 3,
  /** Characters that mean themselves, or what their backslashes make of them. */
  Text: 4,
  /** `{…}`. */
  Braced: 5,
  /** One of the two `"` around a quoted word. */
  Quote: 6,
  /** `$name` or `${name}`. */
  Variable: 7,
  /** `$name(index)`. */
  Element: 8,
  /** `$(…)`, Jim's shorthand for `[expr {…}]`. */
  Expression: 9,
  /** `[…]`. */
  Command: 10,
  /** `{*}` in front of a word. */
  Expand: 11,
} as const;

/** One of {@link Token}'s numbers. */
export type TokenKind = (typeof Token)[keyof typeof Token];

/** What ends too early, as Jim Tcl says it. */
export const Fault = {
  None: 0,
  /** `missing close-brace` */
  Brace: 1,
  /** `unmatched "["` */
  Bracket: 2,
  /** `missing quote` */
  Quote: 3,
  /** `extra characters after close-brace` */
  ExtraCharacters: 4,
} as const;

/** A number for what ends too early; the message beside it says the same. */
export type FaultKind = (typeof Fault)[keyof typeof Fault];

/** Jim Tcl 0.81's own words for each fault. */
export const faultMessages: Record<FaultKind, string> = {
  [Fault.None]: "",
  [Fault.Brace]: "missing close-brace",
  [Fault.Bracket]: 'unmatched "["',
  [Fault.Quote]: "missing quote",
  [Fault.ExtraCharacters]: "extra characters after close-brace",
};

/**
 * The tokens of one script, flat: token `i` is of kind `table[2 * i]` and ends before offset `table[2 * i + 1]`;
 * it begins where the one before it ends, the first one at `start`.
 */
export interface Tokens {
  readonly table: Int32Array;
  readonly count: number;
  readonly start: number;
  readonly end: number;
  readonly fault: FaultKind;
  /** Offset of the character that is not matched, or of the first extra one. */
  readonly faultAt: number;
  /** Offset whose line Jim names for the fault: where the outermost unfinished token begins; -1 for line 0. */
  readonly faultLineAt: number;
}
