import nodePath, { join } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { searchPathsOf } from "../manifest/manifest.ts";
import { targetName } from "../overlay/openocd-cfg.ts";
import type { OverlayAt } from "../overlay/openocd-command.ts";
import { nearest } from "../rules/nearest.ts";
import { FlashError } from "./errors.ts";
import { scriptOf } from "./overlay.ts";

/** Throws FlashError for a target that the overlay would not find. Its `openocd.cfg` searches the same folders. */
export function requireTarget(overlay: OverlayAt, target: string): void {
  if (scriptOf(overlay, target) !== undefined) return;
  const { manifest, folder } = overlay;
  const names = [target, `target/${target}.cfg`, `board/${target}.cfg`, `${target}.cfg`];
  const folders = searchPathsOf(manifest, folder, nodePath);
  const isThere = names.some((name) => folders.some((one) => diskFiles.kind(join(one, name)) === "file"));
  if (isThere) return;
  const known = manifest.targets.map(targetName);
  const [close] = nearest(target, known);
  const advice = close === undefined ? `patched here: ${known.join(", ")}` : `did you mean ${close}?`;
  throw new FlashError(`no target or board is called "${target}"; ${advice}`);
}
