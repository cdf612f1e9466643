import { resolve } from "node:path";
import { fixJob, type Patch } from "../../check/fix.ts";
import { noteMadeHere } from "../../install/made-here.ts";
import { type Making, usualFolder } from "../../manifest/manifest.ts";
import { targetName } from "../../overlay/openocd-cfg.ts";
import { flashCommand } from "../../overlay/openocd-command.ts";
import { shellQuote, typingNote } from "../../overlay/shell-quote.ts";
import { pluginInUse } from "../../overlay/staleness.ts";
import { writeOverlay } from "../../overlay/write-overlay.ts";
import { patchJson, printJson } from "../../report/json.ts";
import { isForPrograms, printForPrograms } from "../../report/report.ts";
import { describePatch, printHeader, printRefused, summary } from "../../report/text.ts";
import { ExitCode } from "../exit-codes.ts";
import { survey } from "../paths/survey.ts";
import type { Work } from "../paths/work.ts";
import { sayWaiting } from "../restore/recovery-text.ts";
import { paintFor } from "../terminal/colours.ts";
import type { FixCommandOptions } from "./fix.ts";

/**
 * Without `--check` and `--diff`: writes patched copies, and ends with the command that flashes with them. `onNothing`
 * is done where there is nothing to write.
 */
export async function overlay(
  work: Work,
  options: FixCommandOptions,
  onNothing: () => number = () => ExitCode.Ok,
): Promise<number> {
  const { job, scope, fs } = work;
  const { unsafe = false, output = usualFolder, transport: transports } = options;
  const patch = fixJob(job, { unsafe, fs });
  const after = survey(work, patch.files);
  const written =
    patch.files.length > 0
      ? writeOverlay(
          resolve(output),
          { scope, patch, transports, made: makingOf(work, options) },
          { onWait: sayWaiting },
        )
      : undefined;
  const binary = written?.manifest.openocd.binary;
  if (written && binary !== undefined) noteMadeHere(written.folder, binary);
  const argv = written && flashCommand(written);
  const command = argv && shellQuote(argv);
  if (isForPrograms(options.format)) {
    const findings = [...patch.fixed, ...patch.left.map(({ finding }) => finding)];
    await printForPrograms([{ work, ...after, findings }], options.format);
  } else if (options.format === "json") {
    printJson([{ ...patchJson(work, patch, after), ...(written && { overlay: written.folder, command }) }]);
  } else {
    printHeader(work, options);
    const paint = paintFor(process.stdout, options.color);
    for (const text of describePatch(patch, scope.root, paint)) console.log(`${text}\n`);
    printRefused(after, work, options);
    if (!options.quiet && !(after.isRefused && patch.files.length === 0)) {
      console.log(closing(patch, output, written?.manifest.targets ?? [], argv));
    }
  }
  for (const file of written?.asides ?? []) console.error(`The copy that was changed is kept: ${file}`);
  if (after.isRefused) return ExitCode.Findings;
  const status = written ? ExitCode.Ok : onNothing();
  return patch.left.length > 0 ? ExitCode.Findings : status;
}

/** What `--refresh` needs to know. */
function makingOf({ scope }: Work, options: FixCommandOptions): Making {
  const { search, transport, set, openocd, install, unsafe = false } = options;
  const plugin = pluginInUse(scope.plugin);
  return {
    path: scope.location,
    search: search.map((folder) => resolve(folder)),
    transport,
    set,
    ...(openocd !== undefined && { openocd }),
    // As what it was: `auto` may be another one next time.
    ...(install !== undefined && { install: scope.install ?? scope.location }),
    unsafe,
    ...(plugin && { plugin }),
  };
}

function closing(
  patch: Patch,
  output: string,
  targets: readonly string[],
  argv: readonly string[] | undefined,
): string {
  if (argv === undefined) return summary(patch);
  const choice = targets.length > 1 ? ` (TARGET may be ${targets.map(targetName).join(", ")})` : "";
  return `${summary(patch)} The patched copies are in ${output}; nothing else was touched.\n\nTo flash with them${choice}:\n\n  ${shellQuote(argv)}${typingNote(argv)}`;
}
