/** How a file is written: what an inserted line has to look like to belong there. */
export interface Style {
  /** `\r\n` or `\n`, whichever most lines end with. */
  eol: string;
  /** One level of indentation: a tab or some spaces, as most indented lines begin. */
  indent: string;
}

export function styleOf(text: string): Style {
  const crlf = text.match(/\r\n/g)?.length ?? 0;
  const lf = (text.match(/\n/g)?.length ?? 0) - crlf;
  return { eol: crlf > lf ? "\r\n" : "\n", indent: indentOf(text) };
}

// The indentation step from a line that opens a block to the next line; the most frequent one of the file.
function indentOf(text: string): string {
  const counts = new Map<string, number>();
  for (const { index } of text.matchAll(/\{[ \t]*\r?\n/g)) {
    const step = stepAt(text, index);
    if (step !== undefined) counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return most?.[0] ?? "\t";
}

/** How much deeper the line after an opening brace is indented; undefined where it is not deeper. */
function stepAt(text: string, brace: number): string | undefined {
  const inner = /^\{[ \t]*\r?\n([ \t]+)\S/.exec(text.slice(brace, brace + 200))?.[1];
  const lead = leadAt(text, brace);
  return inner !== undefined && inner.length > lead.length && inner.startsWith(lead)
    ? inner.slice(lead.length)
    : undefined;
}

/** The indentation of the line that contains an offset. */
export function leadAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** The indentation step of the block before an offset; the file's own where that does not say. */
export function indentNear(text: string, offset: number, style: Style): string {
  const brace = text.lastIndexOf("{", offset);
  return (brace === -1 ? undefined : stepAt(text, brace)) ?? style.indent;
}
