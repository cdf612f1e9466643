import type { CommandNode, WordNode } from "../../tcl/syntax.ts";

/** What a braced word of a command is: a script, an expression, patterns with scripts, or a proc's body. */
type BodyKind = "script" | "expression" | "cases" | "proc";

export interface Body {
  word: WordNode;
  kind: BodyKind;
}

/** By command, which of its words are read as what; negative ones count from the end. */
const PLACES: Readonly<Record<string, readonly (readonly [kind: BodyKind, ...words: number[]])[]>> = {
  proc: [["proc", 3]],
  while: [
    ["expression", 1],
    ["script", 2],
  ],
  for: [
    ["script", 1, 3, 4],
    ["expression", 2],
  ],
  foreach: [["script", -1]],
  lmap: [["script", -1]],
  loop: [["script", -1]],
  catch: [["script", 1]],
  try: [["script", 1, -1]],
  eval: [["script", 1]],
  uplevel: [["script", -1]],
  time: [["script", 1]],
  switch: [["cases", -1]],
  dict: [["script", -1]],
  namespace: [["script", -1]],
  after: [["script", -1]],
};

/** The words of a command that hold more of the config, in their order. */
export function bodiesOf({ words }: CommandNode): Body[] {
  const name = words[0]?.literal;
  const found = name === "if" ? branches(words) : name === "expr" ? expressions(words) : placed(name, words);
  return [...found, ...handlers(words)].filter(
    ({ word }, i, all) => word.script !== undefined && all.findIndex((one) => one.word === word) === i,
  );
}

function placed(name: string | undefined, words: readonly WordNode[]): Body[] {
  if (name === undefined || !Object.hasOwn(PLACES, name)) return [];
  return PLACES[name]!.flatMap(([kind, ...places]) =>
    places.flatMap((place) => {
      const word = words.at(place);
      return word === undefined || word === words[0] ? [] : [{ word, kind }];
    }),
  );
}

function branches(words: readonly WordNode[]): Body[] {
  const bodies: Body[] = [];
  let isCondition = true;
  for (const word of words.slice(1)) {
    const text = word.literal;
    if (text === "then") continue;
    if (text === "elseif" || text === "else") {
      isCondition = text === "elseif";
      continue;
    }
    bodies.push({ word, kind: isCondition ? "expression" : "script" });
    isCondition = false;
  }
  return bodies;
}

function expressions(words: readonly WordNode[]): Body[] {
  return words.slice(1).map((word) => ({ word, kind: "expression" }));
}

/** `-event NAME {body}` of targets, in any command: procs hand such words on. */
function handlers(words: readonly WordNode[]): Body[] {
  return words.flatMap((word, i) => {
    const body = words[i + 2];
    return word.literal === "-event" && body !== undefined ? [{ word: body, kind: "script" as const }] : [];
  });
}
