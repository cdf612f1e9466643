/**
 * The names in one config, and what stands for them while it is compared with another: two configs that call their chips
 * `stm32l5` and `stm32l5x` mean the same by `stm32l5.cpu` and `stm32l5x.cpu`.
 */
export interface Names {
  /** By name, what stands for it. */
  readonly things: ReadonlyMap<string, string>;
  /** By the name of a chip, such as `stm32l5`: what stands for it in longer names. */
  readonly chips: ReadonlyMap<string, string>;
  /** By the name of a proc, that of the one it is lined up with. */
  readonly procs: ReadonlyMap<string, string>;
}

/** A text with all names of things and chips in it replaced by what stands for them. */
export function neutral(text: string, names: Names): string {
  const own = names.things.get(text) ?? names.chips.get(text);
  if (own !== undefined) return own;
  return text.replace(patternOf(names), (name, chip) =>
    chip === undefined ? names.things.get(name)! : `${names.chips.get(chip)!}.`,
  );
}

/** The same text as the file at hand would have it: what stands for a thing is made of the name that it has there. */
export function inFileWords(text: string, names: Names): string {
  return neutral(text, names).replaceAll(/[‹›]/g, "");
}

/** What stands for a thing or chip that the file at hand calls so. */
export function symbolOf(name: string): string {
  return `‹${name}›`;
}

const patterns = new WeakMap<Names, RegExp>();

/** Full names before chips, longer ones before shorter ones that they begin with. */
function patternOf(names: Names): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const things = [...names.things.keys()].filter((name) => name.includes("."));
  const chips = [...names.chips.keys()];
  const pattern =
    things.length + chips.length === 0
      ? /(?!)/g
      : new RegExp(
          `(?<![A-Za-z0-9])(?:(?:${alternatives(things)})(?![\\w.])|(${alternatives(chips)})\\.)`,
          "g",
        );
  patterns.set(names, pattern);
  return pattern;
}

function alternatives(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return sorted.length === 0 ? "(?!)" : sorted.map((word) => word.replace(/[^\w]/g, "\\$&")).join("|");
}
