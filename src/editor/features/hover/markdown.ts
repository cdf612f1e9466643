import { printable } from "../../../report/printable.ts";

/** Text as it is, in a line of Markdown. */
export function code(text: string): string {
  const line = printable(text.replace(/\s+/g, " "));
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`;
}
