import { isSpace } from "./characters.ts";

/** An operator or a function of `expr`. */
export interface Operator {
  name: string;
  precedence: number;
  arity: number;
  rightAssociative: boolean;
  isFunction: boolean;
  /** Whether it compares texts by their order, which older Jims cannot. */
  ordersTexts: boolean;
}

function operator(name: string, precedence: number, arity = 2, rightAssociative = false): Operator {
  return { name, precedence, arity, rightAssociative, isFunction: false, ordersTexts: false };
}

function mathFunction(name: string, arity = 1): Operator {
  return { name, precedence: 200, arity, rightAssociative: false, isFunction: true, ordersTexts: false };
}

/** The operators of Jim Tcl 0.81 and how tightly they bind, and its functions: Debian's has no others. */
const table: readonly Operator[] = [
  operator("*", 110),
  operator("/", 110),
  operator("%", 110),
  operator("-", 100),
  operator("+", 100),
  operator("<<", 90),
  operator(">>", 90),
  operator("<<<", 90),
  operator(">>>", 90),
  operator("<", 80),
  operator(">", 80),
  operator("<=", 80),
  operator(">=", 80),
  operator("==", 70),
  operator("!=", 70),
  operator("&", 50),
  operator("^", 49),
  operator("|", 48),
  operator("&&", 10),
  operator("||", 9),
  operator("?", 5, 3, true),
  operator(":", 5, 3, true),
  operator("**", 120, 2, true),
  operator("eq", 60),
  operator("ne", 60),
  operator("in", 55),
  operator("ni", 55),
  ...["lt", "gt", "le", "ge"].map((name) => ({ ...operator(name, 75), ordersTexts: true })),
  operator("!", 150, 1, true),
  operator("~", 150, 1, true),
  ...["int", "wide", "abs", "double", "round", "srand"].map((name) => mathFunction(name)),
  mathFunction("rand", 0),
];

/** What `-` and `+` are in front of a term. */
export const operators = {
  minus: operator(" -", 150, 1, true),
  plus: operator(" +", 150, 1, true),
};

const byFirstCharacter = new Map<string, Operator[]>();
for (const entry of table) {
  const first = entry.name[0]!;
  byFirstCharacter.set(first, [...(byFirstCharacter.get(first) ?? []), entry]);
}

/** The longest operator that the text goes on with; a function counts only with its parenthesis. */
export function operatorAt(text: string, pos: number, end: number): Operator | undefined {
  let best: Operator | undefined;
  for (const entry of byFirstCharacter.get(text[pos]!) ?? []) {
    const length = entry.name.length;
    if (pos + length <= end && length > (best?.name.length ?? 0) && text.startsWith(entry.name, pos))
      best = entry;
  }
  if (best?.isFunction) {
    let after = pos + best.name.length;
    while (after < end && isSpace(text.charCodeAt(after))) after++;
    if (text[after] !== "(") return undefined;
  }
  return best;
}
