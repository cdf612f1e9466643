import { resolve } from "node:path";
import type { FixResult } from "../../check/result.ts";
import { realpath } from "../../files/stat.ts";
import { noteMadeHere } from "../../install/made-here.ts";
import type { Project } from "../../install/project.ts";
import { type Making, usualFolder } from "../../manifest/manifest.ts";
import { commandFor, overlayScope } from "../../overlay/command-line.ts";
import { targetName } from "../../overlay/openocd-cfg.ts";
import { shellQuote, typingNote } from "../../overlay/shell-quote.ts";
import { pluginInUse } from "../../overlay/staleness.ts";
import { type Overlay, writeOverlay } from "../../overlay/write-overlay.ts";
import { isForPrograms } from "../../report/formats.ts";
import { fixJson, resultsReport } from "../../report/json.ts";
import { pathName } from "../../report/path-name.ts";
import { printable } from "../../report/printable.ts";
import { isFault } from "../../report/result.ts";
import { fixSummary, headerText } from "../../report/text/check-text.ts";
import { fixTexts } from "../../report/text/finding-text.ts";
import { ExitCode } from "../exit-codes.ts";
import type { Work } from "../input/work.ts";
import { sayWaiting } from "../restore/recovery-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { fixed } from "./engine.ts";
import type { FixCommandOptions } from "./options.ts";
import { writeForPrograms } from "./program-report.ts";
import { originNote } from "./refresh-origin.ts";
import { sayParts } from "./say-parts.ts";
import { statusOf } from "./verdict.ts";

/**
 * Without `--check` and `--diff`: writes patched copies, and ends with the command that flashes with them. `onNothing`
 * is done where there is nothing to write.
 */
export async function overlay(
  terminal: Terminal,
  work: Work,
  options: FixCommandOptions,
  onNothing: () => number = () => ExitCode.Ok,
): Promise<number> {
  const { project } = work;
  const result = await fixed(terminal, work, options);
  const written = result.files.length > 0 ? write(terminal, result, work, options) : undefined;
  const argv = written && commandFor(written, project).argv;
  if (isForPrograms(options.format)) await writeForPrograms(terminal, [result], options.format);
  else if (options.format === "json") {
    const more = written && argv && { overlay: written.folder, command: shellQuote(argv) };
    terminal.write(resultsReport([fixJson(result, work.stale, { ...(more && { more }) })]));
  } else {
    if (!options.quiet) terminal.say(headerText(result, terminal.cwd));
    for (const text of fixTexts(result, terminal.cwd)) terminal.print(`${text}\n`);
    sayParts(terminal, result, options);
    if (!options.quiet)
      terminal.print(closing(result, { output: options.output ?? usualFolder, project }, written));
  }
  for (const file of written?.asides ?? [])
    terminal.say(`The copy that was changed is kept: ${pathName(file, terminal.cwd)}`);
  const status = written ? ExitCode.Ok : onNothing();
  return Math.max(status, statusOf([result], options));
}

function write(terminal: Terminal, result: FixResult, work: Work, options: FixCommandOptions): Overlay {
  const { project } = work;
  const { output = usualFolder, transport: transports } = options;
  const left = result.left
    .filter(isFault)
    .map(({ why, ...finding }) => ({ finding, ...(why !== undefined && { why }) }));
  // What was made of several paths cannot be made again from one.
  const made = work.isMerged ? undefined : makingOf(work, options, terminal.cwd);
  const folder = resolve(terminal.cwd, output);
  // Beforehand: an overlay that was written and not noted, because the process was killed, would be a stranger's.
  if (project.binary !== undefined) noteMadeHere(realpath(folder), project.binary);
  if (made !== undefined) noteMadeHere(realpath(folder), originNote(made));
  const patch = { files: result.files, fixed: result.fixed, left };
  const { scope, runs } = overlayScope(project, result.runs, result.files);
  const plan = { scope, patch, runs, transports, ...(made && { made }) };
  return writeOverlay(folder, plan, { onWait: sayWaiting(terminal) });
}

/** What `--refresh` needs to know. */
function makingOf({ project }: Work, options: FixCommandOptions, cwd: string): Making {
  const { search, transport, set, openocd, install, unsafe = false } = options;
  const { select, ignore, severity, config, ignoreConfig } = options;
  const plugin = pluginInUse(project.plugin);
  return {
    path: project.location,
    search: search.map((folder) => resolve(cwd, folder)),
    transport,
    set,
    ...(openocd !== undefined && { openocd }),
    // As what it was: `auto` may be another one next time.
    ...(install !== undefined && { install: project.install ?? project.location }),
    unsafe,
    ...(select && { select }),
    ...(ignore && { ignore }),
    ...(severity && { severity }),
    ...(config !== undefined && { config: resolve(cwd, config) }),
    ...(ignoreConfig !== undefined && { ignoreConfig }),
    ...(plugin && { plugin }),
  };
}

function closing(
  result: FixResult,
  { output, project }: { output: string; project: Project },
  written: Overlay | undefined,
): string {
  if (written === undefined) return fixSummary(result);
  const { targets } = written.manifest;
  const { argv, isSame } = commandFor(written, project);
  const choice =
    targets.length > 1 ? ` (TARGET may be ${printable(targets.map(targetName).join(", "))})` : "";
  const use = isSame ? "The same command line with them" : `To flash with them${choice}`;
  return `${fixSummary(result)} The patched copies are in ${printable(output)}; nothing else was touched.\n\n${use}:\n\n  ${shellQuote(argv)}${typingNote(argv)}`;
}
