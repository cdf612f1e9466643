import { printableLines } from "../printable.ts";
import { hunksOf } from "./hunks.ts";
import { html, type Markup } from "./markup.ts";
import { type Back, spotId } from "./outline.ts";
import type { Page, Side, TextPair } from "./page-model.ts";
import { type Line, type Row, rowsOf } from "./rows.ts";

/** Two texts side by side. Each line number leads back to what the line makes. */
export function textPair(pair: TextPair, index: number, back: Back, page: Page, mostRows: number): Markup {
  const rows = rowsOf(pair.left?.text ?? "", pair.right?.text ?? "");
  // More than a browser shows in a moment.
  const isCut = rows.length > mostRows;
  const kind = pair.left === undefined ? " only-right" : pair.right === undefined ? " only-left" : "";
  const count = rows.filter(({ isSame }) => !isSame).length;
  return html`<details class="text${kind}"${pair.isOpen ? html` open` : undefined}>
<summary>${nameOf(pair)} <small>${summaryOf(pair, count, page)}</small></summary>
<table>
<caption class="sr">${nameOf(pair)}</caption>
<colgroup><col class="number"><col><col class="number"><col></colgroup>
<thead><tr><th scope="col" colspan="2" class="left">${page.sides.left.what}</th><th scope="col" colspan="2" class="right">${page.sides.right.what}</th></tr></thead>
<tbody>
${hunksOf(rows, (row) => !row.isSame || isMarked(row, index, back)).map(({ rows: own, isFar }) => [
  isFar ? html`<tr class="gap${isCut ? " cut" : ""}"><td colspan="4">${gapText(own)}</td></tr>\n` : undefined,
  isFar && isCut ? undefined : own.map((row) => rowMarkup(row, isFar, index, back)),
])}</tbody>
</table>
</details>
`;
}

function rowMarkup({ left, right, isSame }: Row, isFar: boolean, index: number, back: Back): Markup {
  const kind = isFar ? "same far" : isSame ? "same" : undefined;
  return html`<tr${kind === undefined ? undefined : html` class="${kind}"`}>${half("left", left, index, back)}${half("right", right, index, back)}</tr>
`;
}

/** Whether an entry that is no mere sameness leads to a row. */
function isMarked({ left, right }: Row, index: number, back: Back): boolean {
  const entriesOf = (side: Side, line: Line | undefined) =>
    line === undefined ? [] : (back.get(spotId({ side, text: index, line: line.number })) ?? []);
  return [...entriesOf("left", left), ...entriesOf("right", right)].some(({ mark }) => mark !== "same");
}

function gapText(rows: readonly Row[]): string {
  return `${rows.length} ${rows.length === 1 ? "line" : "lines"} the same`;
}

function half(side: Side, line: Line | undefined, index: number, back: Back): Markup {
  if (line === undefined)
    return html`<td class="number ${side} void"></td><td class="code ${side} void"></td>`;
  const id = spotId({ side, text: index, line: line.number });
  const entries = back.get(id) ?? [];
  const number =
    entries.length === 0
      ? html`${line.number}`
      : html`<a href="#${entries[0]!.id}" class="${strongest(entries)}" title="${entries.map(({ label }) => printableLines(label)).join(", ")}">${line.number}</a>`;
  return html`<td class="number ${side}" id="${id}">${number}${entries
    .slice(1)
    .map(
      (entry) =>
        html` <a class="more ${entry.mark}" href="#${entry.id}" title="${printableLines(entry.label)}">•</a>`,
    )}</td><td class="code ${side}">${line.code}</td>`;
}

function strongest(entries: readonly { mark: string }[]): string {
  return entries.find(({ mark }) => mark !== "same")?.mark ?? "same";
}

function nameOf({ left, right }: TextPair): string {
  const names = [
    ...new Set(
      [left?.name, right?.name].flatMap((name) => (name === undefined ? [] : [printableLines(name)])),
    ),
  ];
  return names.join(" \u2194 ");
}

function summaryOf({ left, right }: TextPair, changed: number, { sides }: Page): string {
  if (left === undefined) return `only in the ${sides.right.what.toLowerCase()}`;
  if (right === undefined) return `only in the ${sides.left.what.toLowerCase()}`;
  const ends = [left.text, right.text].map((text) => (/\r\n/.test(text) ? "CRLF" : "LF"));
  const lines =
    changed === 0 ? "the same text" : `${changed} ${changed === 1 ? "line differs" : "lines differ"}`;
  return ends[0] === ends[1] ? lines : `${lines}; line ends ${ends.join(" and ")}`;
}
