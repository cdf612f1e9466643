import { knownReleases } from "../openocd/known-releases.ts";
import { usualTransports } from "../openocd/transport.ts";
import { html, type Markup } from "../report/html/markup.ts";
import { style } from "../report/html/style/index.ts";
import { pageStyle } from "./style.ts";

/** What the build makes: the page's script and its worker's, and how it hashes. */
interface Parts {
  script: string;
  engine: string;
  /** SHA-256 in base64. */
  hash: (text: string) => string;
}

/** The whole page as one file, which nothing can be loaded into and nothing can be sent from. */
export function shellHtml({ script, engine, hash }: Parts): string {
  const css = style() + pageStyle;
  const code = embeddable(script);
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(code)}'`,
    `style-src 'sha256-${hash(css)}'`,
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const head = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>l5cfg-fix: check OpenOCD configs</title>
<style>`;
  return [
    `${head.text}${css}</style>\n</head>\n${body().text}`,
    `<script type="text/plain" id="engine">${embeddable(engine)}</script>\n`,
    `<script>${code}</script>\n</body>\n</html>\n`,
  ].join("");
}

/** A script as it may be in a page: what could end its element is spelt otherwise, which means the same in JavaScript. */
function embeddable(script: string): string {
  return script.replace(/<\/(?=script)/gi, "<\\/").replaceAll("<!--", "<\\!--");
}

function body(): Markup {
  return html`<body>
<a class="skip" href="#results">To the results</a>
<header class="top">
<h1>l5cfg-fix</h1>
<p>Checks OpenOCD configs and fixes them, in this page. Nothing leaves it.</p>
</header>
<main>
<section class="intake" aria-label="What is checked">
<div id="drop">
<p class="what">Drop a config, a scripts folder or a log here <small>anywhere on the page; more can be added later</small></p>
<div class="actions">
<button type="button" class="main" id="choose">Choose files…</button>
<button type="button" id="choose-folder">Choose a folder…</button>
<button type="button" id="open-paste">Paste…</button>
<button type="button" class="plain" id="try">Try an example</button>
<button type="button" class="plain" id="clear" hidden>Start over</button>
</div>
<input type="file" id="file-input" multiple hidden>
<input type="file" id="folder-input" webkitdirectory hidden>
</div>
<div class="options">
<label>Config <select id="config" disabled><option value="">none yet</option></select></label>
<label>OpenOCD <select id="openocd"><option value="">as the files say, else 0.12.0</option>${[...knownReleases].reverse().map(releaseOption)}</select></label>
<label>Transport <select id="transport"><option value="">all the usual ones</option>${usualTransports.map((name) => html`<option>${name}</option>`)}</select></label>
<label class="check"><input type="checkbox" id="unsafe"> also apply unsafe fixes</label>
</div>
<p id="status" role="status" aria-live="polite"></p>
</section>
<section id="results" aria-label="Results" tabindex="-1" hidden>
<div class="heading"><h2 id="title"></h2><div id="lead"></div></div>
<div id="missing" role="note" hidden></div>
<div role="tablist" aria-label="Views">
${tab("findings", "Findings")}${tab("patch", "Patch")}${tab("model", "Model")}${tab("log", "Log")}</div>
<div id="findings" role="tabpanel" aria-labelledby="tab-findings">
<div class="columns">
<nav aria-label="Findings">
<div class="tools">
<label><input type="checkbox" id="only" checked> Only what differs</label>
<ul class="legend" aria-label="Marks"><li class="changed"><i class="mark"></i>fixed</li><li class="left"><i class="mark"></i>left as it is</li></ul>
</div>
<div id="entries"></div>
</nav>
<div id="texts" class="texts"></div>
<p id="nothing" class="empty" hidden>Nothing to fix.</p>
</div>
</div>
<div id="patch" class="panel" role="tabpanel" aria-labelledby="tab-patch" hidden></div>
<div id="model" class="panel" role="tabpanel" aria-labelledby="tab-model" hidden></div>
<div id="log" class="panel" role="tabpanel" aria-labelledby="tab-log" hidden></div>
</section>
</main>
<dialog id="paste" aria-labelledby="paste-title">
<h2 id="paste-title">Paste a config or a log</h2>
<form method="dialog">
<label for="pasted" class="sr">Text</label>
<textarea id="pasted" spellcheck="false" autocomplete="off"></textarea>
<div class="actions"><button type="button" class="main" id="paste-done">Check it</button><button>Cancel</button></div>
</form>
</dialog>
<footer><p><span id="version"></span>. This page has all that it needs in it, and works without a network; its policy lets no connection out. What it checks, no OpenOCD has run.</p></footer>
`;
}

function releaseOption({ id, version, vendor, date }: (typeof knownReleases)[number]): Markup {
  const what = vendor === "st" ? `STM32CubeIDE’s, ${id.replace("st-", "")}` : version === id ? "" : id;
  return html`<option value="${version}">${what === "" ? `${version} (${date})` : `${version} (${what}, ${date})`}</option>`;
}

function tab(name: string, title: string): Markup {
  return html`<button type="button" role="tab" id="tab-${name}" aria-controls="${name}" aria-selected="false">${title}</button>
`;
}
