import type { Edit } from "../../edit/edit.ts";
import { wordsAt } from "../../rules/command-words.ts";
import { enclosingCommand } from "../../rules/top-level.ts";
import type { WordNode } from "../../tcl/syntax.ts";
import type { Difference, Kind } from "../difference.ts";
import type { ComparedRun } from "../files.ts";
import type { Attempt } from "./attempt.ts";
import { relaid } from "./layout.ts";
import { Translator } from "./translate.ts";

/** Ways to change an entity that both configs have to what it is in the reference, the most likely first. */
export function* replacements(one: Difference, run: ComparedRun): Generator<Attempt> {
  const own = wordsAt(one.file!.made.at);
  const others = wordsAt(one.reference!.made.at);
  if (own.length === 0 || others.length === 0) return;
  const pairs = one.differing.map((fact) => ({
    own: wordFor(one.kind, fact, own),
    other: wordFor(one.kind, fact, others),
  }));
  if (
    pairs.every(
      (pair): pair is { own: WordNode; other: WordNode } =>
        pair.own !== undefined && pair.other !== undefined,
    )
  ) {
    for (const isPlain of [false, true]) {
      const translator = new Translator(run, isPlain);
      const words = pairs.map((pair) => ({ own: pair.own, text: translator.word(pair.other) }));
      if (translator.brought.size > 0) continue;
      yield* defaults(words, one, run);
      yield rewriting(
        words.map(({ own: word, text }) => edit(word, text)),
        one,
      );
    }
  }
  yield* wholly(own, one, run);
}

type Words = readonly { own: WordNode; text: string }[];

function edit({ start, end }: WordNode, content: string): Edit {
  return { offset: start, length: end - start, content };
}

function rewriting(edits: Edit[], { file, reference }: Difference, variables: string[] = []): Attempt {
  const { at } = file!.made;
  const from = reference!.made.at.source.text;
  const own = edits.map((one) => ({ ...one, content: relaid(one.content, from, at.source.text) }));
  return { edits: [{ file: at.file, edits: own }], variables };
}

/** Replaces the whole command by the reference's. */
function* wholly(own: readonly WordNode[], one: Difference, run: ComparedRun): Generator<Attempt> {
  for (const isPlain of [false, true]) {
    const translator = new Translator(run, isPlain);
    const content = translator.text(one.reference!.made.at);
    if (translator.brought.size > 0) continue;
    yield rewriting([{ offset: own[0]!.start, length: own.at(-1)!.end - own[0]!.start, content }], one);
  }
}

/** Where a word is a variable without other uses, the variable's default value changes instead. */
function* defaults(words: Words, one: Difference, run: ComparedRun): Generator<Attempt> {
  const [word] = words;
  const name = word && /^\$(\w+)$/.exec(word.own.text)?.[1];
  const place = name === undefined ? undefined : run.file.variablesSetAt.get(name);
  const { at } = one.file!.made;
  if (words.length !== 1 || name === undefined || place === undefined || place.source !== at.source) return;
  const value = wordsAt(place)[2];
  const block = enclosingCommand(place);
  if (value?.literal !== run.file.variables[name] || block === undefined) return;
  const { text } = at.source;
  const elsewhere = text.slice(0, block.start) + text.slice(block.end, at.start) + text.slice(at.end);
  if (new RegExp(`\\b${name}\\b`).test(elsewhere)) return;
  yield rewriting([edit(value!, word!.text)], one, [name]);
}

/** Where a command has a fact: the number of a word, or the option in front of it. */
const wordsOf: Partial<Record<Kind, Readonly<Record<string, number | string>>>> = {
  "flash-bank": { driver: 3, base: 4, size: 5, "chip width": 6, "bus width": 7, target: 8 },
  "work-area": {
    address: "-work-area-phys",
    size: "-work-area-size",
    backup: "-work-area-backup",
    "virtual address": "-work-area-virt",
  },
  dap: { tap: "-chain-position" },
  target: {
    type: 3,
    endian: "-endian",
    dap: "-dap",
    tap: "-chain-position",
    "access port": "-ap-num",
    "core id": "-coreid",
  },
  tap: { "instruction length": "-irlen", "expected ids": "-expected-id" },
};

function wordFor(kind: Kind, fact: string, words: readonly WordNode[]): WordNode | undefined {
  // The body of an event or proc is the last word of its command.
  if (fact === "body" || fact === "value") return words.at(-1);
  const where = wordsOf[kind]?.[fact];
  if (typeof where === "number") return words[where];
  const at = words.findIndex(({ text }) => text === where);
  return at === -1 ? undefined : words[at + 1];
}
