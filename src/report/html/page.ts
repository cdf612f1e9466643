import { createHash } from "node:crypto";
import { html, type Markup } from "./markup.ts";
import { markupOf } from "./page-markup.ts";
import type { Page, Side } from "./page-model.ts";
import { style } from "./style/index.ts";

/** Writes a page as one file that needs nothing else: no script, no network. */
export function pageHtml(page: Page): string {
  const css = style();
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
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
  return `${body.text}${css}</style>\n${rest(page).text}`;
}

function rest(page: Page): Markup {
  const { legend, entries, texts } = markupOf(page);
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
<label><input type="checkbox" id="only" checked> Only what differs</label>
<ul class="legend" aria-label="Marks">${legend}</ul>
</div>
${entries}
</nav>
<main id="texts" tabindex="-1">
${texts}</main>
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
