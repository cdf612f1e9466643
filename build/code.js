import { chmodSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { relative } from "node:path";
import fs from "fs-extra";
import { rolldown } from "rolldown";
import { esmExternalRequirePlugin } from "rolldown/plugins";
import { coreModules, syntaxModules } from "./core-modules.js";
import { commands, library, threads } from "./entries.js";
import { lateBuiltins } from "./late-builtins.js";
import { withoutEvidence } from "./without-evidence.js";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/**
 * What is installed as one file each, with what it imports and no group before it has: a file more costs every run, and so
 * does code that a run does not need. The rest lies in files by what is imported together.
 */
const groups = (core, syntax) => [
  // Who imports `parse` alone gets no more than this.
  ["syntax", (id) => syntax.has(id)],
  ["core", (id) => core.has(id) && !/\/src\/(compare|log|report|core\.ts)\b/.test(id)],
  ["log", (id) => core.has(id) && /\/src\/log\//.test(id)],
  ["compare", (id) => core.has(id) && /\/src\/compare\//.test(id)],
  // Without what writes files, which brings fs-extra.
  [
    "machine",
    /\/src\/(check|install|files\/(?!disk-writer|lock\.|lock-name|replace-file|copy-attributes|rename))/,
  ],
  [
    "cli",
    /\/src\/cli\/((program|error-text)\.ts|commands\/|fix\/(fix|check)\.ts|input\/(run-options|stdin|work)\.ts|terminal\/)|\/src\/report\/(text\/(check|finding|excerpt|stale|runs)|printable|paint|path-name|result|count|json)/,
  ],
  ["html", /\/src\/report\/html\//],
  ["board", /\/src\/board\/(?!board-thread)/],
  ["overlay", /\/src\/(overlay|inplace)\//],
  ["flash", /\/src\/flash\//],
];

/** The same for the bundler: of two groups that a file may be in, it is in the first. */
function prioritised(all) {
  return all.map(([name, test], i) => ({ name, test, priority: all.length - i }));
}

/**
 * Bundles the library and the commands, which share their modules. Answers the files that went in, by their paths. Where a
 * folder for them is named, it puts source maps there: in the package they would take three times the room of the code.
 */
export async function buildCode(dist, maps) {
  const bundle = await rolldown({
    input: { ...library, ...commands, ...threads },
    platform: "node",
    // Needed only where files are written, and a script of the old kind, which a bundle would have to wrap.
    external: ["fs-extra"],
    treeshake: { moduleSideEffects: [{ test: /^node:/, sideEffects: false }] },
    transform: { target: "node20.19", define: { L5CFG_FIX_VERSION: JSON.stringify(version) } },
    plugins: [
      // Else a `require` is created for what CommonJS packages require of node, and the engine would import that, too.
      esmExternalRequirePlugin({ external: [/^node:(?!child_process$|crypto$)/, ...builtinModules] }),
      lateBuiltins(),
      withoutEvidence(),
      ...(await counting()),
    ],
  });
  const { output } = await bundle.write({
    dir: dist,
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    minify: true,
    comments: false,
    sourcemap: maps === undefined ? false : "hidden",
    codeSplitting: { groups: prioritised(groups(await coreModules(), await syntaxModules())) },
  });
  for (const { fileName } of output.filter(({ fileName }) => fileName.endsWith(".map"))) {
    await fs.move(`${dist}/${fileName}`, `${maps}/${fileName}`, { overwrite: true });
  }
  for (const name of Object.keys(commands)) chmodSync(`${dist}/${name}.js`, 0o755);
  return output.flatMap(({ moduleIds = [] }) => moduleIds.map((id) => relative(".", id)));
}

/** Where `npm run coverage` asks for it, commands count what they run. */
async function counting() {
  if (process.env.L5CFG_FIX_COVERAGE === undefined) return [];
  return [(await import("../test/coverage/instrument.js")).countingPlugin];
}
