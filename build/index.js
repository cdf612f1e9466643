// Builds the package into `dist`: the commands, the library and its types, the schema of the reports, and the licences of
// what is bundled.
import fs from "fs-extra";
import { buildCode } from "./code.js";
import { writeLicences } from "./licences.js";
import { reportSchema } from "./report-schema.js";
import { buildTypes } from "./types.js";

// Made beside the old one, and put in its place when it is whole.
const dist = `node_modules/.dist-${process.pid}`;
process.on("exit", () => fs.removeSync(dist));

const [bundled] = await Promise.all([buildCode(dist), buildTypes(dist)]);
writeLicences(dist, bundled);
await fs.writeJson(`${dist}/report.schema.json`, await reportSchema());
await fs.move(dist, "dist", { overwrite: true });
