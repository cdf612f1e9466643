import type { PatchedFile } from "../../src/check/fix.ts";
import { type Job, runs } from "../../src/check/runs.ts";
import { applyEdits, type Edit } from "../../src/edit/edit.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { nameIn } from "../../src/openocd/command-names.ts";
import { respell } from "../../src/rules/respell.ts";

/**
 * Writes each command that has had several names as the job's OpenOCD would have it, its newest name where it takes
 * several, and leaves all else alone. Unlike a fix this also touches names that still work; nothing is written.
 */
export function translateJob(job: Job, fs: FileSystem = diskFiles): PatchedFile[] {
  const edits = new Map<string, Map<number, Edit>>();
  for (const { config, release } of runs(job, fs)) {
    for (const use of config.uses) {
      if (use.kind !== "renamed-command") continue;
      const own = nameIn(use.name, release.id, config.adapter);
      const found = own === undefined || own === use.name ? undefined : respell(use.at, use.name, own);
      if (found === undefined) continue;
      const known = edits.get(found.file) ?? new Map<number, Edit>();
      for (const edit of found.edits) known.set(edit.offset, edit);
      edits.set(found.file, known);
    }
  }
  return [...edits].map(([path, own]) => {
    const before = fs.read(path) ?? "";
    const all = [...own.values()];
    return { path, before, after: applyEdits(before, all), edits: all };
  });
}
