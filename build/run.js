// Runs a program of this repository's that is written in TypeScript: `node build/run.js test/fuzz/index.ts ARGUMENT…`.
import { spawnSync } from "node:child_process";
import { rolldown } from "rolldown";

const [input, ...args] = process.argv.slice(2);
const file = `node_modules/.cache/${input.replaceAll("/", "-").replace(/\.ts$/, ".mjs")}`;
const bundle = await rolldown({
  input,
  platform: "node",
  external: /^(?!@oxc-project)[^./\0]/,
  transform: { target: "node20.19" },
});
await bundle.write({ file });
process.exitCode = spawnSync(process.execPath, [file, ...args], { stdio: "inherit" }).status ?? 1;
