import { type Style, styleOf } from "../../edit/style.ts";

/** Lines of one file, with the line ends and the indentation of another file. */
export function relaid(text: string, from: string, to: string): string {
  const own = styleOf(from);
  const style = styleOf(to);
  return text
    .split(/\r?\n/)
    .map((line, i) => (i === 0 ? line : reindented(line, own, style)))
    .join(style.eol);
}

function reindented(line: string, own: Style, style: Style): string {
  const [lead] = /^[ \t]*/.exec(line)!;
  if (lead.length === line.length) return "";
  let levels = 0;
  let rest = lead;
  while (rest.startsWith(own.indent)) {
    levels++;
    rest = rest.slice(own.indent.length);
  }
  return style.indent.repeat(levels) + rest + line.slice(lead.length);
}
