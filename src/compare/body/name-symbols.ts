/**
 * The names in one config, and the symbols that replace them in a comparison. Example: for two configs that call their
 * chips `stm32l5` and `stm32l5x`, the targets `stm32l5.cpu` and `stm32l5x.cpu` are the same.
 */
export interface Names {
  /** The symbol for each name. */
  readonly entities: ReadonlyMap<string, string>;
  /** The symbol for each chip name, such as `stm32l5`, inside longer names. */
  readonly chips: ReadonlyMap<string, string>;
  /** For each proc, the name of the corresponding proc. */
  readonly procs: ReadonlyMap<string, string>;
}

/** Replaces all names of entities and chips in a text by their symbols. */
export function neutral(text: string, names: Names): string {
  const own = names.entities.get(text) ?? names.chips.get(text);
  if (own !== undefined) return own;
  return text.replace(patternOf(names), (name, chip) =>
    chip === undefined ? names.entities.get(name)! : `${names.chips.get(chip)!}.`,
  );
}

/** The same text with the file's names: the symbol of an entity contains its name in the file. */
export function inFileWords(text: string, names: Names): string {
  return neutral(text, names).replaceAll(/[‹›]/g, "");
}

/** The symbol for an entity or chip that has this name in the file. */
export function symbolOf(name: string): string {
  return `‹${name}›`;
}

const patterns = new WeakMap<Names, RegExp>();

/** Full names before chips, and longer names before their prefixes. */
function patternOf(names: Names): RegExp {
  const known = patterns.get(names);
  if (known !== undefined) return known;
  const entities = [...names.entities.keys()].filter((name) => name.includes("."));
  const chips = [...names.chips.keys()];
  const pattern =
    entities.length + chips.length === 0
      ? /(?!)/g
      : new RegExp(
          `(?<![A-Za-z0-9])(?:(?:${alternatives(entities)})(?![\\w.])|(${alternatives(chips)})\\.)`,
          "g",
        );
  patterns.set(names, pattern);
  return pattern;
}

function alternatives(words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  return sorted.length === 0 ? "(?!)" : sorted.map((word) => word.replace(/[^\w]/g, "\\$&")).join("|");
}
