import { extname, join } from "node:path";
import { type Manifest, searchPathsOf } from "../install/manifest.ts";
import { configName, targetName } from "./openocd-cfg.ts";
import { slashed, tclPath, tclWord } from "./tcl-text.ts";

/** Where the flash of every STM32 begins; a raw binary does not say where it goes. */
const FLASH_BASE = "0x08000000";

/**
 * The command that writes a firmware with an overlay, checks it and lets it run, word by word. Where the overlay has
 * several targets, the command names the first, to be changed by the one who types it.
 */
export function flashCommand(
  { folder, manifest }: { folder: string; manifest: Manifest },
  firmware = "firmware.elf",
): string[] {
  const { openocd, targets } = manifest;
  const address = extname(firmware).toLowerCase() === ".bin" ? ` ${FLASH_BASE}` : "";
  return [
    openocd.binary ?? "openocd",
    ...searchPathsOf(manifest, folder).flatMap((path) => ["-s", path]),
    ...(targets.length > 1 ? ["-c", `set TARGET ${tclWord(targetName(targets[0]!))}`] : []),
    ...runScript(join(folder, configName)),
    "-c",
    `program ${tclPath(firmware)}${address} verify reset exit`,
  ];
}

/** `-f` puts its file in braces, unquoted, so a file with braces in its name needs Tcl (OpenOCD 0.12.0, options.c). */
function runScript(path: string): string[] {
  return /[{}]/.test(path) ? ["-c", `script ${tclPath(path)}`] : ["-f", slashed(path)];
}

const SAFE = /^[\w@%+=:,./-]+$/;

/** A command as one types it into a shell: POSIX, or Windows's own where the platform is `win32`. */
export function shellQuote(argv: readonly string[], platform: NodeJS.Platform = process.platform): string {
  return argv.map(platform === "win32" ? quoteForWindows : quoteForPosix).join(" ");
}

function quoteForPosix(word: string): string {
  if (SAFE.test(word)) return word;
  return /[$`"\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}

// Backslashes count only in front of a quote (Microsoft, "Parsing C command-line arguments").
function quoteForWindows(word: string): string {
  if (/^[\w@+=:,./\\-]+$/.test(word)) return word;
  return `"${word.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, "$&$&")}"`;
}
