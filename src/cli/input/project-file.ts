import type { FileSystem } from "../../files/file-system.ts";
import { isUsual } from "../../install/asked.ts";
import type { Machine } from "../../install/machine.ts";
import { type OpenedProject, type OpenProjectsOptions, openWith } from "../../project/open-with.ts";
import type { ProjectSettings } from "../../project/settings.ts";
import { pathName } from "../../report/path-name.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { RunOptions } from "./run-options.ts";

/** Where a project file is, and what it is used for: a path as given, and absolute. */
interface Used {
  file: string | undefined;
  at: string;
  path: string;
}

/**
 * Opens a path with the settings of a project file, and prints a note about it. Throws UsageError where the file names a
 * program that the user has not allowed to run.
 */
export async function openAsSaid(
  terminal: Terminal,
  { file, at, path }: Used,
  given: OpenProjectsOptions & { fs: FileSystem; machine: Machine },
  { trust = false }: RunOptions,
): Promise<OpenedProject[]> {
  const line = new ProgressLine(terminal, "opening");
  const open = (settings: ProjectSettings | undefined, how: typeof given) => {
    const opened = openWith(settings, at, path, how, (name, done, total) => line.show({ name, done, total }));
    line.end();
    return opened;
  };
  if (file === undefined) return open(undefined, given);
  // What only few need is read only for them.
  const { settingsFor } = await import("../../project/settings.ts");
  const settings = settingsFor(at, given.fs, file)!;
  terminal.note(`l5cfg-fix: settings from ${pathName(file, terminal.cwd)}`);
  const { openocdBin } = settings;
  // Where the command line selects the OpenOCD, no confirmation is needed.
  const isSaid = [given.openocd, given.openocdBin, given.install].some((one) => one !== undefined);
  if (openocdBin === undefined || isSaid) return open(settings, given);
  if (!trust && !isUsual(openocdBin, given.machine)) {
    throw new UsageError(
      `${file} wants to run ${openocdBin}: --trust runs it, --openocd VERSION or --openocd-bin FILE say what counts in its place, --ignore-config goes without the file`,
    );
  }
  return open(settings, { ...given, openocdBin });
}
