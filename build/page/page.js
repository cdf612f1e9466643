import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { withoutEvidence } from "../without-evidence.js";

const root = join(import.meta.dirname, "../..");

/** The page's text. */
export async function buildPage() {
  const [script, engine, shell] = await Promise.all([
    browserScript("src/page/main.ts"),
    browserScript("src/page/worker.ts"),
    shellOf(),
  ]);
  const hash = (text) => createHash("sha256").update(text).digest("base64");
  return shell({ script, engine, hash });
}

/** A script for a browser, with nothing of node in it. Throws where the bundler has anything to say. */
async function browserScript(input) {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const bundle = await rolldown({
    cwd: root,
    input,
    platform: "browser",
    // The reports name paths, and are not only for this page.
    resolve: { alias: { "node:path": join(root, "src/page/node-path.ts") } },
    external: /^node:(?!path$)/,
    treeshake: { moduleSideEffects: [{ test: /^node:/, sideEffects: false }] },
    transform: { target: "es2022", define: { L5CFG_FIX_VERSION: JSON.stringify(version) } },
    plugins: [withoutEvidence()],
    onLog: (level, log) => {
      if (level === "warn") throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, comments: false });
  const [{ code, imports }] = output;
  if (imports.length > 0) throw new Error(`${input} imports ${imports.join(", ")}`);
  return code;
}

async function shellOf() {
  const bundle = await rolldown({ cwd: root, input: "src/page/shell.ts", platform: "node" });
  const file = join(root, `node_modules/.page-shell-${process.pid}-${Date.now()}.mjs`);
  try {
    await bundle.write({ file });
    return (await import(pathToFileURL(file).href)).shellHtml;
  } finally {
    rmSync(file, { force: true });
  }
}
