import { editsBetween } from "../edit/between.ts";
import { applyEdits, type Edit, overlap } from "../edit/edit.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import { snapshot } from "../files/snapshot.ts";
import type { Finding, Fix } from "../rules/finding.ts";
import { checkJob } from "./check.ts";
import type { Job } from "./runs.ts";
import { differences, summarize } from "./summary.ts";

/** A file that a patch changes. */
export interface PatchedFile {
  /** Absolute. */
  path: string;
  before: string;
  after: string;
  /** Offsets are those of `before`. */
  edits: Edit[];
}

/** What fixing came to. */
export interface Patch<File extends PatchedFile = PatchedFile> {
  files: File[];
  /** The findings that the patch fixes. */
  fixed: Finding[];
  /** Those that are left, with the reason where a fix was tried and taken back. */
  left: { finding: Finding; why?: string }[];
}

export interface FixOptions {
  /** Applies unsafe fixes, too. */
  unsafe?: boolean;
  fs?: FileSystem;
  /** Why a file must not be patched, by its absolute path; undefined where it may be. */
  objectTo?: (file: string) => string | undefined;
}

/** One directive that is put back can show that the next is missing; more than these do not hide each other. */
const MOST_ROUNDS = 8;

/**
 * Fixes what can be fixed, in memory. Every fix is tried by running the patched files again under all transports: the
 * finding has to be gone, and nothing may have changed in the model but what the fix said it would. What then comes to
 * light is fixed in turn; places in such findings are those of the text that was patched before.
 */
export function fixJob(job: Job, options: FixOptions = {}): Patch {
  const fs = snapshot(options.fs ?? diskFiles);
  let round = fixOnce(job, options, fs);
  for (let count = 1; count < MOST_ROUNDS && round.opens; count++) {
    const next = fixOnce(job, options, withPatch(round.files, fs));
    if (next.files.length === 0) break;
    round = joined(round, next, fs);
  }
  const { fresh, opens: _, ...patch } = round;
  return { ...patch, left: [...patch.left, ...fresh.map((finding) => ({ finding }))] };
}

/** A patch, what only it brought to light, and whether there is now a fix where there was none. */
type Round = Patch & { fresh: Finding[]; opens: boolean };

function isWanted({ fix }: Finding, { unsafe }: FixOptions): boolean {
  return fix !== undefined && (fix.safety === "safe" || unsafe === true);
}

/** Why the files of a fix must not be patched. */
function objectionTo({ fix }: Finding, { objectTo }: FixOptions): string | undefined {
  for (const { file } of fix!.edits) {
    const why = objectTo?.(file);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** The files with a patch applied, in memory. */
export function withPatch(files: readonly PatchedFile[], fs: FileSystem): FileSystem {
  return withFiles(new Map(files.map(({ path, after }) => [path, after])), fs);
}

function joined(first: Round, next: Round, fs: FileSystem): Round {
  const paths = [...new Set([...first.files, ...next.files].map(({ path }) => path))].sort();
  const files = paths.map((path) => {
    const [one, two] = [first, next].map((round) => round.files.find((file) => file.path === path));
    if (one === undefined || two === undefined) return (one ?? two)!;
    const before = fs.read(path) ?? "";
    return { path, before, after: two.after, edits: editsBetween(before, two.after) };
  });
  const [wasLeft, isLeft] = [first, next].map(({ left }) => counts(left.map(({ finding }) => finding)));
  const kept = first.left.filter(({ finding }) => isLeft!(finding) > 0);
  return {
    files,
    fixed: [...first.fixed, ...next.fixed],
    left: [...kept, ...next.left.filter(({ finding }) => wasLeft!(finding) === 0)],
    fresh: next.fresh,
    opens: next.opens,
  };
}

function fixOnce(job: Job, options: FixOptions, fs: FileSystem): Round {
  const before = survey(job, fs);
  let after = before;
  const applied: Finding[] = [];
  const refused = new Map<Finding, string>();
  const wanted = before.found.filter((finding) => isWanted(finding, options));
  for (const finding of wanted) {
    const why = objectionTo(finding, options);
    if (why !== undefined) refused.set(finding, why);
  }
  const candidates = wanted.filter((finding) => !refused.has(finding));

  const apply = (findings: readonly Finding[]) => {
    const chosen = compatible([...applied, ...findings]);
    const tried = survey(job, withPatch(patchedFiles(chosen, fs), fs));
    const why = objection(before, tried, chosen);
    if (why === undefined) {
      applied.splice(0, applied.length, ...chosen);
      after = tried;
    }
    return why;
  };
  // All at once is the usual case; where that fails, each half has to show for itself, down to the fix that is to blame.
  const applyOrHalve = (findings: readonly Finding[]) => {
    const why = apply(findings);
    if (why === undefined) return;
    const [only] = findings;
    if (findings.length === 1) {
      refused.set(only!, why);
      return;
    }
    const half = findings.length >> 1;
    applyOrHalve(findings.slice(0, half));
    applyOrHalve(findings.slice(half));
  };
  if (candidates.length > 0) applyOrHalve(candidates);
  const tried = counts(wanted);
  const opens = after.found.some((one) => isWanted(one, options) && tried(one) === 0);
  return { ...result(patchedFiles(applied, fs), before.found, after.found, applied, refused), opens };
}

function result(
  files: PatchedFile[],
  found: readonly Finding[],
  still: readonly Finding[],
  applied: readonly Finding[],
  refused: ReadonlyMap<Finding, string>,
): Omit<Round, "opens"> {
  // What one directive fixes may have been found in many places.
  const [fixes, stands, stood] = [new Set(applied), counts(still), counts(found)];
  const left = found.filter((finding) => !fixes.has(finding) && stands(finding) > 0);
  return {
    files,
    fixed: found.filter((finding) => fixes.has(finding)),
    left: left.map((finding) => {
      const why = refused.get(finding);
      return why === undefined ? { finding } : { finding, why };
    }),
    fresh: still.filter((finding) => stood(finding) === 0),
  };
}

/** Leaves out fixes that touch what an earlier one touches. */
function compatible(findings: readonly Finding[]): Finding[] {
  const taken: { file: string; edit: Edit }[] = [];
  return findings.filter(({ fix }) => {
    const edits = fix!.edits.flatMap(({ file, edits }) => edits.map((edit) => ({ file, edit })));
    const clash = edits.some((one) =>
      taken.some((other) => one.file === other.file && overlap(one.edit, other.edit)),
    );
    if (!clash) taken.push(...edits);
    return !clash;
  });
}

function patchedFiles(findings: readonly Finding[], fs: FileSystem): PatchedFile[] {
  const edits = new Map<string, Edit[]>();
  for (const { file, edits: own } of findings.flatMap(({ fix }) => fix!.edits)) {
    const known = edits.get(file) ?? [];
    for (const edit of own) if (!known.some((other) => sameEdit(edit, other))) known.push(edit);
    edits.set(file, known);
  }
  return [...edits]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, own]) => {
      const before = fs.read(path) ?? "";
      return { path, before, after: applyEdits(before, own), edits: own };
    });
}

function sameEdit(a: Edit, b: Edit): boolean {
  return a.offset === b.offset && a.length === b.length && a.content === b.content;
}

/** What the rules find in a job, and what each of its runs makes. */
interface Survey {
  found: Finding[];
  /** Summaries by config and transport. */
  model: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

function survey(job: Job, fs: FileSystem): Survey {
  const model = new Map<string, ReadonlyMap<string, string>>();
  const found = checkJob(job, fs, ({ config }) => {
    model.set(`${config.file} ${config.transport}`, summarize(config));
  });
  return { found, model };
}

/** Why a set of fixes must not be applied; undefined where all is well. */
function objection(before: Survey, after: Survey, chosen: readonly Finding[]): string | undefined {
  const [were, fix, are] = [before.found, chosen, after.found].map(counts);
  for (const finding of chosen) {
    if (are!(finding) > were!(finding) - fix!(finding))
      return `the finding was still there after the fix "${finding.fix!.title}"`;
  }
  const fixes = chosen.map(({ fix }) => fix!);
  for (const [key, summary] of after.model) {
    const known = before.model.get(key) ?? new Map();
    const unexpected = differences(known, summary).find((change) =>
      // A problem that is gone needs no announcement, and none excuses a new one.
      change.startsWith("problem/") ? !known.has(change) : !isAnnounced(change, fixes),
    );
    if (unexpected !== undefined) return `it would change ${unexpected.replaceAll("/", " ")} as well`;
  }
  return undefined;
}

function isAnnounced(change: string, fixes: readonly Fix[]): boolean {
  return fixes.some(({ changes }) =>
    changes.some((prefix) => change === prefix || change.startsWith(prefix)),
  );
}

/** Tells how many findings are like one. Lines move, so the words of the command tell whether one is the same. */
function counts(findings: readonly Finding[]): (finding: Finding) => number {
  const keyOf = ({ rule, at }: Finding) => `${rule} ${at.source.name} ${at.text}`;
  const known = new Map<string, number>();
  for (const finding of findings) known.set(keyOf(finding), (known.get(keyOf(finding)) ?? 0) + 1);
  return (finding) => known.get(keyOf(finding)) ?? 0;
}
