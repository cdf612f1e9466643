import { resolve } from "node:path";
import { exists } from "../../files/stat.ts";
import { namedInstall } from "../../install/named-install.ts";
import type { Project, ProjectOptions } from "../../install/project.ts";
import { thisMachine } from "../../install/this-machine.ts";
import { type Manifest, manifestName, readManifest } from "../../manifest/manifest.ts";
import { ownCommand } from "../../overlay/shell-quote.ts";
import { renewed } from "../../overlay/staleness.ts";
import { removeOverlay } from "../../overlay/write-overlay.ts";
import { UsageError } from "../errors.ts";
import { ExitCode } from "../exit-codes.ts";
import { installOf } from "../paths/install-option.ts";
import { workFor } from "../paths/work.ts";
import { sayWaiting } from "../restore/recovery-text.ts";
import type { FixCommandOptions } from "./fix.ts";
import { overlay } from "./overlay.ts";

/**
 * `--refresh OVERLAY`: makes an overlay anew, from what it was made from and with the same options; from a newer plugin
 * where that took the old one's place. One that is needed no more is removed. Throws UsageError where that cannot be told.
 */
export async function refresh(folder: string, options: FixCommandOptions): Promise<number> {
  const manifest = readManifest(resolve(folder));
  if (manifest === undefined) {
    throw new UsageError(`${folder} is no overlay: it has no ${manifestName}; --refresh is for those`);
  }
  if (manifest.made === undefined) {
    throw new UsageError(
      `${folder} does not say what it was made from; make it anew with ${ownCommand(["PATH", "-o", folder])}`,
    );
  }
  const made = renewed(manifest.made);
  const { search, transport, set, openocd, unsafe } = made;
  const given = { searchPaths: search, ...(openocd !== undefined && { openocd }) };
  const install = installFor(folder, { ...manifest, made }, options, given);
  // One that was made of the install itself is made of the one that took its place.
  const path = install !== undefined && made.path === made.install ? install.path : made.path;
  if (!exists(path)) {
    throw new UsageError(
      `${folder} was made from ${path}, which is gone, and no newer plugin is beside it; make it anew from where the scripts are now: ${ownCommand(["PATH", "-o", folder])}`,
    );
  }
  const how = {
    ...{ search, transport, set, unsafe },
    ...(openocd !== undefined && { openocd }),
    ...(install && { install }),
  };
  const work = await workFor(path, { ...options, ...how });
  return overlay(work, { ...options, ...how, output: folder }, () => discard(folder, options));
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
    throw new UsageError(`${folder} was not made with --install, and is made anew in the same way`);
  }
  return typeof install === "string"
    ? namedInstall(install, given, thisMachine())
    : installOf(folder, manifest, given);
}

/** An overlay that nothing is left for would keep standing in front of scripts that need it no more. */
function discard(folder: string, { quiet }: FixCommandOptions): number {
  const { asides } = removeOverlay(folder, { onWait: sayWaiting });
  if (quiet) return ExitCode.Ok;
  console.error(`There is nothing to patch any more: ${folder} is removed, use the scripts themselves.`);
  for (const file of asides) console.error(`The copy that was changed is kept: ${file}`);
  return ExitCode.Ok;
}
