// Packs the extension of Visual Studio Code, after a build of the package: `npm run vscode`.
import { mkdirSync } from "node:fs";
import { pack } from "./pack.ts";

const folder = "editors/vscode/dist";
mkdirSync(folder, { recursive: true });
const file = `${folder}/l5cfg-fix.vsix`;
const texts = await pack(".", { file, schema: "dist/config.schema.json" });
console.log(`${file}: ${[...texts.keys()].join(", ")}`);
