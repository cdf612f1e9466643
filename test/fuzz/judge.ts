import { fixJob } from "../../src/check/fix.ts";
import type { Job } from "../../src/check/job.ts";
import { applyEdits } from "../../src/edit/edit.ts";
import type { FileSystem } from "../../src/files/file-system.ts";
import { withFiles } from "../../src/files/layered-files.ts";
import { loadConfigSync } from "../../src/openocd/load.ts";
import { parse, print, type Script } from "../../src/tcl/syntax.ts";
import type { Input, Kind } from "./inputs.ts";
import { judgeJournal, judgeManifest } from "./judge-json.ts";

export const faultKinds = [
  "crash",
  "hang",
  "memory",
  "not lossless",
  "not idempotent",
  "not refused",
] as const;

export interface Fault {
  what: (typeof faultKinds)[number];
  why: string;
}

export interface Verdict {
  hasFindings: boolean;
  isFixed: boolean;
  faults: Fault[];
}

/** What is no config is judged by itself. */
const jsonJudges: Partial<Record<Kind, (text: string) => string[]>> = {
  "manifests, tampered": judgeManifest,
  "journals, tampered": judgeJournal,
};

/** Takes an input through all that the library does: parse, dry run, rules, fix, and fix again. */
export function judge(input: Input, behind: FileSystem): Verdict {
  const verdict: Verdict = { hasFindings: false, isFixed: false, faults: [] };
  const blame = (what: Fault["what"], why: string) => verdict.faults.push({ what, why });
  const { path, text, transports, unsafe } = input;
  const judgeJson = jsonJudges[input.kind];
  if (judgeJson !== undefined) {
    for (const why of judgeJson(text)) blame("not refused", why);
    return verdict;
  }
  const fs = withFiles(new Map([...input.beside, [path, text]]), behind);
  const job: Job = { ...input, configs: [path], cwd: "/fuzz" };
  try {
    if (!isLossless(text)) blame("not lossless", "its syntax tree gives another text");
    loadConfigSync(path, { ...job, transport: transports[0]!, fs });
    const patch = fixJob(job, { unsafe, fs });
    verdict.hasFindings = patch.fixed.length + patch.left.length > 0;
    verdict.isFixed = patch.files.length > 0;
    if (!verdict.isFixed) return verdict;
    for (const { path: name, before, after, edits } of patch.files) {
      if (applyEdits(before, edits) !== after)
        blame("not lossless", `the edits of ${name} give another text`);
      if (!isLossless(after))
        blame("not lossless", `the syntax tree of ${name} as patched gives another text`);
    }
    const patched = withFiles(new Map(patch.files.map((file) => [file.path, file.after])), fs);
    for (const { rule, message } of fixJob(job, { unsafe, fs: patched }).fixed) {
      blame("not idempotent", `${rule}: ${message}`);
    }
  } catch (error) {
    blame("crash", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return verdict;
}

/** How many levels of scripts in scripts are looked at. */
const deepest = 20;

/** A text comes back whole from its syntax tree, and so does each script inside it. */
function isLossless(text: string): boolean {
  const isWhole = (script: Script, depth: number): boolean =>
    print(script) === text.slice(script.start, script.end) &&
    (depth === deepest || innerScripts(script).every((inner) => isWhole(inner, depth + 1)));
  return isWhole(parse(text), 0);
}

function innerScripts({ commands }: Script): Script[] {
  const parts = commands.flatMap(({ words }) => words.flatMap((word) => word.parts));
  return parts.flatMap(({ script }) => script ?? []);
}
