import { unescapeText } from "./escape.ts";
import { scan } from "./scan.ts";
import { Source } from "./source.ts";
import { type FaultKind, faultMessages, Token, type TokenKind, type Tokens } from "./tokens.ts";

/** Something that is not finished or not allowed, where it is. */
export interface SyntaxProblem {
  fault: FaultKind;
  /** Jim Tcl's own words. */
  message: string;
  /** Offset of the character that is not matched, or of the first extra one. */
  offset: number;
}

/**
 * A script as written. Its tokens are every byte of it, in order; commands and words are views of them, made when
 * asked for, and so are the scripts inside braces and brackets.
 */
export class Script {
  readonly source: Source;
  /** @internal */
  readonly tokens: Tokens;
  #commands: CommandNode[] | undefined;

  constructor(source: Source, start = 0, end = source.text.length) {
    this.source = source;
    this.tokens = scan(source.text, start, end);
  }

  /** Offset of its first character. */
  get start(): number {
    return this.tokens.start;
  }

  /** Offset after its last character. */
  get end(): number {
    return this.tokens.end;
  }

  /** What keeps Jim Tcl from running it; it finds one at a time. */
  get problems(): SyntaxProblem[] {
    const { fault, faultAt } = this.tokens;
    return fault === 0 ? [] : [{ fault, message: faultMessages[fault], offset: faultAt }];
  }

  /** Its commands in order, with their words. */
  get commands(): readonly CommandNode[] {
    this.#commands ??= this.#read();
    return this.#commands;
  }

  /** Every token in order, comments and blanks included. */
  *leaves(): Generator<TokenNode> {
    const { table, count } = this.tokens;
    let start = this.start;
    for (let i = 0; i < count; i++) {
      const end = table[2 * i + 1]!;
      yield new TokenNode(this.source, table[2 * i] as TokenKind, start, end);
      start = end;
    }
  }

  #read(): CommandNode[] {
    const commands: CommandNode[] = [];
    let words: WordNode[] = [];
    let parts: TokenNode[] = [];
    const endWord = () => {
      if (parts.length > 0) words.push(new WordNode(parts));
      parts = [];
    };
    const endCommand = () => {
      endWord();
      if (words.length > 0) commands.push(new CommandNode(words));
      words = [];
    };
    for (const token of this.leaves()) {
      if (token.kind === Token.Separator) endCommand();
      else if (token.kind === Token.Space) endWord();
      else if (token.kind !== Token.Comment) parts.push(token);
    }
    endCommand();
    return commands;
  }
}

/** A stretch of a script of one kind. */
export class TokenNode {
  readonly source: Source;
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;

  constructor(source: Source, kind: TokenKind, start: number, end: number) {
    this.source = source;
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  /** Its characters as written. */
  get text(): string {
    return this.source.text.slice(this.start, this.end);
  }

  /** What is in `{…}` or `[…]`, read as a script. */
  get script(): Script | undefined {
    if (this.kind !== Token.Braced && this.kind !== Token.Command) return undefined;
    const close = this.kind === Token.Braced ? "}" : "]";
    const closed = this.end > this.start + 1 && this.source.text[this.end - 1] === close;
    return new Script(this.source, this.start + 1, closed ? this.end - 1 : this.end);
  }
}

/** A word of a command: parts that are written without a blank between them. */
export class WordNode {
  readonly parts: readonly TokenNode[];

  constructor(parts: readonly TokenNode[]) {
    this.parts = parts;
  }

  /** Offset of its first character. */
  get start(): number {
    return this.parts[0]!.start;
  }

  /** Offset after its last character. */
  get end(): number {
    return this.parts.at(-1)!.end;
  }

  /** Its characters as written, braces and quotes included. */
  get text(): string {
    return this.parts[0]!.source.text.slice(this.start, this.end);
  }

  /** The word's value where nothing has to be looked up for it. */
  get literal(): string | undefined {
    let value = "";
    for (const { kind, text } of this.parts) {
      if (kind === Token.Text) value += unescapeText(text);
      else if (kind === Token.Braced) value += text.slice(1, -1);
      else if (kind !== Token.Quote) return undefined;
    }
    return value;
  }

  /** A braced word read as a script: the body of an `if`, a `proc`, a handler. */
  get script(): Script | undefined {
    return this.parts.length === 1 && this.parts[0]!.kind === Token.Braced
      ? this.parts[0]!.script
      : undefined;
  }
}

/** A command: its name is its first word. */
export class CommandNode {
  readonly words: readonly WordNode[];

  constructor(words: readonly WordNode[]) {
    this.words = words;
  }

  /** Offset of its first character. */
  get start(): number {
    return this.words[0]!.start;
  }

  /** Offset after its last character. */
  get end(): number {
    return this.words.at(-1)!.end;
  }
}

/**
 * Reads a text as a script. Never throws; what is unfinished is among the result's problems. `name` is for messages.
 *
 * @example
 * ```ts
 * import { parse } from "l5cfg-fix";
 *
 * const { commands } = parse("set _CHIPNAME stm32l5\nflash bank $_CHIPNAME.flash stm32l4x 0 0 0 0 x");
 * console.log(commands.map(({ words }) => words[1]?.literal)); // prints [ '_CHIPNAME', 'bank' ]
 * ```
 */
export function parse(text: string, name = ""): Script {
  return new Script(new Source(name, text));
}

/**
 * The text of a script, byte for byte: its tokens one after the other.
 *
 * @example
 * ```ts
 * import { parse, print } from "l5cfg-fix";
 *
 * console.log(print(parse("echo {unfinished  ;# "))); // prints echo {unfinished  ;#
 * ```
 */
export function print(script: Script): string {
  let text = "";
  for (const leaf of script.leaves()) text += leaf.text;
  return text;
}
