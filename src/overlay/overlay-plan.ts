import type { Patch, PatchedFile } from "../check/fix.ts";
import type { Project } from "../install/project.ts";
import type { Making } from "../manifest/manifest.ts";

/** What an overlay is made of. */
export interface OverlayPlan {
  scope: Project;
  patch: Pick<Patch, "fixed" | "left"> & {
    files: readonly (Pick<PatchedFile, "path" | "before" | "after"> & { edits?: readonly unknown[] })[];
  };
  /** The transports that were checked; none for the usual ones. */
  transports?: readonly string[];
  /** What a refresh needs to know. */
  made?: Making;
}
