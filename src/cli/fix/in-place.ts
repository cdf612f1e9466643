import { fix } from "../../check/api.ts";
import type { FixResult } from "../../check/result.ts";
import { diskFiles } from "../../files/disk-files.ts";
import { beingModified } from "../../files/errors.ts";
import { isWithin } from "../../files/is-within.ts";
import { realpath } from "../../files/stat.ts";
import { fixInPlace, type InPlace } from "../../inplace/fix-in-place.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { isForPrograms } from "../../report/formats.ts";
import { fixJson, resultsReport } from "../../report/json.ts";
import { printable } from "../../report/printable.ts";
import { fixSummary, headerText } from "../../report/text/check-text.ts";
import { fixTexts } from "../../report/text/finding-text.ts";
import type { Work } from "../input/work.ts";
import { recoveryText, sayWaiting } from "../restore/recovery-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { fixed, watched } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { writeForPrograms } from "./program-report.ts";
import { sayParts } from "./say-parts.ts";
import { statusOf } from "./verdict.ts";

/** `--in-place`: patches the files where they are, with a backup of each beside it. */
export async function inPlace(
  terminal: Terminal,
  work: readonly Work[],
  options: FixCommandOptions,
): Promise<number> {
  const { format } = options;
  const overlay = work.find(({ project }) => project.kind === "overlay");
  if (overlay !== undefined) {
    throw new UsageError(`${overlay.project.path} is an overlay; l5cfg-fix --refresh makes it again`);
  }
  const all: { done: InPlace<FixResult>; stale: Work["stale"] }[] = [];
  for (const one of work) {
    const done = await patched(terminal, one, options);
    if (format === "text") print(terminal, one.project.path, done, options);
    all.push({ done, stale: one.stale });
  }
  const results = all.map(({ done }) => done.patch);
  if (isForPrograms(format)) await writeForPrograms(terminal, results, format);
  else if (format === "json") {
    const reports = all.map(({ done: { patch, patched, recoveries }, stale }) =>
      fixJson(patch, stale, { more: { inPlace: patched, recoveries } }),
    );
    terminal.write(resultsReport(reports));
  }
  return statusOf(results, options);
}

async function patched(
  terminal: Terminal,
  work: Work,
  options: FixCommandOptions,
): Promise<InPlace<FixResult>> {
  const { project, options: how } = work;
  const { unsafe = false } = options;
  const objectTo = outside(project.location);
  const confirmed = options.confirm ? await fixed(terminal, work, options, objectTo) : undefined;
  return fixInPlace(
    project.root,
    () =>
      confirmed
        ? asConfirmed(confirmed)
        : watched(terminal, "fixing", (watch) => fix(project, { ...how, ...watch, unsafe, objectTo })),
    { onWait: sayWaiting(terminal) },
  );
}

function print(terminal: Terminal, path: string, done: InPlace<FixResult>, options: FixCommandOptions): void {
  const { quiet } = options;
  const result = done.patch;
  for (const recovery of done.recoveries) terminal.say(`${recoveryText(recovery)}\n`);
  if (!quiet) terminal.say(headerText(result, terminal.cwd));
  for (const text of fixTexts(result, terminal.cwd)) terminal.print(`${text}\n`);
  sayParts(terminal, result, options);
  if (quiet) return;
  for (const note of done.patched.flatMap(({ notes }) => notes)) terminal.say(`note: ${printable(note)}`);
  terminal.print(closing(path, done));
}

/** What is to be written of what OpenOCD confirmed: nothing where it takes the fixed configs in another way than expected. */
function asConfirmed(result: FixResult): FixResult {
  const { files, fixed, left, confirmed } = result;
  if (files.some(({ path, before }) => diskFiles.read(path) !== before))
    throw beingModified(result.project.root);
  const isConfirmed = confirmed?.runs.every(({ side, agrees }) => side === "original" || agrees);
  if (isConfirmed) return result;
  const why = "OpenOCD does not take the fixed configs as expected";
  return { ...result, files: [], fixed: [], left: [...left, ...fixed.map((one) => ({ ...one, why }))] };
}

/**
 * Says of files outside of what was named that they are not patched: a config could lead to any file. A link that was not
 * named leads outside, too.
 */
function outside(named: string): (file: string) => string | undefined {
  const folder = realpath(named);
  return (file) =>
    isWithin(realpath(file), folder)
      ? undefined
      : `its fix is in ${realpath(file)}, outside of ${named}; to patch that as well: ${ownCommand(["--in-place", realpath(file)])}`;
}

function closing(path: string, { patch, patched }: InPlace<FixResult>): string {
  if (patched.length === 0) return fixSummary(patch);
  const back = ownCommand(["restore", path]);
  return `${fixSummary(patch)} Each original is beside its file (*.l5cfg-fix-backup).\n\nTo bring them back:\n\n  ${back}`;
}
