import { html, type Markup } from "./markup.ts";
import { outline } from "./outline.ts";
import type { Page } from "./page-model.ts";
import { textPair } from "./text-pair.ts";

/** What a page is made of. */
export interface PageMarkup {
  /** What the marks mean. */
  legend: Markup;
  /** The column of entries. */
  entries: Markup;
  /** The texts that they lead to. */
  texts: Markup;
}

/** The entries and the texts of a page. Of a text with more rows than `mostRows` only those near entries are shown. */
export function markupOf(page: Page, { mostRows = Number.POSITIVE_INFINITY } = {}): PageMarkup {
  const { entries, back } = outline(page);
  return {
    legend: html`${page.legend.map(([mark, text]) => html`<li class="${mark}"><i class="mark"></i>${text}</li>`)}`,
    entries,
    texts: html`${page.texts.map((pair, i) => textPair(pair, i, back, page, mostRows))}`,
  };
}
