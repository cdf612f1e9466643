import { chmodSync, readFileSync } from "node:fs";
import { build } from "esbuild";
import { commands, library } from "./entries.js";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));

/**
 * Bundles the library and the commands. They share their modules, so that each is installed once, and what is imported
 * only when it is needed lies in files of its own. Answers the files that went in, by their paths.
 */
export async function buildCode(dist) {
  const { metafile } = await build({
    entryPoints: { ...library, ...commands },
    outdir: dist,
    bundle: true,
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    platform: "node",
    format: "esm",
    target: "node20.19",
    minify: true,
    define: { L5CFG_FIX_VERSION: JSON.stringify(version) },
    // Large, and needed only by those who write diffs.
    external: ["diff"],
    banner: {
      // CommonJS packages in the bundle still ask for node's own modules with `require`.
      js: 'import{createRequire as l5cfgRequire}from"node:module";const require=l5cfgRequire(import.meta.url);',
    },
    logLevel: "warning",
    metafile: true,
    plugins: await plugins(),
  });
  for (const name of Object.keys(commands)) chmodSync(`${dist}/${name}.js`, 0o755);
  return Object.keys(metafile.inputs);
}

/** Where `npm run coverage` asks for it, commands count what they run. */
async function plugins() {
  if (process.env.L5CFG_FIX_COVERAGE === undefined) return [];
  return [(await import("../test/coverage/instrument.js")).esbuildPlugin];
}
