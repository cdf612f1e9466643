import { createHash } from "node:crypto";
import { html, type Markup } from "./markup.ts";
import { outline } from "./outline.ts";
import { style } from "./style/index.ts";
import { textPair } from "./texts.ts";

/** The two sides of a page: what one has, and what stands beside it. */
export type Side = "left" | "right";

/** How a thing or finding stands: only on one side, on both and not the same, or nothing to be seen to. */
export type Mark = "left" | "right" | "changed" | "same";

/** A line of a text. */
export interface Spot {
  side: Side;
  /** Which of the page's texts, from 0. */
  text: number;
  /** From 1. */
  line: number;
}

/** Something that the page is about, in the column beside the texts. */
export interface Entry {
  mark: Mark;
  label: string;
  /** A few words behind it: where it shows, what kind it is. */
  note?: string;
  /** What each side says, or one text for both. */
  values: readonly Value[];
  /** The lines that it is about. */
  spots: readonly Spot[];
  children: readonly Entry[];
}

/** A line below an entry: one side's, or the entry's own. */
export interface Value {
  side?: Side;
  text: string;
  /** Whether it is what the entry has to say, not only more about it. */
  isMain?: boolean;
}

/** A heading over some entries. */
export interface Section {
  title: string;
  entries: readonly Entry[];
}

/** Two texts that are shown side by side; one may be missing. */
export interface TextPair {
  left: { name: string; text: string } | undefined;
  right: { name: string; text: string } | undefined;
  /** Whether it is shown from the start. */
  isOpen: boolean;
}

export interface Page {
  title: string;
  /** What was looked at and what came of it, a sentence or two each. */
  lead: readonly string[];
  /** What the two sides are called, and what they are. */
  sides: Readonly<Record<Side, { name: string; what: string; detail: string }>>;
  /** What the marks mean here. */
  legend: readonly (readonly [Mark, string])[];
  sections: readonly Section[];
  texts: readonly TextPair[];
  /** The program that wrote it. */
  generator: string;
}

/** Writes a page as one file that needs nothing else: no script, no network. */
export function pageHtml(page: Page): string {
  const css = style();
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const { entries, back } = outline(page);
  const body = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="${page.generator}">
<title>${page.title}</title>
<style>`;
  return `${body.text}${css}</style>\n${rest(page, entries, back).text}`;
}

function rest(page: Page, entries: Markup, back: Parameters<typeof textPair>[2]): Markup {
  return html`</head>
<body>
<a class="skip" href="#texts">To the text</a>
<header>
<h1>${page.title}</h1>
${page.lead.map((sentence) => html`<p>${sentence}</p>\n`)}<dl class="sides">
${(["left", "right"] as const).map((side) => sideName(page, side))}</dl>
</header>
<div class="columns">
<nav aria-label="What it means">
<div class="tools">
<label><input type="checkbox" id="only"> Only what differs</label>
<ul class="legend" aria-label="Marks">${legend(page)}</ul>
</div>
${entries}
</nav>
<main id="texts" tabindex="-1">
${page.texts.map((pair, i) => textPair(pair, i, back, page))}</main>
</div>
<footer><p>${page.generator}</p></footer>
</body>
</html>
`;
}

function sideName({ sides }: Page, side: Side): Markup {
  const { name, what, detail } = sides[side];
  return html`<div class="${side}"><dt>${what}</dt><dd><bdi>${name}</bdi> <small>${detail}</small></dd></div>\n`;
}

function legend({ legend: words }: Page): Markup[] {
  return words.map(([mark, text]) => html`<li class="${mark}"><i class="mark"></i>${text}</li>`);
}
