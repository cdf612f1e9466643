import type { PatchedFile } from "../mend/fix.ts";
import { runs } from "../mend/runs.ts";
import { withFiles } from "../openocd/file-system.ts";
import type { Problem } from "../openocd/model.ts";
import type { Work } from "./work.ts";

/**
 * Why OpenOCD would still refuse the one config that was named, with its patched files, under every transport. Of a
 * folder's configs many are parts of others and need not run alone, so of those nothing is said.
 */
export function refusal({ scope, job, fs }: Work, files: readonly PatchedFile[] = []): Problem | undefined {
  if (scope.kind !== "file") return undefined;
  const patched = withFiles(new Map(files.map(({ path, after }) => [path, after])), fs);
  const problems = [...runs(job, patched)].map(({ config }) => config.problems[0]);
  return problems.includes(undefined) ? undefined : problems[0];
}
