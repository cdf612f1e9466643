import type { Disk } from "../files/file-system.ts";
import { parseShaped } from "../files/json-shape.ts";
import { latin1Bytes } from "../files/latin1.ts";
import { maxFileBytes } from "../files/max-file-bytes.ts";
import { isMissing } from "../files/os-errors.ts";
import { ManifestError } from "./errors.ts";
import { type Manifest, manifestName, manifestSchema } from "./manifest.ts";
import { manifestShape } from "./manifest-schema.ts";

/** The manifest of a folder; undefined where it has none. Throws ManifestError for one that cannot be understood. */
export function readManifest(folder: string, disk: Disk): Manifest | undefined {
  const path = disk.path.join(folder, manifestName);
  const obstacle = disk.obstacle(path);
  if (isMissing(obstacle)) return undefined;
  if (obstacle !== undefined) throw new ManifestError(`cannot read ${path}: ${obstacle.message}`);
  const bytes = disk.read(path);
  if (bytes === undefined) {
    throw new ManifestError(`cannot read ${path}: it is no plain file of at most ${maxFileBytes} bytes`);
  }
  return parseManifest(new TextDecoder().decode(latin1Bytes(bytes)), path);
}

/** Reads a manifest's text; `path` is for messages. Throws ManifestError for one that cannot be understood. */
export function parseManifest(text: string, path: string = manifestName): Manifest {
  const parsed = parseShaped(text, manifestShape, { schema: manifestSchema, what: "manifest" });
  if ("value" in parsed) return parsed.value;
  const advice = parsed.isNewer ? "" : "; write the overlay again with l5cfg-fix -o";
  throw new ManifestError(`${path} ${parsed.why}${advice}`);
}
