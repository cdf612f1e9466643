import { printedCommandLine } from "../openocd/typed-command.ts";
import { defaultOpenOcd, pluginRelease, releaseNamed } from "../openocd/version.ts";
import type { Diagnosis, Explanation } from "./explanation.ts";

/** A command line for `l5cfg-fix` that may fix the configs that a log is about. Only a run shows whether it does. */
export interface FixCommand {
  /** The version to give with `--openocd`, where it would not be taken by itself. */
  openocd?: string;
  /** A path, or the options of a command line of OpenOCD. */
  words: readonly string[];
  isCommandLine: boolean;
  /** Whether the log says which files; otherwise the placeholder `CONFIG` is used. */
  isKnown: boolean;
  /** Numbers of the diagnoses that rules are for, from 1. */
  fixes: readonly number[];
}

/** The placeholder for a path that the log does not contain. */
const placeholder = "CONFIG";

/**
 * The command for what rules are for; undefined where they are for nothing. `locate` says where a file that the log names is on
 * this machine.
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
  const expected = (install && pluginRelease(install.version)?.openocd) ?? defaultOpenOcd;
  const isOther = openocd !== undefined && releaseNamed(openocd).id !== releaseNamed(expected).id;
  const line = install === undefined ? lineOf(explanation, locate) : undefined;
  const path = install?.root ?? file ?? placeholder;
  return {
    ...(isOther && { openocd }),
    words: line ?? [path.startsWith("-") ? `./${path}` : path],
    isCommandLine: line !== undefined,
    isKnown: file !== undefined,
    fixes,
  };
}

/** What comes with `init`, or needs it. */
const AFTER_CONFIG = /^\s*(?:init|program|targets|reset|halt|flash|shutdown|exit)\b/;

/** The options of a command line that gives OpenOCD more than one file; what it is to do with the chip is left out. */
function lineOf(
  { command }: Explanation,
  locate: (file: string) => string | undefined,
): string[] | undefined {
  const line = command && printedCommandLine(command);
  if (line === undefined) return undefined;
  const end = line.steps.findIndex((step) => "command" in step && AFTER_CONFIG.test(step.command));
  const steps = end === -1 ? line.steps : line.steps.slice(0, end);
  if (steps.length < 2) return undefined;
  return [
    ...line.search.flatMap((folder) => ["-s", folder]),
    ...steps.flatMap((step) =>
      "file" in step ? ["-f", locate(step.file) ?? step.file] : ["-c", step.command.trim()],
    ),
  ];
}

/**
 * The file that OpenOCD was given: the outermost one of the calls that lead to a diagnosis. Where there is none, the file
 * of `-f`, else any script of a chip that the log names.
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

/** From a path into an install of STM32CubeIDE to its root, with the layouts of Linux, Windows and macOS. */
const INSTALL =
  /^(.*?)(?:[\\/]STM32CubeIDE|[\\/]Contents[\\/]Eclipse)?[\\/]plugins[\\/]com\.st\.stm32cube\.ide\.mcu\.debug\.openocd_(\d+\.\d+\.\d+\.\d+)[\\/]/;

function installOf(file: string): { root: string; version: string } | undefined {
  const match = INSTALL.exec(file);
  return match === null ? undefined : { root: match[1]!, version: match[2]! };
}
