import { resolve } from "node:path";
import { sha256 } from "../files/hash.ts";
import { type Manifest, type ManifestFinding, manifestSchema } from "../manifest/manifest.ts";
import { usualTransports } from "../openocd/transport.ts";
import { version } from "../version.ts";
import { affectedConfigs } from "./affected-configs.ts";
import { interfacesIn } from "./interfaces.ts";
import { overlayName } from "./overlay-name.ts";
import type { OverlayPlan, PlannedFinding } from "./overlay-plan.ts";

/** What an overlay will say about itself. Throws OverlayError for a file that no overlay can replace. */
export function buildManifest({ scope, patch, runs, transports: given = [], made }: OverlayPlan): Manifest {
  const { version: openocd, why } = scope.openocd;
  const transports = given.length > 0 ? [...given] : [...usualTransports];
  const files = patch.files.map(({ path, before, after }) => ({
    path: overlayName(path, scope),
    original: resolve(path),
    originalSha256: sha256(before),
    patchedSha256: sha256(after),
    fixed: patch.fixed.filter((finding) => edits(finding, path)).map((finding) => entry(finding)),
    left: patch.left
      .filter(({ finding }) => isIn(finding, path))
      .map(({ finding, why }) => entry(finding, why)),
  }));
  const elsewhere = patch.left.filter(({ finding }) => !patch.files.some(({ path }) => isIn(finding, path)));
  const { targets, boards } = affectedConfigs(scope, patch.files, runs);
  return {
    schema: manifestSchema,
    tool: `l5cfg-fix ${version}`,
    openocd: { version: openocd, why, ...(scope.binary && { binary: scope.binary }) },
    searchPaths: [".", ...scope.searchPaths],
    transports,
    interfaces: interfacesIn(scope.searchPaths, openocd),
    targets,
    boards,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    left: elsewhere.map(({ finding, why }) => ({ file: resolve(finding.at.file), ...entry(finding, why) })),
    ...(made && { made }),
  };
}

function entry({ rule, at, message, transports }: PlannedFinding, why?: string): ManifestFinding {
  return { rule, line: at.line, message, transports, ...(why !== undefined && { why }) };
}

function isIn({ at }: PlannedFinding, path: string): boolean {
  return resolve(at.file) === resolve(path);
}

function edits({ fix }: PlannedFinding, path: string): boolean {
  return fix?.edits.some(({ file }) => resolve(file) === resolve(path)) ?? false;
}
