import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../../src/files/hash.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { buildManifest } from "../../src/overlay/build-manifest.ts";

/**
 * A config that needs no hardware: OpenOCD's dummy adapter, its target that does nothing, and its flash that is memory of
 * its own, which can be erased and written, but not verified.
 */
const faux = `
adapter driver dummy
adapter speed 1000
transport select jtag
jtag newtap faux cpu -irlen 4
target create faux.cpu testee -chain-position faux.cpu
flash bank faux.low faux 0x08000000 0x20000 0 0 faux.cpu
flash bank faux.high faux 0x08020000 0x20000 0 0 faux.cpu
`;

/** Fills a folder with an overlay by hand around that config, with more commands behind it. */
export function writeFauxOverlay(folder: string, more = ""): void {
  mkdirSync(join(folder, "target"), { recursive: true });
  const text = `${faux}${more}\n`;
  writeFileSync(join(folder, "target/faux.cfg"), text);
  const scope = projectAt(folder, { openocd: "0.12.0" });
  const manifest = buildManifest({ scope, patch: { files: [], fixed: [], left: [] }, runs: [] });
  const path = "target/faux.cfg";
  const hashes = { originalSha256: sha256(text), patchedSha256: sha256(text) };
  const file = { path, original: join(folder, path), ...hashes, fixed: [], left: [] };
  const own = { ...manifest, targets: [path], boards: [path], files: [file] };
  writeFileSync(join(folder, "l5cfg-fix.json"), JSON.stringify(own));
  writeFileSync(join(folder, "openocd.cfg"), `source ${folder}/target/faux.cfg\n`);
}
