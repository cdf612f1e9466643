import { compareFiles, type FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import type { Subject } from "../../compare/runs.ts";
import { type PairedFiles, pairFiles } from "../../compare/trees.ts";
import { comparedJson } from "../../report/compare/compare-json.ts";
import { comparedTexts } from "../../report/compare/compare-text.ts";
import { modelReport } from "../../report/json.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkedRunOptions } from "../input/run-options.ts";
import { stdinWord } from "../input/stdin.ts";
import { jobOf, type Work, workFor } from "../input/work.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { Compared, CompareOptions } from "./options.ts";

/** `l5cfg-fix compare FILE REFERENCE`. Answers the exit status. */
export async function compare(
  terminal: Terminal,
  paths: Both<string>,
  options: CompareOptions,
): Promise<number> {
  const compared = await compareThem(terminal, paths, options);
  if (options.port !== undefined)
    return (await import("./port.ts")).carryOver(terminal, compared, options.port, options);
  if (options.html !== undefined) (await import("./html.ts")).compareHtml(terminal, compared, options.html);
  const status = compared.comparisons.every(isSame) ? ExitCode.Ok : ExitCode.Findings;
  // The page is the result, then.
  if (options.html === "-") return status;
  if (options.format === "json") terminal.write(modelReport(comparedJson(compared)));
  else print(terminal, compared, options);
  return status;
}

function print(terminal: Terminal, compared: Compared, { quiet }: CompareOptions): void {
  for (const { kind, text } of comparedTexts(compared, terminal.cwd)) {
    if (kind === "result") terminal.print(text);
    else if (!quiet) terminal.say(text);
  }
}

/** Where one of the two could not be run, they may differ. */
function isSame({ differences, transports }: FileComparison): boolean {
  return differences.length === 0 && transports.length > 0;
}

async function compareThem(
  terminal: Terminal,
  paths: Both<string>,
  given: CompareOptions,
): Promise<Compared> {
  const options = checkedRunOptions(given, terminal.cwd);
  const { openocd, ...rest } = options;
  const { referenceSearch: search, referenceOpenocd } = options;
  const other = checkedRunOptions(
    { ...rest, search, ...(referenceOpenocd !== undefined && { openocd: referenceOpenocd }) },
    terminal.cwd,
  );
  if (paths.file === stdinWord && paths.reference === stdinWord)
    throw new UsageError("standard input can be read only once");
  const work = {
    file: await workFor(terminal, paths.file, options),
    reference: await workFor(terminal, paths.reference, other),
  };
  const { pairs, alone } = paired({ file: subjects(work.file), reference: subjects(work.reference) });
  if (pairs.length === 0) throw new UsageError(nothingAlike(paths));
  const line = new ProgressLine(terminal, "comparing");
  const compared = {
    projects: { file: work.file.project, reference: work.reference.project },
    pairs,
    comparisons: pairs.map((pair, done) => {
      line.show({ done, total: pairs.length, name: pair.file.file });
      return compareFiles(pair);
    }),
    alone: { file: alone.file.map(({ file }) => file), reference: alone.reference.map(({ file }) => file) },
  };
  line.end();
  return compared;
}

function subjects(work: Work): Subject[] {
  const { configs, ...job } = jobOf(work);
  return configs.map((file) => ({ file, job, fs: work.options.fs }));
}

/** Two files are compared because they were named; those of folders are paired by what they make. */
function paired(both: Both<Subject[]>): PairedFiles {
  const [file, ...files] = both.file;
  const [reference, ...references] = both.reference;
  return file && reference && files.length + references.length === 0
    ? { pairs: [{ file, reference }], alone: { file: [], reference: [] } }
    : pairFiles(both);
}

function nothingAlike({ file, reference }: Both<string>): string {
  return `nothing in ${file} and ${reference} is for the same chip; name two configs to compare them all the same`;
}
