import { applyEdits, type Edit, overlap } from "../edit/edit.ts";
import type { FileSystem } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import type { Finding } from "../rules/finding.ts";

/** A file that fixes change. */
export interface PatchedFile {
  /** Absolute. */
  path: string;
  before: string;
  after: string;
  /** Offsets are those of `before`. */
  edits: Edit[];
}

/** The fixes of these findings, together. */
export function patchOf(findings: readonly Finding[], fs: FileSystem): PatchedFile[] {
  const edits = new Map<string, Edit[]>();
  for (const { file, edits: own } of findings.flatMap(({ fix }) => fix!.edits)) {
    const known = edits.get(file) ?? [];
    for (const edit of own) if (!known.some((other) => isSame(edit, other))) known.push(edit);
    edits.set(file, known);
  }
  return [...edits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, own]) => {
      const before = fs.read(path) ?? "";
      return { path, before, after: applyEdits(before, own), edits: own };
    });
}

/** The files with a patch applied, in memory. */
export function withPatch(files: readonly Pick<PatchedFile, "path" | "after">[], fs: FileSystem): FileSystem {
  return withFiles(new Map(files.map(({ path, after }) => [path, after])), fs);
}

/** Leaves out fixes that touch what an earlier one touches. */
export function compatible(findings: readonly Finding[]): Finding[] {
  const taken = new Map<string, Edit[]>();
  return findings.filter(({ fix }) => {
    const isFree = fix!.edits.every(({ file, edits }) =>
      edits.every((edit) => !taken.get(file)?.some((other) => overlap(edit, other) && !isSame(edit, other))),
    );
    if (isFree) {
      for (const { file, edits } of fix!.edits) taken.set(file, [...(taken.get(file) ?? []), ...edits]);
    }
    return isFree;
  });
}

function isSame(a: Edit, b: Edit): boolean {
  return a.offset === b.offset && a.length === b.length && a.content === b.content;
}

/** A range of a patched text. */
interface Stretch {
  start: number;
  end: number;
}

/** The locations of inserted texts in the patched texts. An edit that only removes text has an empty range. */
export function insertedBy(edits: readonly Edit[], { edits: all }: Pick<PatchedFile, "edits">): Stretch[] {
  const inOrder = [...all].sort((a, b) => a.offset - b.offset || a.length - b.length);
  const found: Stretch[] = [];
  let shift = 0;
  for (const edit of inOrder) {
    const start = edit.offset + shift;
    if (edits.some((one) => isSame(one, edit))) found.push({ start, end: start + edit.content.length });
    shift += edit.content.length - edit.length;
  }
  return found;
}
