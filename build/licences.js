import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes down under what licence each bundled package came. Throws where one does not say. */
export function writeLicences(dist, inputs) {
  const folders = new Set(inputs.flatMap((path) => packageFolder(path) ?? []));
  const texts = [...folders].sort().map(licence);
  writeFileSync(join(dist, "LICENSES.txt"), `${head}\n\n${texts.join("\n\n")}\n`);
}

const head = "l5cfg-fix has these packages in it, each under a licence of its own.";

function packageFolder(path) {
  return /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(path)?.[0];
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  if (license === undefined || file === undefined) throw new Error(`${name} has no licence in it`);
  return `== ${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}`;
}
