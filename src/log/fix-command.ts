import { defaultOpenOcd, pluginRelease, releaseNamed } from "../openocd/version.ts";
import type { Diagnosis, Explanation } from "./explanation.ts";

/** How the configs behind a log are fixed. */
export interface FixCommand {
  /** The words of a command line for `l5cfg-fix`, without its name. */
  args: readonly string[];
  /** Whether the log tells the path; otherwise its place is held by `CONFIG`. */
  isKnown: boolean;
  /** Numbers of the diagnoses that it fixes, from 1. */
  fixes: readonly number[];
}

/** What stands for a path that the log does not tell. */
const placeholder = "CONFIG";

/**
 * The command that fixes what rules can fix; undefined where none can. `locate` says where a file that the log names is
 * on this machine.
 */
export function fixCommandFor(
  explanation: Explanation,
  locate: (file: string) => string | undefined = () => undefined,
): FixCommand | undefined {
  const { diagnoses, openocd } = explanation;
  const fixes = diagnoses.flatMap(({ rules }, i) => (rules.length > 0 ? i + 1 : []));
  if (fixes.length === 0) return undefined;
  const named = concerned(explanation);
  const file = named === undefined ? undefined : (locate(named) ?? named);
  const install = file === undefined ? undefined : installOf(file);
  const path = install?.root ?? file ?? placeholder;
  const expected = (install && pluginRelease(install.version)?.openocd) ?? defaultOpenOcd;
  const isOther = openocd !== undefined && releaseNamed(openocd).id !== releaseNamed(expected).id;
  return {
    args: [...(isOther ? ["--openocd", openocd] : []), path.startsWith("-") ? `./${path}` : path],
    isKnown: file !== undefined,
    fixes,
  };
}

/**
 * The file that OpenOCD was given: the outermost one on the way to a diagnosis. Where none is told, what `-f` named, else
 * any script of a chip that the log names.
 */
function concerned({ diagnoses, files, given }: Explanation): string | undefined {
  const fixed = diagnoses.filter(({ rules }) => rules.length > 0);
  const outermost = fixed.flatMap(outermostFiles);
  const inInstall = [...outermost, ...files].find((file) => installOf(file) !== undefined);
  return inInstall ?? outermost[0] ?? given.at(-1) ?? files.find(isConfig) ?? files[0];
}

function outermostFiles({ places }: Diagnosis): string[] {
  return places.map(({ at, calledFrom }) => (calledFrom.at(-1) ?? at).file);
}

function isConfig(file: string): boolean {
  return file.endsWith(".cfg");
}

/** From a path into an install of STM32CubeIDE to its root, as installs lie on Linux, Windows and macOS. */
const INSTALL =
  /^(.*?)(?:[\\/]STM32CubeIDE|[\\/]Contents[\\/]Eclipse)?[\\/]plugins[\\/]com\.st\.stm32cube\.ide\.mcu\.debug\.openocd_(\d+\.\d+\.\d+\.\d+)[\\/]/;

function installOf(file: string): { root: string; version: string } | undefined {
  const match = INSTALL.exec(file);
  return match === null ? undefined : { root: match[1]!, version: match[2]! };
}
