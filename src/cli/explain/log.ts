import { diskFiles } from "../../files/disk-files.ts";
import { decodeLog } from "../../log/decode.ts";
import { explainLog } from "../../log/explain.ts";
import type { Explanation } from "../../log/explanation.ts";
import { type Remedy, remedyFor } from "../../log/remedy.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { jsonText } from "../../report/json.ts";
import { shown } from "../../report/text.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { readStdin, stdinName, stdinWord } from "../paths/stdin.ts";
import { paintFor } from "../terminal/colours.ts";
import type { ExplainOptions } from "./explain.ts";
import { logJson } from "./log-json.ts";
import { checkNamed, type NamedFiles } from "./log-scripts.ts";
import { logText } from "./log-text.ts";

/** A log and all that is told of it. */
export interface ExplainedLog {
  /** As given. */
  name: string;
  explanation: Explanation;
  /** The scripts that it names, as far as they are on this machine. */
  scripts: NamedFiles;
  remedy?: Remedy;
  /** The command that fixes, as one types it. */
  command?: string;
}

/** What to do about a log that is too large. */
export function partOf(platform = process.platform): string {
  return platform === "win32"
    ? "save the part with the errors as a file of its own, and give that"
    : "give the part with the errors, as in tail -c 1M LOG | l5cfg-fix explain -";
}

/** `l5cfg-fix explain LOG`: prints each trouble of a log once, and the command that fixes what can be fixed. */
export async function explainLogFile(path: string, options: ExplainOptions): Promise<number> {
  const bytes = path === stdinWord ? await readStdin(partOf()) : diskFiles.read(path);
  if (bytes === undefined)
    throw new UsageError(`cannot read ${path}, or it is larger than 16 MiB; ${partOf()}`);
  const name = path === stdinWord ? stdinName : path;
  const explanation = explainLog(decodeLog(bytes));
  if (!explanation.isOpenocds) {
    throw new UsageError(`explain ${name}: nothing in it reads like OpenOCD's output`);
  }
  const all = await located({ name, explanation }, path, options.search);
  if (options.format === "json") console.log(jsonText(logJson(all)));
  else console.log(logText(all, paintFor(process.stdout, options.color)));
  return explanation.troubles.length + explanation.unknown.length > 0 ? ExitCode.Findings : ExitCode.Ok;
}

/** Looks for the scripts that a log names, and for what fixes them. `path` is where the log was. */
export async function located(
  { name, explanation }: Pick<ExplainedLog, "name" | "explanation">,
  path: string,
  search: readonly string[],
): Promise<ExplainedLog> {
  const scripts = await checkNamed(explanation, path, search);
  const remedy = remedyFor(explanation, (file) => {
    const path = scripts.onDisk.get(file);
    return path && shown(path, process.cwd());
  });
  const command = remedy && shellQuote(["npx", "l5cfg-fix", ...remedy.args]);
  return { name, explanation, scripts, ...(remedy && { remedy }), ...(command && { command }) };
}
