import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { diskFiles } from "../../src/files/disk-files.ts";
import { hashOf } from "../../src/files/hash.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { openocdCfg } from "../../src/overlay/openocd-cfg.ts";
import { snapshot } from "../inplace/trees.ts";
import { scripts } from "../support/fixtures.ts";
import { finish } from "./kills.ts";
import { makeTree, stateOf, words } from "./tree.ts";

const PROCESSES = 8;

/** Many runs at once over one tree. Answers whether all ended well, and as if there had been one. */
export async function patchTogether(): Promise<boolean> {
  const root = makeTree();
  try {
    const before = JSON.stringify(snapshot(root));
    const statuses = await together(() => ["--in-place", ...words(root)]);
    const state = stateOf(root);
    const isPatched = state.old + state.torn + state.lost === 0;
    await finish(["restore", root]);
    return statuses.every((status) => status === 0) && isPatched && JSON.stringify(snapshot(root)) === before;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Many runs at once that write one overlay in ways of their own. Answers whether it is all one run's. */
export async function overlayTogether(): Promise<boolean> {
  const root = makeTree();
  const overlay = join(root, "../", `${root.split("/").at(-1)}-overlay`);
  const transports = ["hla_swd", "dapdirect_swd", "swd", "jtag"];
  try {
    const statuses = await together((number) => [
      "--quiet",
      "--transport",
      transports[number % transports.length]!,
      "--set",
      `NUMBER=${number}`,
      "-o",
      overlay,
      scripts,
    ]);
    const manifest = readManifest(overlay, diskFiles)!;
    const isOne =
      manifest.files.every(({ path, patchedSha256 }) => hashOf(join(overlay, path)) === patchedSha256) &&
      readFileSync(join(overlay, "openocd.cfg"), "utf8") === openocdCfg(manifest);
    const expected = ["l5cfg-fix.json", "openocd.cfg", "target"];
    const isClean = readdirSync(overlay).sort().join() === expected.join();
    return statuses.every((status) => status === 0) && isOne && isClean;
  } finally {
    for (const folder of [root, overlay]) rmSync(folder, { recursive: true, force: true });
  }
}

function together(args: (number: number) => string[]): Promise<(number | null)[]> {
  return Promise.all(Array.from({ length: PROCESSES }, (_, number) => finish(args(number))));
}
