import { checkConfig } from "../../check/check.ts";
import type { PatchedFile } from "../../check/fix.ts";
import { differences as changesBetween, summarize } from "../../check/summary.ts";
import { editsBetween } from "../../edit/between.ts";
import { applyEdits } from "../../edit/edit.ts";
import type { FileSystem } from "../../files/file-system.ts";
import { withFiles } from "../../files/layered-files.ts";
import type { Config } from "../../openocd/model.ts";
import { inFileWords } from "../body/name-symbols.ts";
import type { Difference, Kind } from "../difference.ts";
import { type ComparedRun, compareFiles, type FileComparison } from "../files.ts";
import type { Both } from "../roles.ts";
import type { Subject } from "../runs.ts";
import type { Attempt } from "./attempt.ts";
import { insertions } from "./insert.ts";
import { replacements } from "./replace.ts";

/** The differences that were ported, and those that were not. */
export interface Ported {
  files: PatchedFile[];
  carried: Difference[];
  /** The selected differences that remain, each with the reason. */
  left: { difference: Difference; why: string }[];
}

/** Dependencies come first. */
const order: readonly Kind[] = [
  "proc",
  "tap",
  "dap",
  "target",
  "work-area",
  "flash-bank",
  "setting",
  "event",
];

/**
 * Writes selected differences of a reference into the file, in memory. After each attempt both configs run again under
 * all transports: the difference must be gone, and nothing else may have changed.
 */
export function port(both: Both<Subject>, chosen: readonly Difference[]): Ported {
  const texts = new Map<string, string>();
  const carried: Difference[] = [];
  let left = [...chosen]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .map((difference) => ({ difference, why: "" }));
  let current = compareFiles(both);
  // One difference may need another one that comes later.
  for (let isMoving = true; isMoving && left.length > 0; ) {
    const still: typeof left = [];
    for (const { difference } of left) {
      const result = carry(difference, current, patched(both, texts));
      if (typeof result === "string") {
        still.push({ difference, why: result });
        continue;
      }
      current = result.after;
      for (const [path, text] of result.texts) texts.set(path, text);
      carried.push(difference);
    }
    isMoving = still.length < left.length;
    left = still;
  }
  return { files: patchedFiles(texts, both.file.fs), carried, left };
}

function patched({ file, reference }: Both<Subject>, texts: ReadonlyMap<string, string>): Both<Subject> {
  return { file: { ...file, fs: withFiles(texts, file.fs) }, reference };
}

function patchedFiles(texts: ReadonlyMap<string, string>, fs: FileSystem): PatchedFile[] {
  return [...texts].map(([path, after]) => {
    const before = fs.read(path) ?? "";
    return { path, before, after, edits: editsBetween(before, after) };
  });
}

/** Ports one difference; returns the reason where no attempt succeeds. */
function carry(
  { id }: Difference,
  before: FileComparison,
  both: Both<Subject>,
): { after: FileComparison; texts: Map<string, string> } | string {
  const one = before.differences.find((other) => other.id === id);
  // An earlier attempt already ported this one, too.
  if (one === undefined) return { after: before, texts: new Map() };
  if (one.reference === undefined) return "only the file has it: there is nothing to carry over";
  const run = before.runs.find(({ file }) => file.transport === one.transports[0])!;
  const attempts = one.file === undefined ? insertions(one, run) : replacements(one, run);
  let why = "a script puts it together, so that there is no line to carry over";
  const tried = new Set<string>();
  for (const attempt of attempts) {
    const key = JSON.stringify(attempt.edits);
    if (tried.has(key)) continue;
    tried.add(key);
    const texts = applied(attempt, both.file.fs);
    const after = compareFiles(patched(both, texts));
    const objection = objectionTo(one, attempt, before, after);
    if (objection === undefined) return { after, texts };
    why = objection;
  }
  return why;
}

function applied({ edits }: Attempt, fs: FileSystem): Map<string, string> {
  return new Map(edits.map(({ file, edits: own }) => [file, applyEdits(fs.read(file) ?? "", own)]));
}

/** Why an attempt is rejected; undefined where it succeeds. */
function objectionTo(
  one: Difference,
  { variables }: Attempt,
  before: FileComparison,
  after: FileComparison,
): string | undefined {
  if (after.transports.length < before.transports.length) return `OpenOCD would stop: ${stop(after)}`;
  if (after.differences.some(({ id }) => id === one.id)) return "the difference would still be there";
  for (const [i, run] of after.runs.entries()) {
    const known = before.runs[i]!;
    const expected = [...announced(one, known), ...variables.map((name) => `variable/${name}`)];
    const changes = changesBetween(summaryOf(known.file), summaryOf(run.file));
    const unexpected = changes.find((change) => !expected.some((prefix) => change.startsWith(prefix)));
    if (unexpected !== undefined) return `it would change ${unexpected.replaceAll("/", " ")} as well`;
    const usual = complaints(known.file);
    const [fresh] = [...complaints(run.file)].filter(([key]) => !usual.has(key));
    if (fresh !== undefined) return `it would not be right there: ${fresh[1]}`;
  }
  return undefined;
}

function stop({ refused }: FileComparison): string {
  return refused.at(-1)?.message ?? "";
}

/** What a patch may change in the model, as prefixes of `summarize`'s keys. */
function announced({ kind, reference, file }: Difference, { names }: ComparedRun): string[] {
  const name = file?.name ?? inFileWords(reference!.name, names.reference);
  switch (kind) {
    case "work-area":
      return [`target/${name}/workArea`];
    case "flash-bank":
      return [`bank/${name}`];
    case "target":
      return [`target/${name}/`, "order/targets"];
    case "event":
      return [`event/${ownerOf(reference!.role)}/${name}`];
    default:
      return [`${kind}/${name}`];
  }
}

function ownerOf(role: string): string {
  return role.replace(/ \S+$/, "").replaceAll(/[‹›]/g, "");
}

/** The model as keys and values, including the settings. */
function summaryOf(config: Config): Map<string, string> {
  const summary = summarize(config);
  for (const { name, words, target } of config.settings) {
    const key = `setting/${name}`;
    summary.set(key, `${summary.get(key) ?? ""}${JSON.stringify([words, target])}`);
  }
  return summary;
}

/**
 * The complaints of OpenOCD and of the rules about a config. Line numbers move, so the text of a command identifies a
 * complaint.
 */
function complaints(config: Config): Map<string, string> {
  return new Map([
    ...config.problems.map(({ message }): [string, string] => [message, message]),
    ...checkConfig(config).map(({ rule, message, at }): [string, string] => [
      `${rule} ${at.file} ${at.text}`,
      `${message} (${rule})`,
    ]),
  ]);
}
