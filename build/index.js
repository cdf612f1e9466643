// Builds the package into `dist`: the commands, the library, its types, and the licences of what is bundled.
import { renameSync, rmSync } from "node:fs";
import { buildCode } from "./code.js";
import { writeLicences } from "./licences.js";
import { buildTypes } from "./types.js";

// Made beside the old one, and put in its place when it is whole.
const dist = `node_modules/.dist-${process.pid}`;
process.on("exit", () => rmSync(dist, { recursive: true, force: true }));

const [bundled] = await Promise.all([buildCode(dist), buildTypes(dist)]);
writeLicences(dist, bundled);
rmSync("dist", { recursive: true, force: true });
renameSync(dist, "dist");
