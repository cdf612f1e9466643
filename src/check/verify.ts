import { applyEdits } from "../edit/edit.ts";
import type { Absolute } from "../files/absolute.ts";
import type { Problem } from "../openocd/model.ts";
import type { Place } from "../openocd/place.ts";
import type { Change } from "../rules/change.ts";
import type { Finding } from "../rules/finding.ts";
import type { Entry } from "./entries.ts";
import { counts } from "./findings.ts";
import { insertedBy, type PatchedFile } from "./patch.ts";
import type { Run } from "./runner.ts";
import type { Survey } from "./survey.ts";

/** Why a patch must not be applied, and which fix is the reason, where that is known. */
export interface Objection {
  why: string;
  blamed?: readonly Finding[];
  /** The findings whose fixes patch a file that this run reads: only these can be the reason. */
  suspects?: readonly Finding[];
}

/** One attempt: the findings whose fixes were applied together, and the result. */
export interface Attempt {
  before: Survey;
  after: Survey;
  chosen: readonly Finding[];
  files: readonly PatchedFile[];
  absolute: Absolute;
}

/**
 * The objections to a patch, for each run: a finding that remains, a new refusal, or an undeclared change in the
 * model. Empty where there are none.
 */
export function objectionsTo(attempt: Attempt): Objection[] {
  const still = stillThere(attempt);
  if (still.length > 0) {
    return [{ why: `the finding was still there after the fix "${still[0]!.fix!.title}"`, blamed: still }];
  }
  const check = new Verifier(attempt);
  return attempt.after.runs.flatMap((after) => {
    const before = attempt.before.runs.find(
      ({ file, given }) => file === after.file && given === after.given,
    );
    // Configs without changed files did not run again.
    if (before === undefined || before === after) return [];
    const objection = check.objectionIn(before, after);
    return objection === undefined ? [] : [{ ...objection, suspects: suspectsIn(after, attempt.chosen) }];
  });
}

function suspectsIn({ read }: Run, chosen: readonly Finding[]): Finding[] {
  return chosen.filter(({ fix }) => fix!.edits.some(({ file }) => read.has(file)));
}

function stillThere({ before, after, chosen }: Attempt): Finding[] {
  const [were, fixed, are] = [before.found, chosen, after.found].map(counts);
  return chosen.filter((finding) => are!(finding) > were!(finding) - fixed!(finding));
}

class Verifier {
  readonly #files: ReadonlyMap<string, PatchedFile>;
  readonly #absolute: Absolute;
  readonly #fixes: readonly { finding: Finding; inserted: Inserted }[];
  /** Whether the patch makes OpenOCD read further scripts: then objects that depend on them may appear, too. */
  readonly #isOpening: boolean;

  constructor({ chosen, files, absolute }: Attempt) {
    this.#absolute = absolute;
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#isOpening = chosen.some(({ fix }) => fix!.changes.some(({ kind }) => kind === "script"));
    this.#fixes = chosen.map((finding) => ({ finding, inserted: insertedIn(finding, files) }));
  }

  objectionIn(before: Run, after: Run): Objection | undefined {
    const problem = newProblems(before, after).find((one) => this.#isObjectionable(one, before));
    if (problem !== undefined) {
      const what = `OpenOCD would say "${problem.message}" (${problem.file}:${problem.line})`;
      return this.#objection(what, problem.at === undefined ? [] : [problem.at]);
    }
    const isNew = newlyRead(before, after);
    for (const [key, entry] of after.entries) {
      const known = before.entries.get(key);
      if (!this.#isExpected(known, entry, before, isNew)) {
        return this.#objection(`it would change ${nameOf(entry)} as well`, entry.places);
      }
    }
    for (const [key, entry] of before.entries) {
      if (after.entries.has(key) || this.#announced(entry, undefined)) continue;
      // A newly read script may use variables that were set for it.
      if (this.#isOpening && entry.kind === "variable") continue;
      return this.#objection(`it would take away ${nameOf(entry)}`, []);
    }
    return undefined;
  }

  /** A config that loaded must still load. Where it did not load before, only the patch's own additions count. */
  #isObjectionable({ code, at }: Problem, before: Run): boolean {
    const isOwn = at !== undefined && this.#isInserted(at);
    return before.problems.length === 0 || isOwn || code === "exists" || code === "syntax";
  }

  #isExpected(
    before: Entry | undefined,
    after: Entry,
    { complete }: Run,
    isNew: (entry: Entry) => boolean,
  ): boolean {
    if (before !== undefined && isEqual(before, after)) return true;
    if (before !== undefined && this.#isEditedText(before, after)) return true;
    if (this.#announced(after, isNew) || this.#isOfNewTarget(before, after)) return true;
    // The first command that asks for the transport determines it.
    if (after.kind === "transport" && this.#isOpening && before?.value === "") return true;
    if (before === undefined && after.kind === "tap" && this.#declaresTaps()) return true;
    if (after.kind === "order") return before !== undefined && isSameOrder(before, after);
    // Commands after the one that ended the run were never reached. The patch is responsible only for its own text, and
    // not for the whole body that contains an edit.
    const isOwn = after.places.some((place) =>
      after.text === undefined ? this.#isInserted(place) : this.#isWritten(place),
    );
    if ((complete && !this.#isOpening) || isOwn) return false;
    return before === undefined || after.kind === "variable" || after.kind === "setting";
  }

  /** Whether a setting differs only in the part for a target that a fix creates. */
  #isOfNewTarget(before: Entry | undefined, after: Entry): boolean {
    if (after.kind !== "setting") return false;
    const created = new Set(
      this.#fixes.flatMap(({ finding }) =>
        finding.fix!.changes.flatMap((change) =>
          change.kind === "target" && change.part === undefined ? [change.name] : [],
        ),
      ),
    );
    const others = (after.value as Settings).filter(([, target]) => !created.has(target ?? ""));
    return areSame((before?.value ?? []) as Settings, others);
  }

  #declaresTaps(): boolean {
    return this.#fixes.some(({ finding }) => finding.fix!.changes.some(({ kind }) => kind === "taps"));
  }

  #announced(entry: Entry, isNew: ((entry: Entry) => boolean) | undefined): boolean {
    return this.#fixes.some(({ finding }) =>
      finding.fix!.changes.some((change) => {
        if (change.kind === "everything") return true;
        if (change.kind === "script") return isNew?.(entry) ?? false;
        return isOfKind(change, entry) && isNamed(change, entry);
      }),
    );
  }

  /** Whether the patch wrote the text at its location. */
  #isEditedText({ text, places }: Entry, after: Entry): boolean {
    const [at] = places;
    const patched = at && this.#files.get(this.#absolute(at.file));
    if (text === undefined || after.text === undefined || patched === undefined) return false;
    const start = at!.source.text.indexOf(text, at!.start);
    if (start === -1 || start + text.length > at!.end) return false;
    const within = patched.edits.filter(
      ({ offset, length }) => offset >= start && offset + length <= start + text.length,
    );
    const expected = applyEdits(
      text,
      within.map((edit) => ({ ...edit, offset: edit.offset - start })),
    );
    return expected === after.text;
  }

  #isInserted(place: Place): boolean {
    return this.#fixes.some(({ inserted }) => this.#overlaps(place, inserted));
  }

  /** Whether a fix inserted all of it. */
  #isWritten(place: Place): boolean {
    return this.#fixes.some(({ inserted }) =>
      (inserted.get(this.#absolute(place.file)) ?? []).some(
        ({ start, end }) => start <= place.start && place.end <= end,
      ),
    );
  }

  #overlaps(place: Place, inserted: Inserted): boolean {
    const stretches = inserted.get(this.#absolute(place.file)) ?? [];
    return stretches.some(({ start, end }) => place.start < end && start < place.end);
  }

  #objection(why: string, places: readonly Place[]): Objection {
    const blamed = this.#fixes.filter(({ inserted }) =>
      places.some((place) => this.#overlaps(place, inserted)),
    );
    return blamed.length === 0 ? { why } : { why, blamed: blamed.map(({ finding }) => finding) };
  }
}

/** The locations of a fix's text in the patched files, by absolute path. */
type Inserted = ReadonlyMap<string, readonly { start: number; end: number }[]>;

function insertedIn({ fix }: Finding, files: readonly PatchedFile[]): Inserted {
  return new Map(
    fix!.edits.map(({ file, edits }) => [file, insertedBy(edits, files.find(({ path }) => path === file)!)]),
  );
}

function newProblems(before: Run, after: Run): Problem[] {
  const keyOf = ({ code, subject, message }: Problem) => `${code} ${subject} ${message}`;
  const known = new Set(before.problems.map(keyOf));
  return after.problems.filter((problem) => !known.has(keyOf(problem)));
}

/** Tests whether a script made an entry that the run before did not read. */
function newlyRead(before: Run, after: Run): (entry: Entry) => boolean {
  const old = new Set(before.sources.map(({ path }) => path));
  const fresh = new Set(after.sources.map(({ path }) => path).filter((path) => !old.has(path)));
  return ({ places }) => places.some(({ file }) => fresh.has(file));
}

function isEqual(a: Entry, b: Entry): boolean {
  if (a.kind === "setting") return areSame(a.value as Settings, b.value as Settings);
  return a.value === b.value || JSON.stringify(a.value) === JSON.stringify(b.value);
}

type Settings = readonly (readonly [words: readonly string[], target: string | undefined])[];

/** A setting may belong to a target that did not exist before. */
function areSame(before: Settings, after: Settings): boolean {
  return (
    before.length === after.length &&
    before.every(
      ([words, target], i) =>
        JSON.stringify(words) === JSON.stringify(after[i]![0]) && (target ?? after[i]![1]) === after[i]![1],
    )
  );
}

/** Whether the earlier entries still have the same order. */
function isSameOrder(before: Entry, after: Entry): boolean {
  const [old, now] = [before.value as string[], after.value as string[]];
  const known = new Set(old);
  return JSON.stringify(now.filter((name) => known.has(name))) === JSON.stringify(old);
}

function isOfKind(change: Change, { kind, part }: Entry): boolean {
  if (change.kind !== kind) return false;
  return change.kind !== "target" || change.part === undefined || change.part === part;
}

function isNamed(change: Change, { name }: Entry): boolean {
  switch (change.kind) {
    case "event":
      return change.name === undefined
        ? name.startsWith(`${change.target} `)
        : name === `${change.target} ${change.name}`;
    case "adapter":
    case "transport":
      return true;
    case "everything":
      return true;
    case "script":
    case "taps":
      return false;
    default:
      return change.name === name;
  }
}

function nameOf({ kind, name, part }: Entry): string {
  return [kind, name, part].filter((word) => word !== undefined && word !== "").join(" ");
}
