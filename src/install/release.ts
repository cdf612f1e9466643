import type { Manifest } from "../manifest/manifest.ts";
import type { ProgramFacts } from "../openocd/program-facts.ts";
import {
  defaultOpenOcd,
  matchNamed,
  type PluginRelease,
  parseVersion,
  pluginRelease,
  programRelease,
  releaseOf,
  versionText,
} from "../openocd/version.ts";
import type { Plugin } from "./plugins.ts";

/** The OpenOCD that configs are checked for. */
export interface ChosenOpenOcd {
  /** As `openocd --version` says it. */
  version: string;
  /** How the version was determined, in a few words. */
  why: string;
  /** Whether exactly this build is known, and not only a similar one. */
  exact: boolean;
  /** The abilities that the program itself reported, where it was asked. */
  facts?: ProgramFacts | undefined;
}

/** The possible evidence for a version. */
export interface Evidence {
  /** The plugin with the scripts. */
  plugin?: Plugin | undefined;
  /** The plugin with the program. */
  program?: Plugin | undefined;
  /** The program, and what it printed when it was asked. */
  answer?: { binary: string; printed: string } | undefined;
  manifest?: Manifest | undefined;
}

/**
 * The version to check for. In order of preference: the given one; the one that the program prints; the one of the
 * plugins (the program plugin's, where program and scripts differ); the one of the overlay; 0.12.0. Throws
 * L5cfgFixError where the given version cannot be parsed.
 */
export function chooseOpenOcd(given: string | undefined, evidence: Evidence = {}): ChosenOpenOcd {
  if (given !== undefined) return { version: given, why: "given by --openocd", exact: isExact(given) };
  return said(evidence) ?? shipped(evidence) ?? written(evidence) ?? assumed;
}

const assumed: ChosenOpenOcd = { version: defaultOpenOcd, why: "assumed", exact: true };

function said({ answer }: Evidence): ChosenOpenOcd | undefined {
  const parsed = answer && parseVersion(answer.printed);
  if (parsed === undefined) return undefined;
  const version = versionText(parsed);
  return { version, why: `${answer!.binary} says so`, exact: isExact(version) };
}

function shipped(evidence: Evidence): ChosenOpenOcd | undefined {
  const { plugin, program } = evidence;
  const own = plugin && pluginRelease(plugin.version);
  const its = program && programRelease(program.version);
  const isProgram = its !== undefined && (own === undefined || own.release !== its.release);
  return isProgram
    ? fromPlugin(its, `program plugin ${program!.version}`)
    : own && fromPlugin(own, `debug plugin ${plugin!.version}`);
}

function fromPlugin({ openocd, exact, evidence }: PluginRelease, plugin: string): ChosenOpenOcd {
  const how = evidence === "seen" ? "ships" : "presumably ships";
  return { version: openocd, why: `${how} with STM32CubeIDE ${plugin}`, exact };
}

function written({ manifest }: Evidence): ChosenOpenOcd | undefined {
  if (manifest === undefined) return undefined;
  const { version } = manifest.openocd;
  return { version, why: "the one the overlay was written for", exact: isExact(version) };
}

/**
 * A warning where the scripts belong to one OpenOCD and the program is a build with other commands; undefined where
 * they match. `used` is the version that is checked for.
 */
export function mismatch({ plugin, program, answer }: Evidence, used: ChosenOpenOcd): string | undefined {
  const own = plugin && pluginRelease(plugin.version);
  const running = answer ? parseVersion(answer.printed) : undefined;
  const actual = running
    ? { openocd: running.text, release: releaseOf(running).release }
    : program && programRelease(program.version);
  if (!own || !actual || own.release === actual.release) return undefined;
  const whose = program ? `of program plugin ${program.version}` : answer!.binary;
  return (
    `the scripts are those of debug plugin ${plugin!.version} (OpenOCD ${own.openocd}), ` +
    `the openocd is ${whose} (OpenOCD ${actual.openocd}); checked for ${used.version}`
  );
}

function isExact(version: string): boolean {
  return matchNamed(version).exact;
}
