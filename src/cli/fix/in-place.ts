import { fixJob } from "../../check/fix.ts";
import { fixInPlace, type InPlace } from "../../inplace/fix-in-place.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { patchJson, printJson } from "../../report/json.ts";
import { isForPrograms, printForPrograms } from "../../report/report.ts";
import { describePatch, printHeader, printRefused, summary } from "../../report/text.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Work } from "../paths/work.ts";
import { describeRecovery, sayWaiting } from "../restore/recovery-text.ts";
import { paintFor } from "../terminal/colours.ts";
import { readable } from "../terminal/readable.ts";
import type { FixCommandOptions } from "./fix.ts";

/** `--in-place`: patches the files where they are, with a backup of each beside it. */
export async function inPlace(work: Work, options: FixCommandOptions): Promise<number> {
  const { job, scope, fs, path } = work;
  if (scope.kind === "overlay") {
    throw new UsageError(`${path} is an overlay; l5cfg-fix --refresh makes it anew`);
  }
  const { unsafe = false } = options;
  const fix = () => {
    const patch = fixJob(job, { unsafe, fs });
    return { ...patch, after: survey(work, patch.files) };
  };
  const done = fixInPlace(scope.root, fix, { onWait: sayWaiting });
  const { after } = done.patch;
  if (isForPrograms(options.format)) {
    const findings = [...done.patch.fixed, ...done.patch.left.map(({ finding }) => finding)];
    await printForPrograms([{ work, ...after, findings }], options.format);
  } else if (options.format === "json") {
    const { patched: inPlace, recoveries } = done;
    printJson([{ ...patchJson(work, done.patch, after), inPlace, recoveries }]);
  } else {
    for (const recovery of done.recoveries) console.error(`${describeRecovery(recovery)}\n`);
    printHeader(work, options);
    const paint = paintFor(process.stdout, options.color);
    for (const text of describePatch(done.patch, scope.root, paint)) console.log(`${text}\n`);
    printRefused(after, work, options);
    for (const note of done.patched.flatMap(({ notes }) => notes)) console.error(`note: ${readable(note)}`);
    if (!options.quiet && !(after.isRefused && done.patched.length === 0)) console.log(closing(path, done));
  }
  return done.patch.left.length === 0 && !after.isRefused ? ExitCode.Ok : ExitCode.Findings;
}

function closing(path: string, { patch, patched }: InPlace): string {
  if (patched.length === 0) return summary(patch);
  const back = ownCommand(["restore", path]);
  return `${summary(patch)} Each original is beside its file (*.l5cfg-fix-backup).\n\nTo bring them back:\n\n  ${back}`;
}
