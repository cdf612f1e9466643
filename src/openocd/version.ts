/**
 * What a version of OpenOCD is, which known build it behaves like, and which is newer. OpenOCD's versions look
 * like semantic versions and are not: `0.12.0-00024-g34afaa939` is newer than 0.12.0, and so is
 * `0.12.0+dev-02632-gabbbc2e05`. So the bases are compared by themselves.
 */

import { compareBases } from "../base-version.ts";
import { L5cfgFixError } from "../errors.ts";
import { PLUGIN_BUILDS, type PluginBuild } from "./data/plugins.ts";
import { RELEASES, type Release, type ReleaseId, releaseById } from "./data/releases.ts";

/** A version of OpenOCD, taken apart. */
export interface OpenOcdVersion {
  /** The version alone, without banner, date and address: `0.12.0-00024-g34afaa939`. */
  readonly text: string;
  /** The release it is based on, a true semantic version: `0.12.0`, `0.11.0-rc2`. */
  readonly base: string;
  /** Commits ahead of the base: 0 for a release, undefined for a development build that does not say. */
  readonly commits: number | undefined;
  /** Abbreviated commit, without the `g`. */
  readonly hash?: string;
  /** From the known commits, else from ST's address in the banner, else from the form of the text. */
  readonly vendor: "st" | "upstream" | "unknown";
  /** Day of the build, `YYYY-MM-DD`, where the text has it. */
  readonly date?: string;
}

/** The version that is assumed where none is given. */
export const defaultOpenOcd = "0.12.0";

/** The known build that a version behaves like; `exact` when it is that very build. */
export interface ReleaseMatch {
  readonly release: Release;
  readonly exact: boolean;
}

/** What is known of a debug plugin's OpenOCD. */
export interface PluginRelease extends ReleaseMatch {
  /** The OpenOCD version string that comes with the plugin. */
  readonly openocd: string;
  readonly evidence: PluginBuild["evidence"];
  readonly why: string;
}

const BANNER = /Open On-Chip Debugger\s+(?=v?\d)/;
const VERSION =
  /^v?(?<base>\d+\.\d+\.\d+(?:-rc\d+)?)(?<dev>\+dev)?(?:-(?<commits>\d+))?(?:-g(?<hash>[0-9a-f]{7,40}))?(?:-snapshot)?(?:-dirty)?(?<fork>-[a-z][\w.-]*)?(?![\w.])/i;
const DATE = /\((\d{4}-\d{2}-\d{2})/;
const ST_ADDRESS = "github.com/STMicroelectronics/";

/**
 * Reads a version string (`0.10.0+dev-g30d1303`, `v0.12.0`) or the text that `openocd --version` prints or a
 * log begins with. Undefined when there is no version in it.
 */
export function parseVersion(text: string): OpenOcdVersion | undefined {
  const banner = BANNER.exec(text);
  const before = banner ? text.slice(0, banner.index) : "";
  const line = (banner ? text.slice(banner.index + banner[0].length) : text).trim().split(/[\r\n]/, 1)[0]!;
  const match = VERSION.exec(line);
  if (!match) return undefined;
  const { base, dev, commits, hash, fork } = match.groups as Record<string, string | undefined>;
  const isRelease = [dev, hash, commits, fork].every((part) => part === undefined);
  const date = DATE.exec(line)?.[1];
  return {
    text: match[0].replace(/^v/, ""),
    base: base!,
    commits: isRelease ? 0 : commits === undefined ? undefined : Number(commits),
    ...(hash !== undefined && { hash }),
    vendor:
      knownVendor(hash) ??
      (line.includes(ST_ADDRESS) ? "st" : isRelease || /xPack/.test(before) ? "upstream" : "unknown"),
    ...(date !== undefined && { date }),
  };
}

/** Commits are abbreviated to different lengths by different builds. */
function sameCommit(version: string, hash: string): boolean {
  const other = /-g([0-9a-f]+)$/.exec(version)?.[1];
  return other !== undefined && (other.startsWith(hash) || hash.startsWith(other));
}

function knownRelease(hash: string | undefined): Release | undefined {
  if (hash === undefined) return undefined;
  return RELEASES.find((release) =>
    [release.version, ...others(release)].some((one) => sameCommit(one, hash)),
  );
}

function others(release: Release): readonly string[] {
  return release.also ?? [];
}

function withName(name: string): Release | undefined {
  return RELEASES.find((release) => [release.id, release.version, ...others(release)].includes(name));
}

function knownBuild(hash: string | undefined): PluginBuild | undefined {
  return hash === undefined ? undefined : PLUGIN_BUILDS.find((build) => sameCommit(build.openocd, hash));
}

function knownVendor(hash: string | undefined): "st" | "upstream" | undefined {
  return knownRelease(hash)?.vendor ?? (knownBuild(hash) && "st");
}

/**
 * The known build that a version behaves like: by its commit where that is known, else the nearest by base,
 * vendor and number of commits.
 */
export function releaseOf(version: OpenOcdVersion): ReleaseMatch {
  const known = knownRelease(version.hash) ?? withName(version.text);
  if (known) return { release: known, exact: true };
  return { release: releaseById(knownBuild(version.hash)?.like ?? nearest(version)), exact: false };
}

/** The known build that a version behaves like, or that has this id. Throws L5cfgFixError for what is not a version. */
export function releaseNamed(openocd: string): Release {
  return matchNamed(openocd).release;
}

/** Whether a known build has this id or other name, or it can be read as a version. */
export function isVersion(openocd: string): boolean {
  return withName(openocd) !== undefined || parseVersion(openocd) !== undefined;
}

/** Like `releaseNamed`, and says whether it is that very build. */
export function matchNamed(openocd: string): ReleaseMatch {
  const known = withName(openocd);
  if (known !== undefined) return { release: known, exact: true };
  const version = parseVersion(openocd);
  if (version === undefined)
    throw new L5cfgFixError("usage", `"${openocd}" is not a version of OpenOCD, such as 0.12.0`);
  return releaseOf(version);
}

/** ST's branches on 0.12.0 are a few dozen commits ahead; other builds of that form are far more. */
const ST_COMMITS = 100;

/** By base, the known builds on it that a build of it may be like, with their commits ahead of that base. */
const LINES: Readonly<Record<"0.10" | "0.11" | "0.11-rc" | "0.12" | "st-0.12", readonly ReleaseId[]>> = {
  "0.10": ["0.10.0", "st-1.0.0", "st-1.1.0", "st-1.2.0", "st-1.3.0", "st-1.4.0", "st-1.5.0"],
  "0.11-rc": ["st-1.6.0", "st-1.7.0"],
  "0.11": ["0.11.0", "st-1.8.0", "st-1.9.0", "st-1.10.0"],
  "0.12": ["0.12.0", "master"],
  "st-0.12": ["st-1.12.0", "st-1.13.0"],
};

/** Upstream 0.12.0 is about that many commits ahead of 0.11.0. */
const FROM_0_11_TO_0_12 = 950;

/** Whether a base is older than another. */
function isBefore(base: string, other: string): boolean {
  return compareBases(base, other) < 0;
}

function nearest(version: OpenOcdVersion): ReleaseId {
  const { base, vendor, text } = version;
  const commits = version.commits ?? 0;
  const isDevelopment = text.includes("+dev");
  if (isBefore(base, "0.10.0")) return "0.10.0";
  if (isBefore(base, "0.11.0-rc0")) return onLine("0.10", version);
  if (isBefore(base, "0.11.0")) return isDevelopment ? onLine("0.11-rc", version) : "0.11.0";
  if (isBefore(base, "0.12.0-rc0")) {
    const isLate = vendor !== "st" && commits > (FROM_0_11_TO_0_12 + releaseById("st-1.10.0").commits) / 2;
    return isLate ? "0.12.0" : onLine("0.11", version);
  }
  if (isBefore(base, "0.12.0")) return vendor === "st" ? "st-1.11.0" : "0.12.0";
  if (!isBefore(base, "0.12.1")) return "master";
  // Other forks append their own name: `0.12.0-esp32-20230921`.
  const isFork = /-(?!rc\d|g[0-9a-f]{7})[a-z]/i.test(text);
  const isSt = vendor === "st" || (vendor === "unknown" && !isDevelopment && !isFork && commits < ST_COMMITS);
  return onLine(isSt ? "st-0.12" : "0.12", version);
}

/**
 * The build of a line that is nearest in commits. A development build that does not say its commits was made from an
 * archive or a shallow clone: then its day counts, and without a day it is taken for the last one that was released.
 */
function onLine(line: keyof typeof LINES, { commits, date }: OpenOcdVersion): ReleaseId {
  const builds = LINES[line].map(releaseById);
  if (commits === undefined && date === undefined) return builds.findLast(({ id }) => id !== "master")!.id;
  const far = (build: Release) =>
    Math.abs(commits === undefined ? Date.parse(build.date) - Date.parse(date!) : build.commits - commits);
  return builds.reduce((best, build) => (far(build) < far(best) ? build : best)).id;
}

/**
 * Negative when a is older than b, positive when newer, 0 when as new: by base, then by commits ahead of it.
 * A development build that does not print its commits counts as newer than its base by as many as are known for
 * that commit, else by one.
 */
export function compareVersions(a: OpenOcdVersion, b: OpenOcdVersion): number {
  return compareBases(a.base, b.base) || ahead(a) - ahead(b);
}

function ahead(version: OpenOcdVersion): number {
  return version.commits ?? knownBuild(version.hash)?.commits ?? 1;
}

const PLUGIN = /(?:^|openocd(?:\.\w+)?_)(\d+\.\d+\.\d+)(?:\.[\w-]+)?(?=$|[\\/])/;

/**
 * The OpenOCD that comes with a debug plugin of STM32CubeIDE. Takes the version, `1.4.0.202007081208`, the name
 * of the plugin's folder, or a path through it. Undefined when that is no version of a plugin.
 */
export function pluginRelease(pluginVersion: string): PluginRelease | undefined {
  return buildOf(pluginVersion, "since");
}

/** The same for the plugin that has the program, `com.st.stm32cube.ide.mcu.externaltools.openocd.PLATFORM`. */
export function programRelease(pluginVersion: string): PluginRelease | undefined {
  return buildOf(pluginVersion, "program");
}

function buildOf(pluginVersion: string, numbers: "since" | "program"): PluginRelease | undefined {
  const version = PLUGIN.exec(pluginVersion)?.[1];
  if (version === undefined) return undefined;
  const build = PLUGIN_BUILDS.findLast((build) => !isBefore(version, build[numbers]));
  if (!build) return undefined;
  const { openocd, evidence, why } = build;
  const { release, exact } = releaseOf(parseVersion(openocd)!);
  return { openocd, evidence, why, release, exact: exact && evidence === "seen" };
}

/** A version as complete text: with ST's address, where nothing else in it shows that the build is ST's. */
export function versionText({ text, vendor }: OpenOcdVersion): string {
  return vendor === "st" && parseVersion(text)?.vendor !== "st"
    ? `${text} [https://${ST_ADDRESS}OpenOCD]`
    : text;
}
