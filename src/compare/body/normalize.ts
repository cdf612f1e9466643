import { newestName, renamedAs } from "../../openocd/command-names.ts";
import { expressionOf } from "../../tcl/expression.ts";
import { JIM } from "../../tcl/jim.ts";
import { parseList } from "../../tcl/list.ts";
import { Source } from "../../tcl/source.ts";
import { type CommandNode, Script, type TokenNode, type WordNode } from "../../tcl/syntax.ts";
import { Token } from "../../tcl/tokens.ts";
import { Value } from "../../tcl/value.ts";
import { type Names, neutral } from "./name-symbols.ts";

/** A piece of a body: text, or a variable, which may have another name in an equivalent body. */
export type Piece = string | { variable: string; isGlobal: boolean };

/** The context in which a body runs. */
export interface Scope {
  names: Names;
  /** The values of the config's global variables. */
  variables: Readonly<Record<string, string>>;
  /** The current target when it runs, and the DAP of that target, where they are known. */
  target: string | undefined;
  dap: string | undefined;
  /** Whether all variables are global, as in a handler. */
  isGlobal: boolean;
}

/**
 * Normalizes a handler's or proc's body. Removes what has no effect: comments, blanks, line ends, the notation of
 * numbers, quotes and `if`, and the names of entities and variables.
 */
export function normalizeBody(body: string, scope: Scope): Piece[] {
  const writer = new Writer(scope);
  writer.script(new Script(new Source("", body)));
  return writer.pieces;
}

class Writer {
  readonly pieces: Piece[] = [];
  readonly #scope: Scope;
  readonly #declared = new Set<string>();

  constructor(scope: Scope) {
    this.#scope = scope;
  }

  script(script: Script): void {
    this.#put("{");
    for (const command of script.commands) this.#command(command);
    this.#put("}");
  }

  #put(...texts: string[]): void {
    this.pieces.push(...texts);
  }

  #command({ words }: CommandNode): void {
    const [first, ...rest] = words as [WordNode, ...WordNode[]];
    const name = first.literal;
    if (name === "global") {
      for (const word of rest) if (word.literal !== undefined) this.#declared.add(word.literal);
      if (rest.every((word) => word.literal !== undefined)) return;
    }
    const special = name === undefined ? undefined : commands.get(name);
    if (special !== undefined) {
      this.#put(name!);
      special(this, rest);
    } else {
      const literals = words.slice(0, 4).map(({ literal = "" }) => literal);
      const old = name === undefined ? undefined : renamedAs(literals);
      if (old !== undefined) this.#put(newestName(old));
      else if (name !== undefined) this.#literal(this.#scope.names.procs.get(name) ?? name);
      const from = old === undefined ? (name === undefined ? 0 : 1) : old.split(" ").length;
      for (const word of words.slice(from)) this.word(word);
    }
    this.#put(";");
  }

  /** A word that is a script where it is braced. */
  body(word: WordNode | undefined): void {
    if (word === undefined) return;
    const { script } = word;
    const { literal } = word;
    if (script !== undefined) this.script(script);
    else if (literal !== undefined) this.script(new Script(new Source("", literal)));
    else this.word(word);
  }

  /** Alternating patterns and bodies, as words or as one list. */
  choices(words: readonly WordNode[]): void {
    const [only] = words;
    const all =
      words.length === 1 && only?.literal !== undefined
        ? parseList(only.literal).map(({ value }) => value)
        : words.map((word) => word.literal ?? word.text);
    all.forEach((text, i) => {
      if (i % 2 === 0 || text === "-") this.#literal(text);
      else this.script(new Script(new Source("", text)));
    });
  }

  /** A word that names a variable. */
  variable(word: WordNode | undefined): void {
    if (word === undefined) return;
    const { literal } = word;
    if (literal === undefined) this.word(word);
    else this.#variable(literal);
  }

  #variable(name: string): void {
    const isGlobal = this.#scope.isGlobal || name.startsWith("::") || this.#declared.has(name);
    const plain = name.replace(/^::/, "");
    this.pieces.push({ variable: plain, isGlobal: isGlobal && Object.hasOwn(this.#scope.variables, plain) });
  }

  /** Words that form an expression. */
  expression(words: readonly WordNode[]): void {
    const literals = words.map((word) => (words.length === 1 ? literalOrText(word) : word.text));
    this.#expressionText(literals.join(" "));
  }

  #expressionText(text: string): void {
    try {
      this.#term(expressionOf(new Value(text), JIM["0.81"]));
    } catch {
      this.#put(JSON.stringify(neutral(text, this.#scope.names)));
    }
  }

  #term(term: ReturnType<typeof expressionOf>): void {
    switch (term.kind) {
      case "constant":
        this.#literal(term.value.text);
        return;
      case "variable":
        this.#value(term.name);
        return;
      case "element":
        this.#variable(term.name);
        this.#put(`(${term.index.text})`);
        return;
      case "command": {
        const script = new Script(new Source("", term.script.text));
        const inner = soleExpression(script);
        if (inner === undefined) this.#substituted(script);
        else this.expression(inner);
        return;
      }
      case "string": {
        const {
          commands: [command],
        } = new Script(new Source("", `"${term.text.text}"`));
        this.word(command!.words[0]!);
        return;
      }
      case "operation":
        this.#put("(", term.operator.name.trim());
        for (const operand of term.operands) this.#term(operand);
        this.#put(")");
    }
  }

  word(word: WordNode): void {
    const known = this.#known(word);
    if (known !== undefined) {
      this.#literal(known);
      return;
    }
    const isOne = word.parts.filter(({ kind }) => kind !== Token.Quote).length === 1;
    if (!isOne) this.#put("<");
    for (const part of word.parts) this.#part(part);
    if (!isOne) this.#put(">");
  }

  /** The value of a word of text and global variables where it names an entity; of a word that is only text. */
  #known(word: WordNode): string | undefined {
    if (word.literal !== undefined) return word.literal;
    const { names } = this.#scope;
    let value = "";
    for (const part of word.parts) {
      if (part.kind === Token.Quote) continue;
      const text =
        part.kind === Token.Variable ? this.#globalValue(nameIn(part.text)) : new WordOf(part).literal;
      if (text === undefined) return undefined;
      value += text;
    }
    const isNamed = names.entities.has(value) || names.chips.has(value) || neutral(value, names) !== value;
    return isNamed ? value : undefined;
  }

  #globalValue(name: string): string | undefined {
    const isGlobal = this.#scope.isGlobal || name.startsWith("::") || this.#declared.has(name);
    const plain = name.replace(/^::/, "");
    return isGlobal && Object.hasOwn(this.#scope.variables, plain) ? this.#scope.variables[plain] : undefined;
  }

  #value(name: string): void {
    const value = this.#globalValue(name);
    const { names } = this.#scope;
    if (value !== undefined && (names.entities.has(value) || names.chips.has(value))) this.#literal(value);
    else this.#variable(name);
  }

  #literal(text: string): void {
    if (/^0[xX][0-9a-fA-F]+$|^(?:0|[1-9]\d*)$/.test(text)) this.#put(String(BigInt(text)));
    else this.#put(JSON.stringify(neutral(text, this.#scope.names)));
  }

  #part(part: TokenNode): void {
    if (part.kind === Token.Quote) return;
    if (part.kind === Token.Variable) this.#value(nameIn(part.text));
    else if (part.kind === Token.Expression) this.#expressionText(part.text.slice(2, -1));
    else if (part.kind === Token.Command) this.#substituted(part.script!);
    else if (part.kind === Token.Element) {
      const open = part.text.indexOf("(");
      this.#variable(part.text.slice(1, open));
      this.#put(part.text.slice(open));
    } else this.#literal(new WordOf(part).literal ?? part.text);
  }

  /** `[…]`. The current target and its DAP may be known, whichever command returns them. */
  #substituted(script: Script): void {
    const asked = script.commands.length === 1 ? this.#asked(script.commands[0]!) : undefined;
    if (asked !== undefined) {
      this.#literal(asked);
      return;
    }
    this.#put("[");
    this.script(script);
    this.#put("]");
  }

  #asked({ words }: CommandNode): string | undefined {
    const { target, dap } = this.#scope;
    const [first, second, third] = words as [WordNode, WordNode | undefined, WordNode | undefined];
    if (words.length === 2 && first.literal === "target" && second!.literal === "current") return target;
    if (words.length !== 3 || second!.literal !== "cget" || third!.literal !== "-dap") return undefined;
    const [part] = first.parts;
    const inner = part?.kind === Token.Command ? part.script!.commands : [];
    const name = inner.length === 1 ? this.#asked(inner[0]!) : this.#known(first);
    return name !== undefined && name === target ? dap : undefined;
  }
}

/** One token as a word of its own. */
class WordOf {
  readonly literal: string | undefined;

  constructor(part: TokenNode) {
    const script = new Script(part.source, part.start, part.end);
    this.literal = script.commands[0]?.words[0]?.literal;
  }
}

function nameIn(text: string): string {
  return text.startsWith("${") ? text.slice(2, -1) : text.slice(1);
}

function literalOrText(word: WordNode): string {
  return word.script === undefined ? word.text : (word.literal ?? word.text);
}

/** The words of `[expr …]`. */
function soleExpression(script: Script): readonly WordNode[] | undefined {
  const [command, ...more] = script.commands;
  const isSole = more.length === 0 && command?.words[0]?.literal === "expr";
  return isSole ? command.words.slice(1) : undefined;
}

type Special = (writer: Writer, words: readonly WordNode[]) => void;

/** Commands whose words are scripts, expressions or names of variables. */
const commands: ReadonlyMap<string, Special> = new Map(
  Object.entries<Special>({
    if: (writer, words) => {
      const left = [...words];
      for (let isFirst = true; left.length > 0; isFirst = false) {
        const next = left[0]!.literal;
        if (isFirst || next === "elseif") {
          if (!isFirst) left.shift();
          if (left.length > 0) writer.expression([left.shift()!]);
          if (left[0]?.literal === "then") left.shift();
        } else if (next === "else") left.shift();
        writer.body(left.shift());
      }
    },
    while: (writer, [condition, body]) => {
      if (condition) writer.expression([condition]);
      writer.body(body);
    },
    for: (writer, [start, condition, next, body]) => {
      writer.body(start);
      if (condition) writer.expression([condition]);
      writer.body(next);
      writer.body(body);
    },
    foreach: (writer, words) => {
      words.slice(0, -1).forEach((word, i) => {
        if (i % 2 === 0) writer.variable(word);
        else writer.word(word);
      });
      writer.body(words.at(-1));
    },
    catch: (writer, [body, ...names]) => {
      writer.body(body);
      for (const name of names) writer.variable(name);
    },
    switch: (writer, words) => {
      const at = words.findIndex(({ literal }) => !literal?.startsWith("-"));
      for (const word of words.slice(0, at + 1)) writer.word(word);
      writer.choices(words.slice(at + 1));
    },
    expr: (writer, words) => writer.expression(words),
    set: naming(1),
    incr: naming(1),
    append: naming(1),
    lappend: naming(1),
    unset: naming(Number.POSITIVE_INFINITY),
    info: (writer, [what, ...rest]) => {
      if (what) writer.word(what);
      for (const word of rest) {
        if (what?.literal === "exists") writer.variable(word);
        else writer.word(word);
      }
    },
  }),
);

function naming(count: number): Special {
  return (writer, words) =>
    words.forEach((word, i) => {
      if (i < count) writer.variable(word);
      else writer.word(word);
    });
}
