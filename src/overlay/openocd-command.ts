import path, { extname, join } from "node:path";
import { isText } from "../files/file-names.ts";
import { configName, type Manifest, searchPathsOf } from "../manifest/manifest.ts";
import { targetName } from "./openocd-cfg.ts";
import { slashed, tclPath, tclWord } from "./tcl.ts";

/** Where the flash of every STM32 begins; a raw binary does not say where it goes. */
export const FLASH_BASE = 0x08000000;

/** An overlay on disk, for what reads it. */
export interface OverlayAt {
  /** Absolute. */
  folder: string;
  manifest: Manifest;
}

/**
 * The command that writes a firmware with an overlay, checks it and lets it run, word by word. Where the overlay has
 * several targets, the command names the first, to be changed by the one who types it.
 */
export function flashCommand(overlay: OverlayAt, firmware = "firmware.elf"): string[] {
  const { targets } = overlay.manifest;
  const address = extname(firmware).toLowerCase() === ".bin" ? ` 0x0${FLASH_BASE.toString(16)}` : "";
  const variables = targets.length > 1 ? { TARGET: targetName(targets[0]!) } : {};
  return [
    ...sessionCommand(overlay, { variables }),
    "-c",
    `program ${tclPath(firmware)}${address} verify reset exit`,
  ];
}

export interface SessionOptions {
  /** The program, instead of the overlay's own. */
  binary?: string | undefined;
  /** Tcl variables that the overlay's `openocd.cfg` finds set. */
  variables?: Readonly<Record<string, string>>;
}

/** The words that start OpenOCD with an overlay's configuration, to be followed by `-c` and what it is to do. */
export function sessionCommand(
  { folder, manifest }: OverlayAt,
  { binary = manifest.openocd.binary ?? "openocd", variables = {} }: SessionOptions = {},
): string[] {
  return [
    binary,
    ...searchPathsOf(manifest, folder, path).flatMap(searchIn),
    ...Object.entries(variables).flatMap(([name, value]) => ["-c", `set ${tclWord(name)} ${tclWord(value)}`]),
    ...runScript(join(folder, configName)),
  ];
}

/** Node gives programs text, so a folder whose name is none needs Tcl. */
function searchIn(path: string): string[] {
  return isText(path) ? ["-s", path] : ["-c", `add_script_search_dir ${tclPath(path)}`];
}

/**
 * `-f` puts its file in braces, unquoted, so a file with braces in its name needs Tcl (OpenOCD 0.12.0, options.c), and so
 * does one whose name is no text.
 */
function runScript(path: string): string[] {
  return /[{}]/.test(path) || !isText(path) ? ["-c", `script ${tclPath(path)}`] : ["-f", slashed(path)];
}
