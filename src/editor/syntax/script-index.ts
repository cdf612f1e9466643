import { Source } from "../../tcl/source.ts";
import { type CommandNode, Script, type TokenNode } from "../../tcl/syntax.ts";
import { Token } from "../../tcl/tokens.ts";
import { type Body, bodiesOf } from "./bodies.ts";
import { type Role, variablesNamedBy } from "./variable-words.ts";

/** The proc that a command is written in, whose variables are its own. */
export interface ProcScope {
  name: string;
  /** Offset of the proc's command. */
  start: number;
  /** The names that it uses of the global variables. */
  globals: Set<string>;
}

/** A command as written, wherever it is: in a body, in brackets, in a handler. */
export interface CommandUse {
  node: CommandNode;
  /** Its first word, where nothing has to be looked up for that. */
  name: string | undefined;
  scope: ProcScope | undefined;
}

/** A variable's name as written. */
export interface VariableUse {
  /** Without the prefix `::` and without an array index. */
  name: string;
  start: number;
  end: number;
  role: Role | "parameter";
  /** The proc whose variable it is; undefined for a global one. */
  scope: ProcScope | undefined;
}

export interface Comment {
  start: number;
  end: number;
}

/** Scripts in more of each other are not looked at, and no more characters in all. */
const DEEPEST = 100;
const MOST_CHARACTERS = 8_000_000;

/** What is written in a text, without running it: its commands in order, its variables, its comments. */
export class ScriptIndex {
  readonly source: Source;
  readonly commands: CommandUse[] = [];
  readonly variables: VariableUse[] = [];
  readonly comments: Comment[] = [];
  #left = MOST_CHARACTERS;

  constructor(text: string) {
    this.source = new Source("", text);
    this.#script(new Script(this.source), undefined, 0);
    this.variables.sort((a, b) => a.start - b.start);
  }

  /** The innermost command that an offset is in, or directly after. */
  commandAt(offset: number): CommandUse | undefined {
    return this.commands.findLast(({ node }) => node.start <= offset && offset <= node.end);
  }

  variableAt(offset: number): VariableUse | undefined {
    return this.variables.find(({ start, end }) => start <= offset && offset <= end);
  }

  #script(script: Script, scope: ProcScope | undefined, depth: number): void {
    if (!this.#mayRead(script, depth)) return;
    for (const leaf of script.leaves()) {
      if (leaf.kind === Token.Comment) this.comments.push({ start: leaf.start, end: leaf.end });
    }
    for (const node of script.commands) {
      this.commands.push({ node, name: node.words[0]!.literal, scope });
      this.#named(node, scope);
      for (const word of node.words) for (const part of word.parts) this.#part(part, scope, depth);
      for (const body of bodiesOf(node)) this.#body(node, body, scope, depth + 1);
    }
  }

  #body(node: CommandNode, { word, kind }: Body, scope: ProcScope | undefined, depth: number): void {
    const script = word.script!;
    if (kind === "script") this.#script(script, scope, depth);
    else if (kind === "expression") this.#expression(script, scope, depth);
    else if (kind === "proc") {
      const own = { name: node.words[1]?.literal ?? "", start: node.start, globals: new Set<string>() };
      this.#parameters(node, own);
      this.#script(script, own, depth);
    } else {
      const bodies = script.commands.flatMap(({ words }) => words.slice(1));
      for (const body of bodies) if (body.script) this.#script(body.script, scope, depth);
    }
  }

  /** Of an expression only what it looks up counts. */
  #expression(script: Script, scope: ProcScope | undefined, depth: number): void {
    if (!this.#mayRead(script, depth)) return;
    for (const leaf of script.leaves()) this.#part(leaf, scope, depth);
  }

  #part(part: TokenNode, scope: ProcScope | undefined, depth: number): void {
    const { kind, start, text } = part;
    if (kind === Token.Command) this.#script(part.script!, scope, depth + 1);
    else if (kind === Token.Variable || kind === Token.Element) this.#variable(start, text, scope);
    else if (kind === Token.Expression) {
      const inner = new Script(this.source, start + 2, Math.max(start + 2, part.end - 1));
      this.#expression(inner, scope, depth + 1);
    }
  }

  #variable(start: number, text: string, scope: ProcScope | undefined): void {
    const [, opening, name] = /^(\$\{?)([^(}]*)/.exec(text)!;
    this.#add(name!, start + opening!.length, "read", scope);
    const index = text.indexOf("(");
    if (index === -1) return;
    for (const match of text.slice(index).matchAll(/\$(\w+)/g))
      this.#add(match[1]!, start + index + match.index + 1, "read", scope);
  }

  #named(node: CommandNode, scope: ProcScope | undefined): void {
    for (const { word, role } of variablesNamedBy(node)) {
      const isList = word.parts.length === 1 && word.parts[0]!.kind === Token.Braced;
      const from = word.start + (isList || word.parts[0]!.kind === Token.Quote ? 1 : 0);
      if (word.literal === undefined) continue;
      for (const { 0: name, index } of word.literal.matchAll(/[^\s"]+/g)) {
        const plain = name.replace(/\(.*$/s, "");
        if (role === "declare") scope?.globals.add(bare(plain));
        this.#add(plain, from + index, role, scope);
      }
    }
  }

  #parameters(node: CommandNode, scope: ProcScope): void {
    const list = node.words[2];
    if (list === undefined) return;
    const script = list.script;
    const words = script === undefined ? [list] : script.commands.flatMap(({ words }) => words);
    for (const word of words) {
      const first = word.script?.commands[0]?.words[0] ?? word;
      if (first.literal !== undefined) this.#add(first.literal, first.start, "parameter", scope);
    }
  }

  #add(name: string, start: number, role: VariableUse["role"], scope: ProcScope | undefined): void {
    const plain = bare(name);
    if (plain === "") return;
    const isGlobal = name.startsWith("::") || scope?.globals.has(plain) === true;
    const offset = start + name.length - plain.length;
    this.variables.push({
      name: plain,
      start: offset,
      end: offset + plain.length,
      role,
      scope: isGlobal ? undefined : scope,
    });
  }

  #mayRead(script: Script, depth: number): boolean {
    this.#left -= script.end - script.start;
    return depth < DEEPEST && this.#left >= 0;
  }
}

function bare(name: string): string {
  return name.replace(/^::/, "");
}
