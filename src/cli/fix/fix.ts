import { autoInstall, cubeIdePath } from "../../install/named-install.ts";
import { rememberingMachine, thisMachine } from "../../install/this-machine.ts";
import { isForPrograms } from "../../report/formats.ts";
import { staleText } from "../../report/text/stale-text.ts";
import { checkedRunOptions } from "../input/run-options.ts";
import { stdinWord } from "../input/stdin.ts";
import { type Work, worksFor } from "../input/work.ts";
import { sayUnfinished } from "../restore/recovery-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { checkOnly } from "./check.ts";
import type { FixCommandOptions } from "./options.ts";

/** `l5cfg-fix PATH…`: checks, and writes an overlay, a patch or a report. Answers the exit status. */
export async function fix(
  terminal: Terminal,
  named: readonly string[],
  given: FixCommandOptions,
): Promise<number> {
  const options = checkedRunOptions(given, terminal.cwd);
  const isLine = options.file !== undefined || options.command !== undefined;
  const paths = named.length > 0 || isLine ? named : [installItself(options)];
  checkPaths(paths, options);
  if (options.refresh && !isLine) return (await import("./refresh.ts")).refresh(terminal, paths[0]!, options);
  const work: Work[] = isLine
    ? [await (await import("../input/command-line.ts")).workForCommand(terminal, paths, options)]
    : [];
  const machine = rememberingMachine();
  for (const path of isLine ? [] : paths) work.push(...(await worksFor(terminal, path, options, machine)));
  if (options.inPlace) return (await import("./in-place.ts")).inPlace(terminal, work, options);
  for (const { project } of work) if (project.path !== stdinWord) sayUnfinished(terminal, project.root);
  if (options.html !== undefined)
    return (await import("./check-html.ts")).checkHtml(terminal, work, options.html, options);
  if (options.check) return checkOnly(terminal, work, options);
  if (options.diff) {
    for (const one of work) sayStale(terminal, one);
    return (await import("./diff.ts")).diff(terminal, work, options);
  }
  if (work.some(({ stale }) => stale.length > 0)) return checkOnly(terminal, work, options);
  const only = work.length === 1 ? work[0]! : (await import("./merge.ts")).merged(work);
  if (only.project.path === stdinWord) return (await import("./filter.ts")).filter(terminal, only, options);
  return (await import("./overlay.ts")).overlay(terminal, only, options);
}

function sayStale(terminal: Terminal, { project, stale }: Work): void {
  if (stale.length > 0) terminal.say(`${staleText(project.path, stale, terminal.cwd)}\n`);
}

/** What `--install` names, where nothing else is to be checked. */
function installItself({ install }: FixCommandOptions): string {
  if (typeof install !== "string") {
    throw new UsageError(
      "missing required argument 'path'; --install auto checks the install of this machine, l5cfg-fix --help shows the options",
    );
  }
  return install === autoInstall ? cubeIdePath(thisMachine()) : install;
}

function checkPaths(paths: readonly string[], options: FixCommandOptions): void {
  const { check, html, diff, output, format, inPlace, refresh } = options;
  const fromStdin = paths.filter((path) => path === stdinWord).length;
  if (fromStdin > 1) throw new UsageError("standard input can be read only once");
  const changes = inPlace ? "--in-place" : refresh ? "--refresh" : undefined;
  if (changes !== undefined && fromStdin > 0)
    throw new UsageError(`standard input is no file, so there is nothing for ${changes} to change`);
  if (refresh && paths.length > 1)
    throw new UsageError("--refresh is for one path; run l5cfg-fix once for each");
  if (options.updateBaseline && options.baseline === undefined)
    throw new UsageError("--update-baseline needs --baseline FILE");
  if (options.baseline !== undefined && !check)
    throw new UsageError("--baseline is for --check; what is fixed needs none");
  if (isForPrograms(format) && (diff || (fromStdin > 0 && !check))) {
    throw new UsageError(`--format ${format} lists findings, and here a patched text comes out; use --check`);
  }
  if (check || diff || inPlace || html !== undefined) return;
  if (fromStdin > 0 && paths.length > 1) {
    throw new UsageError("the patched text of standard input goes to standard output; give it alone");
  }
  if (fromStdin > 0 && output !== undefined) {
    throw new UsageError(
      "standard input has no place in an overlay: its patched text goes to standard output",
    );
  }
}
