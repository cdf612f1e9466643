// Packs what was built as it is published, without what only this repository needs: `node build/pack.js [FOLDER] [OPTION…]`,
// with options of `npm pack`. Prints the name of the file.
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import fs from "fs-extra";

const [destination = ".", ...options] = process.argv.slice(2);
const folder = resolve(`node_modules/.package-${process.pid}`);
process.on("exit", () => fs.removeSync(folder));

// The API reference is large, and made from the types that are in the package.
const isPacked = (path) => path !== "docs/api";
for (const name of ["dist", "docs", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md"]) {
  fs.copySync(name, `${folder}/${name}`, { filter: isPacked });
}
const { scripts, devDependencies, files, ...manifest } = fs.readJsonSync("package.json");
fs.writeJsonSync(`${folder}/package.json`, manifest, { spaces: 2 });
const pack = ["pack", folder, "--pack-destination", resolve(destination), "--ignore-scripts", ...options];
process.stdout.write(execFileSync("npm", [...pack, "--loglevel=error"], { encoding: "utf8" }));
