import { join, resolve } from "node:path";
import { diskFiles } from "../../files/disk-files.ts";
import { openCommandLine } from "../../install/command-project.ts";
import type { Machine } from "../../install/machine.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { commandIn } from "../../openocd/typed-command.ts";
import { findProjectFile } from "../../project/find.ts";
import type { ProjectSettings } from "../../project/settings.ts";
import { pathName } from "../../report/path-name.ts";
import { printable } from "../../report/printable.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import { firstOf, levelsOf } from "./levels.ts";
import { type RunOptions, variablesOf } from "./run-options.ts";
import type { Work } from "./work.ts";

/** OpenOCD's own options, as they were typed. */
interface LineOptions extends RunOptions {
  file?: string[];
  command?: string[];
  inPlace?: boolean;
  refresh?: boolean;
}

/** A command line of OpenOCD as something to check. Throws UsageError for what does not go with it. */
export async function workForCommand(
  terminal: Terminal,
  paths: readonly string[],
  given: LineOptions,
  machine: Machine = thisMachine(),
): Promise<Work> {
  refuseOthers(paths, given);
  const { search, openocdBin, install, set } = given;
  const settings = await settingsHere(terminal, given);
  const said = settings?.runOf(join(terminal.cwd, "openocd.cfg"));
  const isOther = openocdBin !== undefined || install !== undefined;
  const openocd = given.openocd ?? (isOther ? undefined : said?.openocd);
  const words = (given.file ?? given.command)!;
  const [program, ...options] = wholeLine(words) ?? ["openocd", ...words];
  const folders = search.flatMap((folder) => ["-s", folder]);
  const project = openCommandLine([program!, ...folders, ...options], {
    cwd: terminal.cwd,
    machine,
    ...(openocd !== undefined && { openocd }),
    ...(openocdBin !== undefined && { openocdBin }),
    ...(install !== undefined && { install }),
  });
  for (const warning of project.warnings) terminal.note(`l5cfg-fix: ${printable(warning)}`);
  const severityOf = firstOf(levelsOf(given), settings?.severityOf);
  return {
    project,
    options: {
      ...{ fs: diskFiles, variables: { ...said?.variables, ...variablesOf(set) }, cwd: terminal.cwd },
      ...(severityOf && { severityOf }),
    },
    isMerged: true,
    stale: [],
  };
}

/** What the project file of the working directory says: the OpenOCD, variables, severities. */
async function settingsHere(
  terminal: Terminal,
  { config, ignoreConfig }: LineOptions,
): Promise<ProjectSettings | undefined> {
  const { cwd } = terminal;
  const named = config === undefined ? undefined : resolve(cwd, config);
  const file = ignoreConfig ? undefined : (named ?? findProjectFile(cwd, diskFiles));
  if (file === undefined) return undefined;
  const { settingsFor } = await import("../../project/settings.ts");
  terminal.note(`l5cfg-fix: settings from ${pathName(file, cwd)}`);
  return settingsFor(cwd, diskFiles, file);
}

function refuseOthers([path]: readonly string[], { inPlace, refresh, transport }: LineOptions): void {
  if (path !== undefined)
    throw new UsageError(
      `-f and -c are a whole command line; ${path} needs a -f in front to be a part of it`,
    );
  const other = inPlace
    ? "--in-place"
    : refresh
      ? "--refresh"
      : transport.length > 0
        ? "--transport"
        : undefined;
  if (other !== undefined) throw new UsageError(`${other} does not go with a command line, only with a path`);
}

/** The words of a command line that is given as one text. */
function wholeLine(words: readonly string[]): string[] | undefined {
  const found = words.flatMap((word, i) =>
    words[i - 1] === "-c" ? [commandIn(word) ?? programAlone(word)] : [],
  );
  const whole = found.find((one) => one !== undefined);
  if (whole !== undefined && words.length > 2)
    throw new UsageError("--command with a whole command line needs no other -f and -c");
  return whole;
}

/** A program without options, which reads openocd.cfg. */
function programAlone(text: string): string[] | undefined {
  const word = text.trim();
  return /^(?:\S*[\\/])?openocd(?:\.exe)?$/i.test(word) ? [word] : undefined;
}
