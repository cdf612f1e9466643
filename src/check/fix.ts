import { editsBetween } from "../edit/between.ts";
import { type Absolute, absoluteIn } from "../files/absolute.ts";
import type { FileSystem } from "../files/file-system.ts";
import { snapshot } from "../files/snapshot.ts";
import type { Change } from "../rules/change.ts";
import type { Finding } from "../rules/finding.ts";
import { isRemark } from "../rules/remark.ts";
import { divided } from "./division.ts";
import { counts, keyOf, wordsOf } from "./findings.ts";
import type { Job, Steps } from "./job.ts";
import { compatible, type PatchedFile, patchOf, withPatch } from "./patch.ts";
import type { FindingKey } from "./result.ts";
import { isStopped, type Run } from "./runner.ts";
import { toEnd } from "./steps.ts";
import { type Survey, survey } from "./survey.ts";
import { type Objection, objectionsTo } from "./verify.ts";

export type { PatchedFile } from "./patch.ts";

/** The result of fixing. */
export interface Patch<File extends PatchedFile = PatchedFile> {
  files: File[];
  /** The findings that the patch fixes. */
  fixed: Finding[];
  /** The findings that remain, with the reason where a fix was tried and undone. */
  left: { finding: Finding; why?: string }[];
  /** The number of remaining findings beyond the listed ones. */
  omitted: number;
  /** The runs of the patched configs. */
  runs: readonly Run[];
  /** The number of dry runs. */
  dryRuns: number;
}

/** Which fixes are applied, and where files are read. */
export interface FixJobOptions {
  /** Also applies unsafe fixes. */
  unsafe?: boolean;
  fs: FileSystem;
  /** Why a file must not be patched, by its absolute path; undefined where it may be. */
  objectTo?: (file: string) => string | undefined;
  /** Selects the findings to fix; the others remain. */
  only?: (finding: FindingKey) => boolean;
}

/** The maximum number of rounds: one fix can reveal the next fault, but chains are never longer than this. */
const MOST_ROUNDS = 8;
/**
 * The maximum number of attempts to find the fixes that must be undone. Each attempt takes a run of all affected
 * configs.
 */
const MOST_ATTEMPTS = 64;
const NOT_TRIED: Objection = { why: "not tried: too many other fixes here had to be undone" };

/** {@link fixing}, without pauses. */
export function fixJob(job: Job, options: FixJobOptions): Patch {
  return toEnd(fixing(job, options));
}

/**
 * Applies fixes in memory. Every fix is verified: the patched files run again under all transports, also by themselves. The
 * finding must be gone, and nothing else in the model may have changed except what the fix declares. Findings that appear
 * then are fixed in further rounds; their locations refer to the text with the earlier patches.
 */
export function* fixing(job: Job, options: FixJobOptions): Steps<Patch> {
  const fs = snapshot(options.fs);
  const first = yield* survey(job, fs);
  const fixer = new Fixer(job, fs, first, options);
  for (let round = 0; round < MOST_ROUNDS; round++) if (!(yield* fixer.round())) break;
  return fixer.result(first);
}

class Fixer {
  readonly #job: Job;
  readonly #fs: FileSystem;
  readonly #absolute: Absolute;
  readonly #unsafe: boolean;
  readonly #objectTo: FixJobOptions["objectTo"];
  readonly #only: FixJobOptions["only"];
  readonly #fixed: Finding[] = [];
  /** Why fixes were undone, by the text of their findings. */
  readonly #refused = new Map<string, string>();
  /** Those of them that were tried a second time. */
  readonly #retried = new Set<string>();
  /** The current patched files, by path. */
  readonly #texts = new Map<string, string>();
  /** The job's configs with the current patches, and each other patched file as a run of its own. */
  #now: Survey;
  #alone: Survey = { runs: [], found: [], omitted: 0, dryRuns: 0 };
  #attempts = 0;
  #dryRuns: number;

  constructor(job: Job, fs: FileSystem, first: Survey, { unsafe = false, objectTo, only }: FixJobOptions) {
    this.#job = job;
    this.#fs = fs;
    this.#absolute = absoluteIn(fs, job.cwd);
    this.#now = first;
    this.#unsafe = unsafe;
    this.#objectTo = objectTo;
    this.#only = only;
    this.#dryRuns = first.dryRuns;
  }

  /** Applies as many fixes together as possible. Returns whether any fix was applied. */
  *round(): Steps<boolean> {
    const all = this.#now.found.filter((one) => this.#isWanted(one) && this.#isAllowed(one));
    // A newly read script may create anything, so such a fix is tried alone.
    const opening = all.filter(({ fix }) => fix!.changes.some(isOpen));
    const candidates = yield* this.#asAlone(opening.length > 0 ? opening : all);
    const groups = candidates.length > 0 ? [candidates] : [];
    const base = { now: this.#now, alone: this.#alone, files: this.#patchedSoFar() };
    let applied: Finding[] = [];
    const fresh = new Set<string>();
    while (groups.length > 0) {
      const group = groups.shift()!;
      const chosen = compatible([...applied, ...group]);
      const objections = this.#attempts++ < MOST_ATTEMPTS ? yield* this.#attempt(chosen, base) : [NOT_TRIED];
      if (objections.length === 0) {
        applied = chosen;
        continue;
      }
      const isLast = this.#attempts > MOST_ATTEMPTS;
      const { refused, next } = divided(group, isLast ? [{ ...NOT_TRIED, blamed: group }] : objections);
      for (const [finding, why] of refused) this.#refused.set(wordsOf(finding), why);
      for (const finding of refused.keys()) fresh.add(wordsOf(finding));
      groups.unshift(...next);
    }
    this.#fixed.push(...applied);
    if (applied.length > 0) this.#giveAnotherTry(fresh);
    return applied.length > 0;
  }

  /** An undone fix may have needed one that was tried later: each is tried once more, on top of what was applied. */
  #giveAnotherTry(refused: ReadonlySet<string>): void {
    for (const words of refused) {
      if (this.#retried.has(words)) continue;
      this.#retried.add(words);
      this.#refused.delete(words);
    }
  }

  result(first: Survey): Patch {
    const files = [...this.#texts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, after]) => {
        const before = this.#fs.read(path) ?? "";
        return { path, before, after, edits: editsBetween(before, after) };
      });
    const { found, omitted, runs } = this.#now;
    return {
      files,
      fixed: this.#fixed,
      left: this.#left(first, found),
      omitted,
      runs,
      dryRuns: this.#dryRuns,
    };
  }

  /** The findings of the first round keep their locations: lines move when other findings are fixed. */
  #left(first: Survey, found: readonly Finding[]): Patch["left"] {
    const fixed = new Set(this.#fixed.map((one) => this.#keyOf(one)));
    const still = counts(found);
    const old = first.found.filter((one) => !fixed.has(this.#keyOf(one)) && still(one) > 0);
    const known = counts(old);
    const fresh = found.filter((one) => known(one) === 0);
    return [...old, ...fresh].map((finding) => {
      const why = this.#isWanted(finding) ? this.#refused.get(wordsOf(finding)) : undefined;
      return why === undefined ? { finding } : { finding, why };
    });
  }

  #keyOf(finding: Finding): string {
    return keyOf(finding, this.#absolute);
  }

  /** Remarks are about configs that work: they are fixed only where they are selected explicitly. */
  #isWanted(finding: Finding): boolean {
    const { rule, at, fix } = finding;
    if (fix === undefined || (fix.safety === "unsafe" && !this.#unsafe)) return false;
    if (this.#only === undefined) return !isRemark(finding);
    return this.#only({ rule, file: this.#absolute(at.file), start: at.start });
  }

  /** Whether no objection to a fix exists so far. */
  #isAllowed(finding: Finding): boolean {
    if (this.#refused.has(wordsOf(finding))) return false;
    const files = finding.fix!.edits.map(({ file }) => file);
    const why = files.map((file) => this.#objectionTo(file)).find((reason) => reason !== undefined);
    if (why !== undefined) this.#refused.set(wordsOf(finding), why);
    return why === undefined;
  }

  #objectionTo(file: string): string | undefined {
    const stopped = this.#now.runs.find((run) => isStopped(run) && run.read.has(file));
    if (stopped === undefined) return this.#objectTo?.(file);
    return `no fix can be verified: ${stopped.file} cannot be run to its end`;
  }

  #patchedSoFar(): { path: string; after: string }[] {
    return [...this.#texts].map(([path, after]) => ({ path, after }));
  }

  /**
   * A script that other scripts source also runs alone before it is changed, without their settings. Where it has the
   * same finding alone, the fix from that run is used.
   */
  *#asAlone(candidates: readonly Finding[]): Steps<Finding[]> {
    const known = new Set([...this.#job.configs, ...this.#alone.runs.map(({ file }) => file)]);
    const files = new Set(candidates.flatMap(({ fix }) => fix!.edits.map(({ file }) => file)));
    const configs = [...files].filter((file) => !known.has(file));
    if (configs.length > 0) {
      const more = yield* survey(this.#aloneJob(configs), withPatch(this.#patchedSoFar(), this.#fs));
      this.#dryRuns += more.dryRuns;
      this.#alone = {
        ...more,
        runs: [...this.#alone.runs, ...more.runs],
        found: [...this.#alone.found, ...more.found],
      };
    }
    const alone = new Map(
      this.#alone.found.filter((one) => this.#isWanted(one)).map((one) => [this.#keyOf(one), one]),
    );
    return candidates.map((finding) => {
      const fix = alone.get(this.#keyOf(finding))?.fix;
      return fix === undefined
        ? finding
        : { ...finding, fix: { ...fix, changes: [...fix.changes, ...finding.fix!.changes] } };
    });
  }

  #aloneJob(configs: readonly string[]): Job {
    const { variables: _, ...job } = this.#job;
    return { ...job, configs };
  }

  *#attempt(
    chosen: readonly Finding[],
    base: { now: Survey; alone: Survey; files: { path: string; after: string }[] },
  ): Steps<Objection[]> {
    const fs = withPatch(base.files, this.#fs);
    const files = patchOf(chosen, fs);
    const patched = withPatch(files, fs);
    const changed = new Set(files.map(({ path }) => path));
    const now = yield* survey(this.#job, patched, { runs: base.now.runs, changed });
    const configs = [...new Set(base.alone.runs.map(({ file }) => file))];
    const alone = yield* survey(this.#aloneJob(configs), patched, { runs: base.alone.runs, changed });
    this.#dryRuns += now.dryRuns + alone.dryRuns;
    const before = { ...base.now, runs: [...base.now.runs, ...base.alone.runs] };
    const after = { ...now, runs: [...now.runs, ...alone.runs] };
    const objections = objectionsTo({ before, after, chosen, files, absolute: this.#absolute });
    if (objections.length > 0) return objections;
    [this.#now, this.#alone] = [now, alone];
    for (const { path, after: text } of files) this.#texts.set(path, text);
    return [];
  }
}

/**
 * Whether a fix may change anything. Such fixes are tried first, so that the changes of the others are compared
 * strictly.
 */
function isOpen({ kind }: Change): boolean {
  return kind === "script" || kind === "everything";
}
