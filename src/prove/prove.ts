import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { check } from "../check/api.ts";
import { fixJob, type Patch } from "../check/fix.ts";
import type { Job } from "../check/job.ts";
import { diskFiles } from "../files/disk-files.ts";
import type { FileSystem } from "../files/file-system.ts";
import type { Project } from "../install/project.ts";
import { checkTrust } from "../install/trust.ts";
import { readManifest } from "../manifest/read-manifest.ts";
import { releaseNamed } from "../openocd/version.ts";
import { interfacesIn } from "../overlay/interfaces.ts";
import type { OverlayAt } from "../overlay/openocd-command.ts";
import { writeOverlay } from "../overlay/write-overlay.ts";
import { type Binary, factsOf, findBinary } from "./binary.ts";
import { type ProvingRun, proveOnce } from "./board-run.ts";
import { boardFamilies, boardNames } from "./boards.ts";
import { ProveError } from "./errors.ts";
import { givenFirmware, type ProvenFirmware, randomFirmware } from "./firmware.ts";
import { inParallel } from "./in-parallel.ts";
import { type ConfirmedConfig, confirmOthers } from "./others.ts";
import type { OverlaySide, PlainSide } from "./session.ts";
import { findSubjects, type Skipped, type Subject } from "./subjects.ts";
import { stlinkTransports } from "./transports.ts";

export interface ProveOptions {
  /** What is to be proven. */
  scope: Project;
  fs: FileSystem;
  /** Tcl variables set in front of the configs. */
  variables: Readonly<Record<string, string>>;
  /** The version that configs are fixed for; the binary's own otherwise. */
  openocd?: string | undefined;
  /** The OpenOCD to run. */
  openocdBinary?: string | undefined;
  /** An ELF, Intel HEX or raw binary; random bytes otherwise. */
  firmware?: string | undefined;
  /** What random bytes follow from; another each time otherwise. */
  seed?: number | undefined;
  /** All that ST-LINK has otherwise. */
  transports: readonly string[];
  /** The board to take for every config; the one for its chip otherwise. */
  board?: string | undefined;
  /** Seconds until one OpenOCD is ended. */
  timeout: number;
  unsafe: boolean;
  /** Whether to run the program that an overlay names, even if another user made the overlay. */
  trust?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

type SideName = "original" | "patched";

/** A run, and what was run. */
export interface Proof extends ProvingRun {
  config: string;
  family: string;
  transport: string;
  side: SideName;
}

/** What is known before the first run. */
export interface ProvePlan {
  binary: Binary;
  firmware: ProvenFirmware;
  subjects: Subject[];
  skipped: Skipped[];
  /** Whether there is something to patch. */
  isPatched: boolean;
}

export interface ProveResult extends ProvePlan {
  proofs: Proof[];
  /** The configs that there is no board for, which OpenOCD was only asked about. */
  confirmed: ConfirmedConfig[];
  /**
   * Whether every run that counts wrote every byte (the patched ones, the others where nothing is patched), and every config
   * without a board is accepted.
   */
  isProven: boolean;
}

/** Callbacks for the progress. */
export interface ProveListener {
  begin?(plan: ProvePlan): void;
  /** So many runs of all are over. */
  progress?(ended: number, all: number): void;
}

/**
 * Flashes a firmware to virtual boards, several at once, both with the unchanged and with the fixed config, and returns
 * which of them wrote it. Removes all temporary files. Throws ProveError, FlashError or ImageError where it cannot start.
 */
export async function prove(options: ProveOptions, listener: ProveListener = {}): Promise<ProveResult> {
  if (options.board !== undefined && !boardNames.includes(options.board)) {
    throw new ProveError(`there is no virtual ${options.board}, only ${boardNames.join(", ")}`);
  }
  const { scope, openocdBinary, signal } = options;
  if (openocdBinary === undefined && scope.manifest && scope.binary !== undefined && !options.trust) {
    checkTrust(scope.root, scope.binary);
  }
  const binary = await findBinary(openocdBinary, scope.binary, signal);
  const planned = planProofs(options, binary);
  // A signal that came meanwhile cancels before anything is written.
  await setImmediate();
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-prove-"));
  try {
    const plan = writeInputs(options, planned, folder);
    listener.begin?.(plan);
    const proofs = await runAll(options, plan, listener);
    const files = planned.patch?.files ?? [];
    const confirmed = await confirmOthers(options, { ...plan, files });
    return { ...plan, proofs, confirmed, isProven: isProven(plan, proofs, confirmed, options.signal) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is known before anything is written. */
interface Planned extends Pick<ProvePlan, "binary" | "subjects" | "skipped"> {
  /** The firmware that was given. */
  given: ProvenFirmware | undefined;
  patch: Patch | undefined;
  transports: readonly string[];
}

function planProofs(options: ProveOptions, binary: Binary): Planned {
  const { scope, fs, variables, board } = options;
  const given = options.firmware === undefined ? undefined : givenFirmware(options.firmware);
  const openocd = options.openocd ?? binary.version;
  const offered = stlinkTransports(releaseNamed(openocd).id);
  const transports = options.transports.length > 0 ? options.transports : offered;
  checkTransports(transports, offered, openocd);
  // Where another version is asked for, what the program can do is beside the point.
  const facts = options.openocd === undefined ? factsOf(binary) : undefined;
  const patch = patchFor(options, { openocd, facts, transports });
  const { subjects, skipped } = findSubjects({
    ...{ scope, fs, variables, board, openocd, facts, transports },
    files: patch?.files ?? [],
  });
  if (subjects.length === 0 && skipped.every(({ path }) => path === undefined))
    throw new ProveError(nothingToProve(skipped));
  return { binary, subjects, skipped, given, patch, transports };
}

type FullPlan = ProvePlan & { overlay: OverlayAt | undefined };

/** Writes what OpenOCD is to read into a folder. */
function writeInputs(options: ProveOptions, planned: Planned, folder: string): FullPlan {
  const { given, patch, transports, ...plan } = planned;
  const seed = options.seed ?? Math.floor(Math.random() * 2 ** 32);
  const firmware = given ?? randomFirmware(folder, seed);
  const overlay = overlayFor(options, patch, transports, join(folder, "overlay"));
  return { ...plan, firmware, isPatched: overlay !== undefined, overlay };
}

function checkTransports(asked: readonly string[], offered: readonly string[], openocd: string): void {
  for (const transport of asked) {
    if (offered.includes(transport)) continue;
    throw new ProveError(
      `--transport ${transport}: the board has an ST-LINK, for which OpenOCD ${openocd} has ${offered.join(", ")}`,
    );
  }
}

/** An overlay was patched already. */
function patchFor(
  { scope, fs, variables, unsafe }: ProveOptions,
  how: Pick<Job, "openocd" | "facts" | "transports">,
): Patch | undefined {
  if (scope.kind === "overlay") return undefined;
  const { configs, searchPaths } = scope;
  return fixJob({ configs, searchPaths, variables, ...how }, { fs, unsafe });
}

function overlayFor(
  { scope, variables, fs }: ProveOptions,
  patch: Patch | undefined,
  transports: readonly string[],
  folder: string,
): OverlayAt | undefined {
  if (patch === undefined) return { folder: scope.root, manifest: readManifest(scope.root, diskFiles)! };
  if (patch.files.length === 0) return undefined;
  const { runs } = check(scope, { transports, variables, fs });
  return writeOverlay(folder, { scope, patch, runs, transports });
}

function nothingToProve(skipped: readonly Skipped[]): string {
  const reasons = skipped.slice(0, 3).map(({ name, why }) => `${name}: ${why}`);
  const more = skipped.length > reasons.length ? `; and ${skipped.length - reasons.length} more` : "";
  return `nothing can be proven here: ${reasons.join("; ")}${more}. There are virtual boards for: ${boardFamilies.join(", ")}`;
}

/** A run that is to come. */
interface Task {
  subject: Subject;
  transport: string;
  side: SideName;
  how: PlainSide | OverlaySide;
}

function tasksOf(options: ProveOptions, plan: FullPlan): Task[] {
  return plan.subjects.flatMap((subject) =>
    subject.transports.flatMap((transport) =>
      [...sidesOf(subject, options.scope, plan.overlay)].map(([side, how]) => ({
        ...{ subject, transport, side, how },
      })),
    ),
  );
}

/** Runs all, several at once, and answers them in their order. */
async function runAll(options: ProveOptions, plan: FullPlan, listener: ProveListener): Promise<Proof[]> {
  const { variables, timeout, signal } = options;
  const { binary, firmware } = plan;
  const tasks = tasksOf(options, plan);
  let ended = 0;
  const proofOf = async ({ subject, transport, side, how }: Task): Promise<Proof> => {
    const { isBoard, board, name, family } = subject;
    const session = { binary, firmware, variables, transport, isBoard, side: how };
    const run = await proveOnce(session, board, { timeoutMs: 1000 * timeout, signal });
    ended += 1;
    listener.progress?.(ended, tasks.length);
    return { config: name, family, transport, side, ...run };
  };
  return inParallel(tasks, proofOf, () => signal?.aborted ?? false);
}

/** The runs of a config: unchanged, and patched. */
function* sidesOf(
  { name, path }: Subject,
  { kind, root, searchPaths, openocd }: Project,
  overlay: OverlayAt | undefined,
): Generator<[SideName, PlainSide | OverlaySide]> {
  const interfaces = interfacesIn(searchPaths, openocd.version);
  if (kind !== "overlay") yield ["original", { config: path, searchPaths, interfaces }];
  else {
    const others = searchPaths.filter((folder) => folder !== root);
    const config = others.map((folder) => join(folder, name)).find(existsSync);
    if (config !== undefined) yield ["original", { config, searchPaths: others, interfaces }];
  }
  if (overlay !== undefined) yield ["patched", { config: name, overlay }];
}

/** Whether OpenOCD did all, and the flash holds it. */
export function isProvenRun({ success, verified, equal }: Proof): boolean {
  return success && verified && equal;
}

function isProven(
  { isPatched, subjects }: ProvePlan,
  proofs: readonly Proof[],
  confirmed: readonly ConfirmedConfig[],
  signal?: AbortSignal,
): boolean {
  if (signal?.aborted || !confirmed.every(({ isAccepted }) => isAccepted)) return false;
  const counting = proofs.filter(({ side }) => (isPatched ? side === "patched" : side === "original"));
  return counting.every(isProvenRun) && (counting.length > 0 || subjects.length === 0);
}
