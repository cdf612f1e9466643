// Builds the page into `dist-page/l5cfg-fix.html`: one file, for a browser.
import { mkdirSync, writeFileSync } from "node:fs";
import { buildPage } from "./page.js";

const html = await buildPage();
mkdirSync("dist-page", { recursive: true });
writeFileSync("dist-page/l5cfg-fix.html", html);
console.log(`dist-page/l5cfg-fix.html: ${(Buffer.byteLength(html) / 1000).toFixed(0)} kB`);
