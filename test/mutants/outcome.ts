import { relative } from "node:path";
import { diffLines } from "diff";
import { checkJob } from "../../src/check/check.ts";
import { fixJob } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { TRANSPORTS } from "../oracle/ask.ts";
import { scriptsDir } from "../support/openocd.ts";
import type { Mutant } from "./directives.ts";
import type { Case, Judge } from "./judge.ts";

/** How a mutant came out. */
export interface Outcome {
  mutant: Mutant;
  /** Rules that find something that they do not find in the original. */
  found: string[];
  verdict: "repaired" | "wrong" | "left";
  /** Why it is not repaired. */
  why: string;
  /** Lines taken away and put in from the mutant's original to the patched text, the larger of both. */
  changed: number;
}

/** Where the mutant lies for us: a folder that shadows the installed scripts. */
const folder = "/mutant";

/**
 * Fixes a mutant and has OpenOCD judge it, through the configs and transports that load it. Undefined for a mutant that
 * OpenOCD cannot tell from the original.
 */
export async function judge(
  judge: Judge,
  mutant: Mutant,
  original: string,
  cases: readonly Case[],
): Promise<Outcome | undefined> {
  const broken = await judge.differences(cases, new Map([[mutant.file, mutant.text]]));
  if (broken.length === 0) return undefined;

  const job = jobFor(mutant, cases);
  const fs = withFiles(new Map([[`${folder}/${mutant.file}`, mutant.text]]), diskFiles);
  const patch = fixJob(job, { fs });
  const known = new Set(findingsIn(job, mutant.file, original));
  const findings = [...patch.fixed, ...patch.left.map(({ finding }) => finding)];
  const found = findings.map(({ rule }) => rule).filter((rule) => !known.has(rule));

  const files = new Map([[mutant.file, mutant.text]]);
  for (const { path, after } of patch.files) files.set(nameOf(path), after);
  const differences = await judge.differences(cases, files);
  const patched = files.get(mutant.file)!;
  const verdict = differences.length === 0 ? "repaired" : patch.files.length > 0 ? "wrong" : "left";
  const objections = patch.left.map(
    ({ finding, why }) => `${finding.rule}: ${why ?? finding.notes.at(-1) ?? ""}`,
  );
  const why = verdict === "repaired" ? "" : [differences[0], ...objections].join(" | ");
  return { mutant, found: [...new Set(found)], verdict, why, changed: changedLines(original, patched) };
}

function jobFor({ file }: Mutant, cases: readonly Case[]): Job {
  const configs = [...new Set(cases.map((one) => one.file))].map((name) =>
    name === file ? `${folder}/${name}` : `${scriptsDir}/${name}`,
  );
  return {
    configs,
    searchPaths: [folder, scriptsDir],
    openocd: "0.12.0",
    transports: TRANSPORTS.filter((transport) => cases.some((one) => one.transport === transport)),
    cwd: "/nowhere",
  };
}

const findingsOfOriginals = new Map<string, string[]>();

function findingsIn(job: Job, file: string, text: string): string[] {
  const known = findingsOfOriginals.get(file);
  if (known !== undefined) return known;
  const fs = withFiles(new Map([[`${folder}/${file}`, text]]), diskFiles);
  const found = checkJob(job, fs).map(({ rule }) => rule);
  findingsOfOriginals.set(file, found);
  return found;
}

function nameOf(path: string): string {
  return relative(path.startsWith(`${folder}/`) ? folder : scriptsDir, path);
}

function changedLines(before: string, after: string): number {
  let [gone, added] = [0, 0];
  for (const { count, added: isNew, removed } of diffLines(before, after)) {
    if (isNew) added += count ?? 0;
    if (removed) gone += count ?? 0;
  }
  return Math.max(gone, added);
}
