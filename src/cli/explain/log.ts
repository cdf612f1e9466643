import { diskFiles } from "../../files/disk-files.ts";
import { decodeLog } from "../../log/decode.ts";
import { explainLog } from "../../log/explain.ts";
import { type FixCommand, fixCommandFor } from "../../log/fix-command.ts";
import { shellQuote } from "../../overlay/shell-quote.ts";
import { modelReport } from "../../report/json.ts";
import { pathFrom } from "../../report/path-name.ts";
import { ExitCode } from "../exit-codes.ts";
import { requireFolders } from "../input/run-options.ts";
import { readStdin, stdinName, stdinWord } from "../input/stdin.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { ExplainedLog } from "./explained-log.ts";
import { logJson } from "./log-json.ts";
import { checkNamed } from "./log-scripts.ts";
import { logText } from "./log-text.ts";
import type { ExplainOptions } from "./options.ts";
import { fixedBy } from "./try-fix.ts";

/** What to do about a log that is too large. */
export function partOf(platform: NodeJS.Platform): string {
  return platform === "win32"
    ? "save the part with the errors as a file of its own, and give that"
    : "give the part with the errors, as in tail -c 1M LOG | l5cfg-fix explain -";
}

/** `l5cfg-fix explain LOG`: prints each diagnosis of a log once, and the command that fixes what can be fixed. */
export async function explainLogFile(
  terminal: Terminal,
  path: string,
  options: ExplainOptions,
): Promise<number> {
  requireFolders(options.search, terminal.cwd);
  const advice = partOf(terminal.system.platform);
  const bytes = path === stdinWord ? await readStdin(terminal, advice) : diskFiles.read(path);
  if (bytes === undefined)
    throw new UsageError(`cannot read ${path}, or it is larger than 16 MiB; ${advice}`);
  const name = path === stdinWord ? stdinName : path;
  const explanation = explainLog(decodeLog(bytes));
  if (!explanation.isOpenocds && explanation.program === undefined) {
    throw new UsageError(`explain ${name}: nothing in it reads like OpenOCD's output`);
  }
  const all = await located(terminal, { name, explanation }, path, options.search);
  if (options.format === "json") terminal.write(modelReport(logJson(all)));
  else terminal.print(logText(all));
  const { diagnoses, unknown, isVerified } = explanation;
  return diagnoses.length + unknown.length > 0 && !isVerified ? ExitCode.Findings : ExitCode.Ok;
}

/** Looks for the scripts that a log names, and for what fixes them. `path` is where the log was. */
export async function located(
  terminal: Terminal,
  { name, explanation }: Pick<ExplainedLog, "name" | "explanation">,
  path: string,
  search: readonly string[],
): Promise<ExplainedLog> {
  const scripts = await checkNamed(terminal, explanation, path, search);
  const likely = fixCommandFor(explanation, (file) => {
    const path = scripts.onDisk.get(file);
    return path && pathFrom(path, terminal.cwd);
  });
  const known = { name, explanation, scripts, cwd: terminal.cwd };
  if (likely === undefined) return known;
  const log = { diagnoses: explanation.diagnoses, onDisk: scripts.onDisk };
  // As short as it can be.
  for (const folders of search.length > 0 ? [[], search] : [[]]) {
    const fixes = await fixedBy(terminal, likely, folders, log);
    if (fixes === undefined)
      return { ...known, advised: { ...likely, isTried: false, text: typed(likely, [], true) } };
    if (fixes.length > 0)
      return { ...known, advised: { ...likely, fixes, isTried: true, text: typed(likely, folders, false) } };
  }
  return known;
}

function typed({ openocd, words }: FixCommand, folders: readonly string[], isCheck: boolean): string {
  return shellQuote([
    ...["npx", "l5cfg-fix", ...(isCheck ? ["--check"] : [])],
    ...(openocd === undefined ? [] : ["--openocd", openocd]),
    ...folders.flatMap((folder) => ["-s", folder]),
    ...words,
  ]);
}
