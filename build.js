// Builds the library (one module per source file, with types) and the command (bundled).
import { execFileSync } from "node:child_process";
import { chmodSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const typescript = createRequire(import.meta.url).resolve("typescript/bin/tsc");

// Made beside the old one, and put in its place when it is whole.
const dist = `node_modules/.dist-${process.pid}`;
process.on("exit", () => rmSync(dist, { recursive: true, force: true }));
const compile = [typescript, "--project", "tsconfig.build.json", "--outDir", dist];
execFileSync(process.execPath, compile, { stdio: "inherit" });

const define = { L5CFG_FIX_VERSION: JSON.stringify(version) };
await build({
  entryPoints: ["src/version.ts"],
  outfile: `${dist}/version.js`,
  minifySyntax: true,
  format: "esm",
  define,
});

await build({
  entryPoints: { "l5cfg-fix": "src/cli/main.ts" },
  outdir: `${dist}/bin`,
  bundle: true,
  // What `--version` does not need lies in other files, and is not even read.
  splitting: true,
  chunkNames: "[name]-[hash]",
  platform: "node",
  format: "esm",
  target: "node20.19",
  minifySyntax: true,
  minifyWhitespace: true,
  define,
  banner: {
    // CommonJS packages in the bundle still ask for node's own modules with `require`.
    js: '#!/usr/bin/env node\nimport{createRequire as l5cfgRequire}from"node:module";const require=l5cfgRequire(import.meta.url);',
  },
  logLevel: "warning",
});
chmodSync(`${dist}/bin/l5cfg-fix.js`, 0o755);
rmSync("dist", { recursive: true, force: true });
renameSync(dist, "dist");
