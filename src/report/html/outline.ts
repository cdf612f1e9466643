import { printableLines } from "../printable.ts";
import { html, type Markup } from "./markup.ts";
import type { Entry, Mark, Page, Spot, Value } from "./page-model.ts";

/** The entries that a line is about, by the line: what leads back from the text. */
export type Back = ReadonlyMap<string, readonly { id: string; label: string; mark: Mark }[]>;

/** The id of a line's element, by which links find it. */
export function spotId({ side, text, line }: Spot): string {
  return `${side === "left" ? "l" : "r"}${text}-${line}`;
}

/** The column of entries, with a link to each line that they are about, and what leads back from there. */
export function outline({ sections, texts, sides, legend, explained = [] }: Page): {
  entries: Markup;
  back: Back;
} {
  const back = new Map<string, { id: string; label: string; mark: Mark }[]>();
  const words = new Map(legend);
  let count = 0;

  const item = (entry: Entry): Markup => {
    const id = `e${++count}`;
    for (const spot of entry.spots) {
      const key = spotId(spot);
      back.set(key, [...(back.get(key) ?? []), { id, label: entry.label, mark: entry.mark }]);
    }
    const children = entry.children.map(item);
    const isQuiet = entry.mark === "same" && entry.children.every((child) => isSame(child));
    return html`<li class="${entry.mark}${isQuiet ? " quiet" : ""}">
<div class="entry" id="${id}" tabindex="-1"><i class="mark" title="${words.get(entry.mark) ?? "the same"}"></i><span class="label">${label(entry)}</span>${
      entry.note === undefined ? undefined : html` <span class="note">${printableLines(entry.note)}</span>`
    }${links(entry.spots)}${values(entry)}</div>
${children.length > 0 ? html`<ul>${children}</ul>` : undefined}</li>
`;
  };

  const label = ({ label, explained: about }: Entry): Markup => {
    const text = html`<bdi>${printableLines(label)}</bdi>`;
    return about === undefined ? text : html`<a href="#x-${about}">${text}</a>`;
  };

  const links = (spots: readonly Spot[]): Markup | undefined =>
    spots.length === 0 ? undefined : html` <span class="links">${spots.map((spot) => link(spot))}</span>`;

  const link = (spot: Spot): Markup => {
    const name = texts[spot.text]?.[spot.side]?.name ?? "";
    const side = sides[spot.side].what.toLowerCase();
    return html`<a class="${spot.side}" href="#${spotId(spot)}" title="${printableLines(name)}, line ${spot.line}"><span class="sr">line </span>${spot.line}<span class="sr"> of the ${side}</span></a>`;
  };

  const values = (entry: Entry): Markup | undefined =>
    entry.values.length === 0 ? undefined : html`<ul class="values">${entry.values.map(value)}</ul>`;

  const value = ({ side, text, isMain, isCode }: Value): Markup => {
    const kind = isMain ? "main" : isCode ? "code" : side;
    const spoken = side === undefined ? undefined : html`<span class="sr">${sides[side].what}: </span>`;
    return html`<li${kind === undefined ? undefined : html` class="${kind}"`}>${spoken}<bdi>${printableLines(text)}</bdi></li>`;
  };

  const all = sections
    .filter((section) => section.entries.length > 0)
    .map((section) => {
      const isQuiet = section.entries.every(isSame);
      return html`<section${isQuiet ? html` class="quiet"` : undefined}><h2>${section.title}</h2>
<ul>${section.entries.map(item)}</ul></section>
`;
    });
  const about = explained.map(
    ({ id, title, text }) =>
      html`<dt id="x-${id}" tabindex="-1"><b>${id}</b>: ${printableLines(title)}</dt><dd>${printableLines(text)}</dd>\n`,
  );
  const end =
    about.length === 0
      ? undefined
      : html`<section class="explained"><h2>Rules</h2>\n<dl>${about}</dl></section>\n`;
  return { entries: html`${all}${end}`, back };
}

function isSame({ mark, children }: Entry): boolean {
  return mark === "same" && children.every(isSame);
}
