import { fixJob, type Patch } from "../../check/fix.ts";
import { patchJson, printJson } from "../../report/json.ts";
import { describePatch, printHeader, printRefused, shown, summary } from "../../report/text.ts";
import type { Finding } from "../../rules/finding.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Work } from "../paths/work.ts";
import { paintFor } from "../terminal/colours.ts";
import type { FixCommandOptions } from "./fix.ts";

/** `l5cfg-fix -`: the config on standard input comes out patched, byte for byte; the report goes to standard error. */
export function filter(work: Work, options: FixCommandOptions): number {
  const { job, scope, fs } = work;
  const { unsafe = false } = options;
  const patch = own(fixJob(job, { unsafe, fs }), work);
  const after = survey(work, patch.files);
  if (options.format === "json") printJson([patchJson(work, patch, after)]);
  else {
    const text = patch.files[0]?.after ?? fs.read(scope.location)!;
    process.stdout.write(Buffer.from(text, "latin1"));
    printHeader(work, options);
    const paint = paintFor(process.stderr, options.color);
    for (const finding of describePatch(patch, scope.root, paint)) console.error(`${finding}\n`);
    printRefused(after, work, options);
    if (!options.quiet && !after.isRefused) console.error(summary(patch));
  }
  return patch.left.length === 0 && !after.isRefused ? ExitCode.Ok : ExitCode.Findings;
}

/** Only what is fixed in standard input itself: nothing else comes out. */
function own({ files, fixed, left }: Patch, { scope: { location, root } }: Work): Patch {
  const elsewhere = ({ fix }: Finding) => fix!.edits.find(({ file }) => file !== location)?.file;
  return {
    files: files.filter(({ path }) => path === location),
    fixed: fixed.filter((finding) => elsewhere(finding) === undefined),
    left: [
      ...left,
      ...fixed.flatMap((finding) => {
        const file = elsewhere(finding);
        return file === undefined
          ? []
          : {
              finding,
              why: `its fix belongs in ${shown(file, root)}, and only standard input comes out here; --diff has both`,
            };
      }),
    ],
  };
}
