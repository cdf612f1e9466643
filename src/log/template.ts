/** The texts that stood for a template's names. */
export type Holes = Readonly<Record<string, string>>;

/** A text with gaps, as `patterns` of an entry has them. */
export interface Template {
  /** The texts around the gaps: one more than there are gaps. */
  literals: readonly string[];
  gaps: readonly Gap[];
}

interface Gap {
  /** Absent for `…`. */
  name?: string;
  /** Whether there may be no white space in it. */
  isWord: boolean;
}

/** Reads a template: `{name}` is any text, `{name:word}` one without white space, `…` any text that has no name. */
export function template(text: string): Template {
  const parts = text.split(/(\{\w+(?::word)?\}|…)/);
  return {
    literals: parts.filter((_, i) => i % 2 === 0),
    gaps: parts.filter((_, i) => i % 2 === 1).map(gapOf),
  };
}

function gapOf(text: string): Gap {
  const name = /\w+/.exec(text)?.[0];
  return { ...(name !== undefined && { name }), isWord: text.endsWith(":word}") };
}

/** Fits a template to a whole text, each gap as short as can be; in time linear in the text. Undefined where it does not fit. */
export function fitted({ literals, gaps }: Template, text: string): Holes | undefined {
  const last = gaps.length;
  if (!text.startsWith(literals[0]!)) return undefined;
  if (last === 0) return text === literals[0] ? {} : undefined;
  const holes: Record<string, string> = {};
  let end = literals[0]!.length;
  for (const [i, { name, isWord }] of gaps.entries()) {
    const literal = literals[i + 1]!;
    const isLast = i + 1 === last;
    const at = isLast ? text.length - literal.length : text.indexOf(literal, end);
    if (at < end || (isLast && !text.endsWith(literal))) return undefined;
    const hole = text.slice(end, at);
    if (isWord && /^$|\s/.test(hole)) return undefined;
    if (name !== undefined) holes[name] = hole;
    end = at + literal.length;
  }
  return holes;
}

/** Puts the texts instead of the names. */
export function filled(text: string, holes: Holes): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => holes[name] ?? gap);
}
