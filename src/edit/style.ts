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

// The step from a line to one that is nested once deeper, counted over the whole file.
function indentOf(text: string): string {
  const counts = new Map<string, number>();
  for (const [, lead] of text.matchAll(/\{[ \t]*\r?\n([ \t]+)\S/g)) {
    if (lead !== undefined) counts.set(lead, (counts.get(lead) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
  return most?.[0] ?? "\t";
}

/** The indentation of the line that an offset lies in. */
export function leadAt(text: string, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))![0];
}

/** The indentation step that the lines around an offset use; the file's own where they do not say. */
export function indentNear(text: string, offset: number, style: Style): string {
  const before = text.lastIndexOf("{", offset);
  const near = before === -1 ? null : /^\{[ \t]*\r?\n([ \t]+)\S/.exec(text.slice(before, before + 200));
  return near?.[1] ?? style.indent;
}
