import type { Config } from "../../openocd/model.ts";
import type { Place } from "../../openocd/place.ts";
import { enclosingCommand } from "../../rules/top-level.ts";
import { type CommandNode, Script, type WordNode } from "../../tcl/syntax.ts";
import { Token } from "../../tcl/tokens.ts";
import { inFileWords } from "../body/name-symbols.ts";
import type { ComparedRun } from "../files.ts";

/** A variable that the file does not have: the command of the reference that sets it must be inserted, too. */
export interface Brought {
  name: string;
  /** The whole command at the top level. */
  text: string;
}

/** Translates text of the reference into the file's names for variables, chips and entities. */
export class Translator {
  readonly #run: ComparedRun;
  readonly #plain: boolean;
  readonly brought = new Map<string, Brought>();

  /** `plain` writes values where the file has no variable for them, and inserts no further commands. */
  constructor(run: ComparedRun, plain = false) {
    this.#run = run;
    this.#plain = plain;
  }

  /** Translates a range of the reference, word by word. */
  text(place: Pick<Place, "source" | "start" | "end">): string {
    return this.#script(new Script(place.source, place.start, place.end));
  }

  word(word: WordNode): string {
    const known = this.#entity(word);
    if (known !== undefined) return known;
    return this.#replaced(
      word.parts[0]!.source.text.slice(word.start, word.end),
      word.start,
      this.#inWord(word),
    );
  }

  #script(script: Script): string {
    const { source, start, end } = script;
    const edits = script.commands.flatMap((command) => this.#inCommand(command));
    return this.#replaced(source.text.slice(start, end), start, edits);
  }

  #replaced(text: string, start: number, edits: readonly Edit[]): string {
    let out = "";
    let at = 0;
    for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
      if (edit.start - start < at) continue;
      out += text.slice(at, edit.start - start) + edit.text;
      at = edit.end - start;
    }
    return out + text.slice(at);
  }

  #inCommand({ words }: CommandNode): Edit[] {
    const first = words[0]!.literal ?? "";
    const isNaming = naming.has(first);
    return words.flatMap((word, i) => {
      const { literal } = word;
      if (
        i > 0 &&
        isNaming &&
        literal !== undefined &&
        Object.hasOwn(this.#run.reference.variables, literal)
      ) {
        return [{ start: word.start, end: word.end, text: this.#variable(literal)?.name ?? literal }];
      }
      const called = i === 0 && literal !== undefined ? this.#called(literal) : undefined;
      const known = called ?? this.#entity(word);
      return known === undefined ? this.#inWord(word) : [{ start: word.start, end: word.end, text: known }];
    });
  }

  #inWord({ parts }: WordNode): Edit[] {
    return parts.flatMap((part): Edit[] => {
      const { kind, start, end, text } = part;
      if (kind === Token.Variable) return [{ start, end, text: this.#reading(text) }];
      if (kind === Token.Text || kind === Token.Quote) {
        const own = inFileWords(text, this.#run.names.reference);
        return own === text ? [] : [{ start, end, text: own }];
      }
      const { script } = part;
      return script === undefined ? [] : script.commands.flatMap((command) => this.#inCommand(command));
    });
  }

  /** A proc that has another name in the file. */
  #called(name: string): string | undefined {
    for (const [own, symbol] of this.#run.names.file.procs) {
      if (inFileWords(name, this.#run.names.reference) === symbol) return own;
    }
    return undefined;
  }

  /** The file's text for a word that names an entity, taken from the command that made the entity. */
  #entity(word: WordNode): string | undefined {
    const variables = word.parts.filter(({ kind }) => kind === Token.Variable);
    // A word that is declared `global` must stay a variable.
    if (variables.length === 0 || variables.some(({ text }) => nameIn(text).startsWith("::")))
      return undefined;
    const value = this.#valueOf(word);
    if (value === undefined || !this.#run.names.reference.entities.has(value)) return undefined;
    const own = inFileWords(value, this.#run.names.reference);
    return this.#spelled(own) ?? own;
  }

  /** `$_TARGETNAME`, where a variable holds a name. */
  #spelled(value: string): string | undefined {
    const { file } = this.#run;
    const name = this.#holding(value);
    if (name !== undefined) return `$${name}`;
    const chip = value.split(".", 1)[0]!;
    const prefix = chip === value ? undefined : this.#holding(chip);
    return prefix === undefined || file.targets.length === 0
      ? undefined
      : `$${prefix}${value.slice(chip.length)}`;
  }

  #holding(value: string): string | undefined {
    const { variables, variablesSetAt } = this.#run.file;
    return [...variablesSetAt.keys()].find((name) => variables[name] === value);
  }

  #valueOf(word: WordNode): string | undefined {
    let value = "";
    for (const { kind, text } of word.parts) {
      if (kind === Token.Quote) continue;
      const part =
        kind === Token.Variable ? this.#referenceValue(nameIn(text)) : kind === Token.Text ? text : undefined;
      if (part === undefined) return undefined;
      value += part;
    }
    return value;
  }

  #referenceValue(name: string): string | undefined {
    const { variables } = this.#run.reference;
    const plain = name.replace(/^::/, "");
    return Object.hasOwn(variables, plain) ? variables[plain] : undefined;
  }

  /** The file's text for `$name`. */
  #reading(text: string): string {
    const name = nameIn(text);
    const value = this.#referenceValue(name);
    if (value === undefined) return text;
    const own = this.#variable(name.replace(/^::/, ""));
    if (own === undefined) return inFileWords(value, this.#run.names.reference);
    const prefix = name.startsWith("::") ? "::" : "";
    return text.startsWith("${") ? `\${${prefix}${own.name}}` : `$${prefix}${own.name}`;
  }

  /** The file's variable with the same value as the reference's one, or one that can be inserted. */
  #variable(name: string): { name: string } | undefined {
    const { file, reference, names } = this.#run;
    const value = inFileWords(reference.variables[name] ?? "", names.reference);
    if (sameValue(file.variables[name], value)) return { name };
    const isNamed =
      value !== reference.variables[name] || names.file.entities.has(value) || names.file.chips.has(value);
    const alike = isNamed ? this.#holding(value) : likeName(name, value, file);
    if (alike !== undefined) return { name: alike };
    if (this.#plain || Object.hasOwn(file.variables, name)) return undefined;
    return this.#bring(name);
  }

  #bring(name: string): { name: string } | undefined {
    const place = this.#run.reference.variablesSetAt.get(name);
    const command = place && enclosingCommand(place);
    if (place === undefined || command === undefined) return undefined;
    if (!["if", "set"].includes(command.words[0]!.text)) return undefined;
    const text = place.source.text.slice(command.start, command.end);
    this.brought.set(name, { name, text });
    return { name };
  }
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Commands whose words name variables. */
const naming = new Set(["global", "set", "unset", "append", "lappend", "incr", "info"]);

function nameIn(text: string): string {
  return text.startsWith("${") ? text.slice(2, -1) : text.slice(1);
}

/** A variable of the file with the same value and a similar name. */
function likeName(name: string, value: string, { variables }: Config): string | undefined {
  const plain = (text: string) => text.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
  return Object.keys(variables).find((one) => plain(one) === plain(name) && sameValue(variables[one], value));
}

function sameValue(own: string | undefined, value: string): boolean {
  if (own === undefined) return false;
  return own === value || (isNumber(own) && isNumber(value) && Number(own) === Number(value));
}

function isNumber(text: string): boolean {
  return /^(?:0[xX][0-9a-fA-F]+|\d+)$/.test(text);
}
