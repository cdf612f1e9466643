/**
 * What an overlay says about itself, in its `l5cfg-fix.json`. A runner needs nothing else. Nothing in it depends on
 * when it was written, so the same run writes the same bytes.
 */

import { resolve } from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import type { Disk } from "../files/file-system.ts";
import { staysInside } from "../files/paths.ts";
import { maxFileBytes } from "../files/read-bounded.ts";
import { ManifestError } from "./errors.ts";
import {
  type Check,
  firstWrong,
  isBoolean,
  isHash,
  isRecord,
  isString,
  listOf,
  optional,
  record,
} from "./shape.ts";

/** The manifest's name in an overlay. */
export const manifestName = "l5cfg-fix.json";

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
    /** How the version was told. */
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

/** What an overlay was made from, and with which words of the command line: enough to make it anew. */
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
  /** The file it stands in for, absolute. */
  original: string;
  /** Of the bytes, in lower-case hex. */
  originalSha256: string;
  patchedSha256: string;
  fixed: ManifestFinding[];
  left: ManifestFinding[];
}

/** A finding, as a manifest tells it. */
export interface ManifestFinding {
  rule: string;
  /** In the original, from 1. */
  line: number;
  message: string;
  transports: string[];
  /** Why a fix was not applied, where one was tried. */
  why?: string;
}

/** The manifest of a folder; undefined where it has none. Throws ManifestError for one that cannot be understood. */
export function readManifest(folder: string, disk: Disk = diskFiles): Manifest | undefined {
  const path = disk.path.join(folder, manifestName);
  const obstacle = disk.obstacle(path);
  if (obstacle?.code === "ENOENT" || obstacle?.code === "ENOTDIR") return undefined;
  if (obstacle !== undefined) throw new ManifestError(`cannot read ${path}: ${obstacle.message}`);
  const bytes = disk.read(path);
  if (bytes === undefined) {
    throw new ManifestError(`cannot read ${path}: it is no plain file of at most ${maxFileBytes} bytes`);
  }
  return parseManifest(Buffer.from(bytes, "latin1").toString("utf8"), path);
}

/** Reads a manifest's text; `path` is for messages. Throws ManifestError for one that cannot be understood. */
export function parseManifest(text: string, path: string = manifestName): Manifest {
  const fail = (why: string) => new ManifestError(`${path} ${why}; write the overlay anew with l5cfg-fix -o`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail("is not JSON");
  }
  if (!isRecord(value) || typeof value.schema !== "number") throw fail("is not a manifest of l5cfg-fix");
  if (value.schema > manifestSchema) {
    throw new ManifestError(
      `${path} has schema ${value.schema}, this l5cfg-fix knows ${manifestSchema}: a newer one wrote it; update l5cfg-fix`,
    );
  }
  const wrong = value.schema === manifestSchema ? firstWrong(value, shape) : "schema";
  if (wrong !== undefined) throw fail(`is damaged: "${wrong}" is missing or wrong`);
  return value as unknown as Manifest;
}

/** The search folders of an overlay, absolute. */
export function searchPathsOf(manifest: Manifest, folder: string): string[] {
  return manifest.searchPaths.map((path) => resolve(folder, path));
}

const isName: Check = (value) => typeof value === "string" && staysInside(value);

const finding = {
  rule: isString,
  line: Number.isInteger as Check,
  message: isString,
  transports: listOf(isString),
  why: optional(isString),
};

const shape: Record<string, Check> = {
  tool: isString,
  openocd: record({ version: isString, why: isString, binary: optional(isString) }),
  searchPaths: listOf(isString),
  transports: listOf(isString),
  interfaces: record({ hla: optional(isName), dap: optional(isName) }),
  targets: listOf(isName),
  boards: listOf(isName),
  files: listOf(
    record({
      path: isName,
      original: isString,
      originalSha256: isHash,
      patchedSha256: isHash,
      fixed: listOf(record(finding)),
      left: listOf(record(finding)),
    }),
  ),
  left: listOf(record({ ...finding, file: isString })),
  made: optional(
    record({
      path: isString,
      search: listOf(isString),
      transport: listOf(isString),
      set: listOf(isString),
      openocd: optional(isString),
      install: optional(isString),
      unsafe: isBoolean,
      plugin: optional(record({ path: isString, isNewest: isBoolean })),
    }),
  ),
};
