import type { PatchedFile } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { applyEdits, type Edit } from "../../src/edit/edit.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { nameIn } from "../../src/openocd/command-names.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import type { Config } from "../../src/openocd/model.ts";
import { usualTransports } from "../../src/openocd/transport.ts";
import { releaseNamed } from "../../src/openocd/version.ts";
import { respell } from "../../src/rules/respell.ts";
import { assumed } from "../../src/rules/settings.ts";

/**
 * Writes each command that has had several names as the job's OpenOCD would have it, its newest name where it takes
 * several, and leaves all else alone. Unlike a fix this also touches names that still work; nothing is written.
 */
export function translateJob(job: Job, fs: FileSystem = diskFiles): PatchedFile[] {
  const edits = new Map<string, Map<number, Edit>>();
  const release = releaseNamed(job.openocd);
  for (const config of runsOf(job, fs)) {
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

/** Each config under each transport; one that selects its adapter itself as it is. */
function runsOf({ configs, transports = usualTransports, ...job }: Job, fs: FileSystem): Config[] {
  const options = { ...job, fs, lenient: true, assume: assumed };
  return configs.flatMap((file) => {
    const all = transports.map((transport) => loadConfigSync(file, { ...options, transport }));
    return all.some(({ choosesAdapter }) => choosesAdapter) ? [loadConfigSync(file, options)] : all;
  });
}
