import { installPath } from "../../install/named-install.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { type Format, isForPrograms } from "../../report/report.ts";
import { printStale } from "../../report/stale-text.ts";
import { UsageError } from "../errors.ts";
import { checkShared, type SharedOptions } from "../paths/inputs.ts";
import { stdinWord } from "../paths/stdin.ts";
import { workFor } from "../paths/work.ts";
import { noticeUnfinished } from "../restore/recovery-text.ts";
import { check } from "./check.ts";

export interface FixCommandOptions extends SharedOptions {
  format: Format;
  check?: boolean;
  /** Where the page about it goes. */
  html?: string;
  diff?: boolean;
  inPlace?: boolean;
  /** Makes an overlay anew. */
  refresh?: boolean;
  /** The overlay's folder. */
  output?: string;
  unsafe?: boolean;
  quiet?: boolean;
  color: boolean;
}

/** `l5cfg-fix PATH…`: checks, and writes an overlay, a patch or a report. Answers the exit status. */
export async function fix(named: readonly string[], options: FixCommandOptions): Promise<number> {
  checkShared(options);
  const paths = named.length > 0 ? named : [installItself(options)];
  checkPaths(paths, options);
  if (options.refresh) return (await import("./refresh.ts")).refresh(paths[0]!, options);
  const work = await Promise.all(paths.map((path) => workFor(path, options)));
  if (options.inPlace) return (await import("./in-place.ts")).inPlace(work[0]!, options);
  for (const { path, scope } of work) if (path !== stdinWord) noticeUnfinished(scope.root);
  if (options.html !== undefined)
    return (await import("./check-html.ts")).checkHtml(work, options.html, options);
  if (options.check) return check(work, options);
  if (options.diff) {
    for (const one of work) printStale(one);
    return (await import("./diff.ts")).diff(work, options);
  }
  const [only] = work;
  if (only!.stale.length > 0) return check(work, options);
  if (only!.path === stdinWord) return (await import("./filter.ts")).filter(only!, options);
  return (await import("./overlay.ts")).overlay(only!, options);
}

/** What `--install` names, where nothing else is to be checked. */
function installItself({ install }: FixCommandOptions): string {
  if (typeof install !== "string") {
    throw new UsageError(
      "missing required argument 'path'; --install auto checks the install of this machine, l5cfg-fix --help shows the options",
    );
  }
  return installPath(install, thisMachine());
}

function checkPaths(paths: readonly string[], options: FixCommandOptions): void {
  const { check, html, diff, output, format, inPlace, refresh } = options;
  const fromStdin = paths.filter((path) => path === stdinWord).length;
  if (fromStdin > 1) throw new UsageError("standard input can be read only once");
  const alone = inPlace ? "--in-place" : refresh ? "--refresh" : undefined;
  if (alone !== undefined) {
    if (fromStdin > 0)
      throw new UsageError(`standard input is no file, so there is nothing for ${alone} to change`);
    if (paths.length > 1) throw new UsageError(`${alone} is for one path; run l5cfg-fix once for each`);
  }
  if (isForPrograms(format) && (diff || (fromStdin > 0 && !check))) {
    throw new UsageError(`--format ${format} lists findings, and here a patched text comes out; use --check`);
  }
  if (check || diff || html !== undefined) return;
  if (paths.length > 1) {
    throw new UsageError("an overlay is for one path; run l5cfg-fix once for each, with its own -o");
  }
  if (fromStdin > 0 && output !== undefined) {
    throw new UsageError(
      "standard input has no place in an overlay: its patched text goes to standard output",
    );
  }
}
