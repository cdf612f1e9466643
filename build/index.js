// Builds the package into `dist`: the commands, the library and its types, the schemas of its files, and the licences of
// what is bundled. With `--maps` the code's source maps are written to `maps`.
import fs from "fs-extra";
import { buildCode } from "./code.js";
import { writeLicences } from "./licences.js";
import { imported, schemas } from "./schemas.js";
import { buildTypes } from "./types.js";

// Made beside the old one, and put in its place when it is whole.
const dist = `node_modules/.dist-${process.pid}`;
process.on("exit", () => fs.removeSync(dist));

const maps = process.argv.includes("--maps") ? "maps" : undefined;
const [bundled] = await Promise.all([buildCode(dist, maps), buildTypes(dist)]);
writeLicences(dist, bundled);
for (const [name, schema] of Object.entries(await schemas())) await fs.writeJson(`${dist}/${name}`, schema);
const { manual } = await imported("src/cli/help/manual.ts");
for (const [name, page] of Object.entries(manual())) await fs.outputFile(`${dist}/man/${name}`, page);
await fs.move(dist, "dist", { overwrite: true });
