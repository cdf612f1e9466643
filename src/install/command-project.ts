import { diskOf } from "../files/disk-of.ts";
import type { Disk } from "../files/file-system.ts";
import { withFiles } from "../files/layered-files.ts";
import { parseCommandLine, scriptOf } from "../openocd/command-line.ts";
import { findFile } from "../openocd/search.ts";
import { installAround } from "./install.ts";
import { completed, type Opening, type OpenOptions, openingOf, withProgram } from "./open.ts";
import { isProgramName } from "./openocd-program.ts";
import type { Project } from "./project.ts";
import { projectAt } from "./project-at.ts";

/** The name of a command line's options as the origin of findings. */
const name = "command-line";

/**
 * Makes a project of an OpenOCD command line, with or without the program: `["-f", "board.cfg", "-c", "init"]`. Its
 * files and commands run together, in their order, as OpenOCD would run them. Names are relative to `cwd`. Throws
 * L5cfgFixError for options that OpenOCD does not have.
 *
 * @example
 * ```ts
 * import { check, openCommandLine } from "l5cfg-fix";
 *
 * const scripts = "plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts";
 * const words = ["-s", `fixtures/stm32cubeide_1.4.0/${scripts}`, "-f", "interface/stlink.cfg", "-f", "target/stm32l5x.cfg"];
 * const { findings } = check(openCommandLine(words));
 * console.log(findings[0]?.rule, findings[0]?.at.line); // prints work-area-missing 66
 * ```
 */
export function openCommandLine(words: readonly string[], options: OpenOptions = {}): Project {
  const [first = ""] = words;
  const program = first.startsWith("-") ? undefined : first;
  const line = parseCommandLine(program === undefined ? words : words.slice(1));
  const base = openingOf(options);
  const disk = diskOf(base.fs);
  const { resolve } = disk.path;
  const root = resolve(options.cwd ?? ".");
  const search = [...(options.searchPaths ?? []), ...line.search].map((folder) => resolve(root, folder));
  const location = resolve(root, name);
  const script = scriptOf(line);
  const files = line.steps.flatMap((step) => ("file" in step ? located(step.file, search, root, disk) : []));
  const opening = {
    ...base,
    ...(options.install === undefined && installOf(program, base)),
    searchPaths: search,
    fs: withFiles(new Map([[location, script]]), base.fs),
  };
  // A file that is there says which scripts are around it.
  const anchor = files.findLast(({ path }) => path !== undefined)?.path;
  const around = projectAt(anchor ?? location, { ...opening, disk: diskOf(anchor ? base.fs : opening.fs) });
  const project = {
    ...around,
    ...{ location, root, kind: "command" as const, path: "the command line" },
    // In its working directory OpenOCD looks anyway.
    searchPaths: around.searchPaths.filter((folder) => folder !== root || search.includes(root)),
    configs: [location],
    commandLine: { words, files, script },
  };
  const path = ["openocd", ...words.slice(program === undefined ? 0 : 1)].join(" ");
  return { ...withProgram(completed(project, true, opening), opening), path };
}

function located(file: string, search: readonly string[], root: string, disk: Disk) {
  const path = findFile(file, search, root, disk);
  return [{ name: file, ...(path !== undefined && { path: disk.path.resolve(root, path) }) }];
}

/** The install that the command line's program belongs to, if that is on this machine. */
function installOf(
  program: string | undefined,
  { machine, ...options }: Opening,
): Pick<OpenOptions, "install"> {
  const { disk } = machine;
  if (program === undefined || !/[\\/]/.test(program) || !isProgramName(program, disk)) return {};
  const at = installAround(disk.path.resolve(options.cwd ?? ".", program), disk);
  return at?.scripts === undefined
    ? {}
    : { install: projectAt(at.path, { ...options, searchPaths: [], disk }) };
}
