import { RELEASES } from "../openocd/data/releases.ts";
import { defaultOpenOcd, parseVersion, pluginRelease, releaseNamed, releaseOf } from "../openocd/version.ts";
import type { Manifest } from "./manifest.ts";
import type { Plugin } from "./plugins.ts";

/** The OpenOCD that configs are checked for. */
export interface ChosenOpenOcd {
  /** As `openocd --version` says it. */
  version: string;
  /** How that was told, in a few words. */
  why: string;
  /** Whether that very build is known, not just one like it. */
  exact: boolean;
}

/**
 * The version to check for: the one given, else that of the plugin, else that of the overlay, else 0.12.0. Throws
 * RangeError for a given one that cannot be read.
 */
export function chooseOpenOcd(
  given: string | undefined,
  plugin?: Plugin,
  manifest?: Manifest,
): ChosenOpenOcd {
  if (given !== undefined) return { version: given, why: "given by --openocd", exact: isExact(given) };
  const shipped = plugin && pluginRelease(plugin.version);
  if (plugin && shipped) {
    const { openocd: version, exact, evidence } = shipped;
    const how = evidence === "seen" ? "ships" : "is thought to ship";
    return { version, why: `${how} with STM32CubeIDE debug plugin ${plugin.version}`, exact };
  }
  if (manifest !== undefined) {
    const { version } = manifest.openocd;
    return { version, why: "the one the overlay was written for", exact: isExact(version) };
  }
  return { version: defaultOpenOcd, why: "assumed", exact: true };
}

function isExact(version: string): boolean {
  const release = releaseNamed(version);
  if (RELEASES.some(({ id }) => id === version)) return true;
  const parsed = parseVersion(version);
  return parsed !== undefined && releaseOf(parsed).release === release && releaseOf(parsed).exact;
}
