import { compareFiles, type FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import type { Subject } from "../../compare/runs.ts";
import { type PairedFiles, pairFiles } from "../../compare/trees.ts";
import { jsonText } from "../../report/json.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { checkShared, type SharedOptions } from "../paths/inputs.ts";
import { stdinWord } from "../paths/stdin.ts";
import { type Work, workFor } from "../paths/work.ts";
import { comparedJson } from "./json.ts";
import { printCompared } from "./text.ts";

export interface CompareOptions extends SharedOptions {
  format: "text" | "json";
  referenceSearch: string[];
  referenceOpenocd?: string;
  /** What is to be carried over. */
  port?: string[];
  /** Where the page about it goes. */
  html?: string;
  quiet?: boolean;
  color: boolean;
}

/** What was compared: files that make the same kind of thing, and files of either side that have no counterpart. */
export interface Compared {
  work: Both<Work>;
  pairs: Both<Subject>[];
  comparisons: FileComparison[];
  alone: Both<string[]>;
}

/** `l5cfg-fix compare FILE REFERENCE`. Answers the exit status. */
export async function compare(paths: Both<string>, options: CompareOptions): Promise<number> {
  const compared = await compareThem(paths, options);
  if (options.port !== undefined)
    return (await import("./port.ts")).carryOver(compared, options.port, options);
  if (options.html !== undefined) (await import("./html.ts")).compareHtml(compared, options.html);
  if (options.format === "json") console.log(jsonText(comparedJson(compared)));
  else printCompared(compared, options);
  return compared.comparisons.every(isSame) ? ExitCode.Ok : ExitCode.Findings;
}

/** Where one of the two could not be run, nobody knows. */
function isSame({ differences, transports }: FileComparison): boolean {
  return differences.length === 0 && transports.length > 0;
}

async function compareThem(paths: Both<string>, options: CompareOptions): Promise<Compared> {
  const { openocd, ...rest } = options;
  const { referenceSearch: search, referenceOpenocd } = options;
  const other = { ...rest, search, ...(referenceOpenocd !== undefined && { openocd: referenceOpenocd }) };
  checkShared(options);
  checkShared(other);
  if (paths.file === stdinWord && paths.reference === stdinWord)
    throw new UsageError("standard input can be read only once");
  const work = {
    file: await workFor(paths.file, options),
    reference: await workFor(paths.reference, other),
  };
  const { pairs, alone } = paired({ file: subjects(work.file), reference: subjects(work.reference) });
  if (pairs.length === 0) throw new UsageError(nothingAlike(paths));
  return {
    work,
    pairs,
    comparisons: pairs.map((pair) => compareFiles(pair)),
    alone: { file: alone.file.map(({ file }) => file), reference: alone.reference.map(({ file }) => file) },
  };
}

function subjects({ job: { configs, ...job }, fs }: Work): Subject[] {
  return configs.map((file) => ({ file, job, fs }));
}

/** Two files belong together because somebody says so. */
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
