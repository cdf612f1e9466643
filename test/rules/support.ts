import { checkJob } from "../../src/check/check.ts";
import { fixJob, type Patch } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import type { Finding } from "../../src/rules/finding.ts";

const nothing: FileSystem = { read: () => undefined, kind: () => undefined };

export interface Setting extends Partial<Omit<Job, "configs">> {
  /** Other files, by their names below the scripts folder. */
  files?: Readonly<Record<string, string>>;
}

/** A config in a scripts folder that exists only in memory. */
function inMemory(text: string, { files = {}, ...job }: Setting = {}): { job: Job; fs: FileSystem } {
  const all = Object.entries({ "example.cfg": text, ...files });
  const fs = withFiles(new Map(all.map(([name, content]) => [`/scripts/${name}`, content])), nothing);
  return {
    job: {
      configs: ["/scripts/example.cfg"],
      searchPaths: ["/scripts"],
      openocd: "0.12.0",
      cwd: "/work",
      ...job,
    },
    fs,
  };
}

export function findingsIn(text: string, setting?: Setting): Finding[] {
  const { job, fs } = inMemory(text, setting);
  return checkJob(job, fs);
}

/** Rule and line of each finding. */
export function placesIn(text: string, setting?: Setting): string[] {
  return findingsIn(text, setting).map(({ rule, at }) => `${rule}:${at.line}`);
}

export function fix(text: string, setting?: Setting, unsafe = false): Patch & { after: string } {
  const { job, fs } = inMemory(text, setting);
  const patch = fixJob(job, { unsafe, fs });
  const after = patch.files.find(({ path }) => path === "/scripts/example.cfg")?.after ?? text;
  // What works is not fixed.
  const left = patch.left.filter(({ finding }) => finding.severity !== "info");
  return { ...patch, left, after };
}
