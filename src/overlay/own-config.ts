import { diskFiles } from "../files/disk-files.ts";
import { OverlayError } from "./errors.ts";
import { overlayName, ownConfigName } from "./overlay-name.ts";
import type { OverlayPlan } from "./overlay-plan.ts";

/**
 * The plan, with a copy of the project's own `openocd.cfg` in it even where that is not patched: under its own name OpenOCD
 * would find the overlay's. Throws OverlayError where it cannot be read any more.
 */
export function withOwnConfig(plan: OverlayPlan): OverlayPlan {
  const { scope, patch } = plan;
  const isOwn = (path: string) => overlayName(path, scope) === ownConfigName;
  const path = scope.configs.find(isOwn);
  if (path === undefined || patch.files.some((file) => isOwn(file.path))) return plan;
  const text = diskFiles.read(path);
  if (text === undefined) throw new OverlayError(`${path} cannot be read any more; nothing was written`);
  return { ...plan, patch: { ...patch, files: [...patch.files, { path, before: text, after: text }] } };
}
