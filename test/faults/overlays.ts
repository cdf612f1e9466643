import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskFiles } from "../../src/files/disk-files.ts";
import { hashOf, sha256 } from "../../src/files/hash.ts";
import { isLock } from "../../src/files/is-lock.ts";
import { foreignFiles } from "../../src/manifest/foreign-files.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { finish, killAfter, start } from "./kills.ts";
import { makeTree, words } from "./tree.ts";

/** What came of killing processes that refresh an overlay. */
export interface OverlayKills {
  kills: number;
  /** Kills after which some of the copies were new, and others not yet. */
  midway: number;
  /** Copies that were neither the old nor the new one. */
  torn: number;
  /** Overlays that were not whole after another refresh, or had anything else in them. */
  broken: number;
}

/** Kills runs that refresh an overlay at random moments, most of them while files are written. */
export async function killRefreshes(most: number, result: OverlayKills): Promise<void> {
  const root = makeTree();
  const overlay = join(mkdtempSync(join(tmpdir(), "l5cfg-faults-")), "overlay");
  const configs = readdirSync(join(root, "target"));
  const refresh = ["--refresh", "--quiet", overlay];
  try {
    await finish([...words(root), "-o", overlay]);
    const begin = performance.now();
    await finish(refresh);
    const pace = performance.now() - begin;
    for (let round = 0; round < most; round++) {
      const old = hashesOf(overlay, configs);
      for (const name of configs) appendFileSync(join(root, "target", name), `# ${round}\n`);
      const wasKilled = await killAfter(start(refresh), pace * (0.5 + Math.random() * 0.6));
      const now = hashesOf(overlay, configs);
      const wanted = configs.map((name) => expectedOf(join(root, "target", name)));
      if (wasKilled) result.kills++;
      result.torn += now.filter((hash, at) => hash !== old[at] && hash !== wanted[at]).length;
      const renewed = now.filter((hash, at) => hash === wanted[at]).length;
      if (renewed > 0 && renewed < configs.length) result.midway++;
      const status = await finish(refresh);
      if (status !== 0 || !isWhole(overlay) || String(hashesOf(overlay, configs)) !== String(wanted))
        result.broken++;
    }
  } finally {
    for (const folder of [root, join(overlay, "..")]) rmSync(folder, { recursive: true, force: true });
  }
}

function hashesOf(overlay: string, configs: readonly string[]): (string | undefined)[] {
  return configs.map((name) => hashOf(join(overlay, "target", name)));
}

function expectedOf(original: string): string {
  return sha256(readFileSync(original, "latin1").replace("srst_onyl", "srst_only"));
}

/** Whether an overlay is as its manifest says, and has nothing else in it. */
export function isWhole(overlay: string): boolean {
  const manifest = readManifest(overlay, diskFiles);
  if (manifest === undefined || !existsSync(join(overlay, "openocd.cfg"))) return false;
  const names = readdirSync(overlay, { recursive: true }) as string[];
  const isClean = !names.some((name) => name.endsWith(".l5cfg-fix-new") || isLock(name));
  const hasAll = manifest.files.every(
    ({ path, patchedSha256 }) => hashOf(join(overlay, path)) === patchedSha256,
  );
  return isClean && hasAll && foreignFiles(overlay, manifest, diskFiles).length === 0;
}
