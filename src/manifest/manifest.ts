/**
 * What an overlay says about itself, in its `l5cfg-fix.json`. A runner needs nothing else. Nothing in it depends on
 * when it was written, so the same run writes the same bytes.
 */

import type { PathRules } from "../files/file-system.ts";

/** The manifest's name in an overlay. */
export const manifestName = "l5cfg-fix.json";

/**
 * The name that OpenOCD looks for itself where its command line has neither `-f` nor `-c` (observed with 0.12.0;
 * src/helper/configuration.c, parse_config_file).
 */
export const configName = "openocd.cfg";

/** Where an overlay goes when no folder is named for it. */
export const usualFolder = "l5cfg-fix-overlay";

/** Raised when a reader of the schema before could misread a manifest. */
export const manifestSchema = 1;

/** An overlay's manifest, as it is written. */
export interface Manifest {
  schema: typeof manifestSchema;
  /** `l5cfg-fix VERSION` */
  tool: string;
  openocd: {
    /** As `openocd --version` says it. */
    version: string;
    /** How the version is known. */
    why: string;
    /** The program of the install that was fixed, absolute. */
    binary?: string;
  };
  /** OpenOCD's `-s`, in order: `.` for the overlay, then absolute folders. */
  searchPaths: string[];
  /** The transports that the configs were checked under. */
  transports: string[];
  interfaces: Interfaces;
  /** The configs that the patched files are for, as `find` takes them: `target/stm32l5x.cfg`. The first is the usual one. */
  targets: string[];
  /** Those of `targets` that choose adapter and transport themselves. */
  boards: string[];
  files: ManifestFile[];
  /** What was not fixed in files that are not patched. */
  left: (ManifestFinding & { file: string })[];
  /** Overlays of before this was kept have none. */
  made?: Making;
}

/** What an overlay was made from, and with which words of the command line: enough to make it again. */
export interface Making {
  /** Absolute: the config, scripts folder, plugin or install. */
  path: string;
  /** `--search`, absolute. */
  search: string[];
  /** `--transport` */
  transport: string[];
  /** `--set`, each `NAME=VALUE`. */
  set: string[];
  /** `--openocd` */
  openocd?: string;
  /** The install that `--install` named, absolute. */
  install?: string;
  /** `--unsafe` */
  unsafe: boolean;
  /** `--select`, `--ignore` and `--severity`, each a rule or `RULE=LEVEL`. */
  select?: string[];
  ignore?: string[];
  severity?: string[];
  /** `--config`, absolute. */
  config?: string;
  /** `--ignore-config` */
  ignoreConfig?: boolean;
  /** The debug plugin that the scripts belong to, absolute, and whether it was the newest of its install. */
  plugin?: { path: string; isNewest: boolean };
}

/** The scripts for ST-LINK, as `find` takes them: by its own high-level protocol, and as a plain debug port. */
export interface Interfaces {
  /** `interface/stlink.cfg` */
  hla?: string;
  /** `interface/stlink-dap.cfg` */
  dap?: string;
}

/** A patched file. */
export interface ManifestFile {
  /** In the overlay, with forward slashes: `target/stm32l5x.cfg`. */
  path: string;
  /** The file it replaces, absolute. */
  original: string;
  /** Of the bytes, in lower-case hex. */
  originalSha256: string;
  patchedSha256: string;
  fixed: ManifestFinding[];
  left: ManifestFinding[];
}

/** A finding in a manifest. */
export interface ManifestFinding {
  rule: string;
  /** In the original, from 1. */
  line: number;
  message: string;
  transports: string[];
  /** Why a fix was not applied, where one was tried. */
  why?: string;
}

/** The search folders of an overlay, absolute. */
export function searchPathsOf(manifest: Manifest, folder: string, { resolve }: PathRules): string[] {
  return manifest.searchPaths.map((path) => resolve(folder, path));
}
