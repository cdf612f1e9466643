// Builds the package into `dist`: the commands, the library and its types, the schema of the reports, and the licences of
// what is bundled.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { buildCode } from "./code.js";
import { writeLicences } from "./licences.js";
import { buildTypes } from "./types.js";

// Made beside the old one, and put in its place when it is whole.
const dist = `node_modules/.dist-${process.pid}`;
process.on("exit", () => rmSync(dist, { recursive: true, force: true }));

const [bundled] = await Promise.all([buildCode(dist), buildTypes(dist)]);
writeLicences(dist, bundled);
const schema = JSON.parse(readFileSync("src/cli/report.schema.json", "utf8"));
writeFileSync(`${dist}/report.schema.json`, JSON.stringify(schema));
rmSync("dist", { recursive: true, force: true });
renameSync(dist, "dist");
