import { fixJob, type Patch } from "../mend/fix.ts";
import type { Finding } from "../rules/finding.ts";
import { paintFor } from "./colours.ts";
import { ExitCode } from "./exit-codes.ts";
import type { MendOptions } from "./mend.ts";
import { refusal } from "./refusal.ts";
import { patchJson, printJson } from "./report-json.ts";
import { describePatch, describeRefusal, printHeader, shown, summary } from "./report-text.ts";
import type { Work } from "./work.ts";

/** `l5cfg-fix -`: the config on standard input comes out patched, byte for byte; the report goes to standard error. */
export function filter(work: Work, options: MendOptions): number {
  const { job, scope, fs } = work;
  const { unsafe = false } = options;
  const patch = own(fixJob(job, { unsafe, fs }), work);
  const refused = refusal(work, patch.files);
  if (options.format === "json") printJson([patchJson(work, patch, refused)]);
  else {
    const text = patch.files[0]?.after ?? fs.read(scope.location)!;
    process.stdout.write(Buffer.from(text, "latin1"));
    printHeader(work, options);
    const paint = paintFor(process.stderr, options.color);
    for (const finding of describePatch(patch, scope.root, paint)) console.error(`${finding}\n`);
    if (refused) console.error(describeRefusal(refused, scope.root));
    else if (!options.quiet) console.error(summary(patch));
  }
  return patch.left.length === 0 && !refused ? ExitCode.Ok : ExitCode.Findings;
}

/** Only what is mended in standard input itself: nothing else comes out. */
function own({ files, mended, left }: Patch, { scope: { location, root } }: Work): Patch {
  const elsewhere = ({ fix }: Finding) => fix!.edits.find(({ file }) => file !== location)?.file;
  return {
    files: files.filter(({ path }) => path === location),
    mended: mended.filter((finding) => elsewhere(finding) === undefined),
    left: [
      ...left,
      ...mended.flatMap((finding) => {
        const file = elsewhere(finding);
        return file === undefined
          ? []
          : { finding, why: `it is mended in another file: l5cfg-fix ${shown(file, root)}` };
      }),
    ],
  };
}
