import { resolve } from "node:path";
import { diskFiles } from "../../files/disk-files.ts";
import { exists } from "../../files/stat.ts";
import { namedInstall } from "../../install/named-install.ts";
import type { Project, ProjectOptions } from "../../install/project.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { type Manifest, manifestName } from "../../manifest/manifest.ts";
import { readOverlay } from "../../manifest/read-overlay.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { renewed } from "../../overlay/staleness.ts";
import { removeOverlay } from "../../overlay/write-overlay.ts";
import { pathName } from "../../report/path-name.ts";
import { printable } from "../../report/printable.ts";
import { ExitCode } from "../exit-codes.ts";
import { workFor } from "../input/work.ts";
import { sayWaiting } from "../restore/recovery-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { UsageError } from "../usage-error.ts";
import type { FixCommandOptions } from "./options.ts";
import { overlay } from "./overlay.ts";
import { installOf } from "./overlay-install.ts";
import { asWritten, cautiousMachine, requireOrigin } from "./refresh-origin.ts";

/**
 * `--refresh OVERLAY`: makes an overlay again, from what it was made from and with the same options; from a newer plugin
 * where that replaced the old one. One that is no longer needed is removed. Throws UsageError where that is not known.
 */
export async function refresh(
  terminal: Terminal,
  folder: string,
  options: FixCommandOptions,
): Promise<number> {
  const manifest = readOverlay(resolve(terminal.cwd, folder), diskFiles);
  if (manifest === undefined) {
    throw new UsageError(`${folder} is no overlay: it has no ${manifestName}; --refresh is for those`);
  }
  if (manifest.made === undefined) {
    throw new UsageError(
      `${folder} does not say what it was made from; make it again with ${ownCommand(["PATH", "-o", folder])}`,
    );
  }
  const at = resolve(terminal.cwd, folder);
  await requireOrigin(terminal, { folder: at, named: folder }, manifest.made);
  const made = renewed(manifest.made);
  const { search, transport, set, openocd, unsafe } = made;
  const { select, ignore, severity, config, ignoreConfig } = made;
  const given = { searchPaths: search, ...(openocd !== undefined && { openocd }) };
  const install = installFor(folder, { ...manifest, made }, options, given);
  // One that was made of the install itself is made of the one that took its place.
  const path = install !== undefined && made.path === made.install ? install.path : made.path;
  if (!exists(path)) {
    throw new UsageError(
      `${folder} was made from ${path}, which is gone, and no newer plugin is beside it; make it again from where the scripts are now: ${ownCommand(["PATH", "-o", folder])}`,
    );
  }
  const how = {
    ...{ search, transport, set, unsafe },
    ...(openocd !== undefined && { openocd }),
    ...(install && { install }),
    ...(select && { select }),
    ...(ignore && { ignore }),
    ...(severity && { severity }),
    ...(config !== undefined && { config }),
    ...(ignoreConfig !== undefined && { ignoreConfig }),
  };
  const machine = cautiousMachine();
  const work = await workFor(terminal, path, { ...options, ...how }, machine);
  const isOpen = openocd === undefined && install === undefined && !machine.hasAnswered;
  const project = isOpen ? asWritten(work.project, { ...manifest, made }) : work.project;
  return overlay(terminal, { ...work, project }, { ...options, ...how, output: folder }, () =>
    discard(terminal, folder, options),
  );
}

/** The install that an overlay was made with, or the one that is named in its place. Throws UsageError. */
function installFor(
  folder: string,
  manifest: Manifest,
  { install }: FixCommandOptions,
  given: ProjectOptions,
): Project | undefined {
  if (manifest.made!.install === undefined) {
    if (install === undefined) return undefined;
    throw new UsageError(`${folder} was not made with --install, and is made again in the same way`);
  }
  return typeof install === "string"
    ? namedInstall(install, given, thisMachine())
    : installOf(folder, manifest, given);
}

/** An overlay that is not needed would still come before the scripts in the search path. */
function discard(terminal: Terminal, folder: string, { quiet }: FixCommandOptions): number {
  const { asides } = removeOverlay(resolve(terminal.cwd, folder), { onWait: sayWaiting(terminal) });
  if (quiet) return ExitCode.Ok;
  const name = printable(folder);
  terminal.say(`There is nothing to patch any more: ${name} is removed, use the scripts themselves.`);
  for (const file of asides)
    terminal.say(`The copy that was changed is kept: ${pathName(file, terminal.cwd)}`);
  return ExitCode.Ok;
}
