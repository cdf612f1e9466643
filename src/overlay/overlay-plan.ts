import type { PatchedFile } from "../check/fix.ts";
import type { RunResult } from "../check/result.ts";
import type { Project } from "../install/project.ts";
import type { Making } from "../manifest/manifest.ts";

/** What a manifest says of a finding. */
export interface PlannedFinding {
  rule: string;
  message: string;
  at: { readonly file: string; readonly line: number };
  transports: string[];
  fix?: { edits: readonly { file: string }[] };
}

/** What an overlay is made of. */
export interface OverlayPlan {
  scope: Project;
  patch: {
    fixed: readonly PlannedFinding[];
    left: readonly { finding: PlannedFinding; why?: string }[];
    files: readonly (Pick<PatchedFile, "path" | "before" | "after"> & { edits?: readonly unknown[] })[];
  };
  /** What each config read when it was run. */
  runs: readonly Pick<RunResult, "config" | "choosesAdapter" | "read">[];
  /** The transports that were checked; none for the usual ones. */
  transports?: readonly string[];
  /** What a refresh needs to know. */
  made?: Making;
}
