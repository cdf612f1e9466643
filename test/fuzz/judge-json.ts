import { isAbsolute, win32 } from "node:path";
import { L5cfgFixError } from "../../src/errors.ts";
import { WriteError } from "../../src/files/errors.ts";
import { staysInside } from "../../src/files/paths.ts";
import { parseJournal } from "../../src/inplace/journal.ts";
import { parseManifest } from "../../src/manifest/read-manifest.ts";
import { openocdCfg } from "../../src/overlay/openocd-cfg.ts";
import { flashCommand } from "../../src/overlay/openocd-command.ts";
import { parse } from "../../src/tcl/syntax.ts";

/** The commands that the `openocd.cfg` of an overlay is made of. */
const OWN = "set rename proc foreach proc if if source rename rename";

/** What is wrong with how a tampered manifest is taken; nothing where it is refused, or taken for what it is. */
export function judgeManifest(text: string): string[] {
  try {
    const manifest = parseManifest(Buffer.from(text, "latin1").toString("utf8"));
    const { made, files, targets, searchPaths, openocd } = manifest;
    const commands = parse(openocdCfg(manifest)).commands.map(({ words }) => words[0]?.text ?? "");
    const paths = [
      made?.path,
      ...(made?.search ?? []),
      made?.install,
      openocd.binary,
      ...searchPaths.slice(1),
    ];
    const names = [...files.map(({ path }) => path), ...targets];
    return [
      ...(commands.join(" ") === OWN ? [] : [`its openocd.cfg has the commands ${commands.join(" ")}`]),
      ...paths.filter((path) => path !== undefined && !isPath(path)).map((path) => `${path} is relative`),
      ...names.filter((name) => !staysInside(name)).map((name) => `${name} leads out`),
      ...(flashCommand({ folder: "/o", manifest }).includes("") ? ["a word of its command is empty"] : []),
    ];
  } catch (error) {
    return error instanceof L5cfgFixError ? [] : [`it is no error of ours: ${(error as Error).stack}`];
  }
}

/** The same for a journal. */
export function judgeJournal(text: string): string[] {
  try {
    const entries = parseJournal(Buffer.from(text, "latin1").toString("utf8"), "journal");
    const names = entries.flatMap(({ path, aside = "x" }) => [path, aside]);
    return [
      ...names.filter((name) => !staysInside(name)).map((name) => `${name} leads out`),
      ...entries.filter(({ aside }) => aside?.includes("/")).map(() => "an aside is in another folder"),
    ];
  } catch (error) {
    return error instanceof WriteError ? [] : [`it is no WriteError: ${(error as Error).stack}`];
  }
}

function isPath(path: string): boolean {
  return isAbsolute(path) || win32.isAbsolute(path);
}
