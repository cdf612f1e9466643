import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshot } from "../inplace/trees.ts";
import { command } from "../support/command.ts";
import { isWhole } from "./overlays.ts";
import { makeTree, stateOf, words } from "./tree.ts";

/** What came of runs on disks that do not want to be written. */
export interface Disks {
  tries: number;
  /** Runs that ended with 2 and said why. */
  refused: number;
  /** Trees that were neither as before nor patched, or could not be brought back. */
  broken: number;
}

const nobody = 65534;

interface Result {
  status: number | null;
  stderr: string;
}

function run(args: readonly string[], asNobody = false): Result {
  const prefix = asNobody ? ["setpriv", `--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups"] : [];
  const [program, ...rest] = [...prefix, process.execPath, command, ...args];
  return spawnSync(program!, rest, { encoding: "utf8" });
}

/** Runs over a tree in a small memory disk of which so many bytes are free, from none to plenty. */
export function fullDisk(steps: number): Disks {
  const disks: Disks = { tries: 0, refused: 0, broken: 0 };
  for (let step = 0; step < steps; step++) {
    withMount("size=1m,nr_inodes=400", (root) => {
      makeTree(root);
      const before = JSON.stringify(snapshot(root));
      const { bavail, bsize } = statfsSync(root);
      const free = Math.floor((step / steps) * 400_000);
      const filler = join(root, "filler");
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
      const result = run(["--in-place", ...words(root)]);
      judge(disks, result, root, /the disk is full/, () => {
        rmSync(filler);
        run(["restore", root]);
        return JSON.stringify(snapshot(root)) === before;
      });
    });
  }
  return disks;
}

/**
 * Runs that write an overlay to a disk of which so many bytes are free, and then write it again with more in it. One that
 * could not be written leaves nothing, or the earlier one.
 */
export function fullDiskForOverlay(steps: number): Disks {
  const disks: Disks = { tries: 0, refused: 0, broken: 0 };
  const root = makeTree();
  for (let step = 0; step < steps; step++) {
    withMount("size=1m,nr_inodes=400", (mount) => {
      const overlay = join(mount, "overlay");
      const isSecond = step % 2 === 1;
      if (isSecond) run([...words(root), "-o", overlay]);
      const before = JSON.stringify(snapshot(mount));
      const { bavail, bsize } = statfsSync(mount);
      const filler = join(mount, "filler");
      const free = Math.floor((step / steps) * 400_000);
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - free)));
      const { status, stderr } = run(["--set", "MORE=1", ...words(root), "-o", overlay]);
      rmSync(filler);
      disks.tries++;
      const isRefused = status === 2 && /the disk is full/.test(stderr);
      if (isRefused) disks.refused++;
      const isInPart = /is written in part only/.test(stderr);
      const isAsBefore = JSON.stringify(snapshot(mount)) === before;
      if (isRefused ? !isAsBefore && !isInPart : !isWhole(overlay)) disks.broken++;
      if (isInPart) {
        run([...words(root), "-o", overlay]);
        if (!isWhole(overlay)) disks.broken++;
      }
    });
  }
  rmSync(root, { recursive: true, force: true });
  return disks;
}

/** Restores on a disk that is full to the last so many bytes: all is back, or all is as it was and the reason said. */
export function fullDiskForRestore(steps: number): Disks {
  const disks: Disks = { tries: 0, refused: 0, broken: 0 };
  for (let step = 0; step < steps; step++) {
    withMount("size=1m,nr_inodes=400", (root) => {
      makeTree(root);
      const before = JSON.stringify(snapshot(root));
      run(["--in-place", ...words(root)]);
      const patched = JSON.stringify(snapshot(root));
      const { bavail, bsize } = statfsSync(root);
      const filler = join(root, "filler");
      writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - step * 4096)));
      const { status, stderr } = run(["restore", root]);
      rmSync(filler);
      disks.tries++;
      const isRefused = status === 2 && /the disk is full/.test(stderr);
      if (isRefused) disks.refused++;
      if (JSON.stringify(snapshot(root)) !== (isRefused ? patched : before)) disks.broken++;
      run(["restore", root]);
      if (JSON.stringify(snapshot(root)) !== before) disks.broken++;
    });
  }
  return disks;
}

/** Runs over trees that are mounted to be read only, and as a user who may not write there. */
export function readOnly(): Disks {
  const disks: Disks = { tries: 0, refused: 0, broken: 0 };
  withMount("size=4m", (root) => {
    makeTree(root);
    const before = JSON.stringify(snapshot(root));
    execFileSync("mount", ["-o", "remount,ro", root]);
    const result = run(["--in-place", ...words(root)]);
    judge(disks, result, root, /the disk can only be read/, () => JSON.stringify(snapshot(root)) === before);
  });
  for (const folder of ["", "target"]) {
    const root = makeTree();
    chmodSync(root, 0o755);
    for (const path of ["target", ...Object.keys(snapshot(root))])
      chownSync(join(root, path), nobody, nobody);
    if (folder !== "") chownSync(root, nobody, nobody);
    chmodSync(join(root, folder), 0o555);
    const before = JSON.stringify(snapshot(root));
    const result = run(["--in-place", ...words(root)], true);
    judge(disks, result, root, /no permission/, () => JSON.stringify(snapshot(root)) === before);
    rmSync(root, { recursive: true, force: true });
  }
  return disks;
}

function judge(
  disks: Disks,
  { status, stderr }: Result,
  root: string,
  why: RegExp,
  isRestored: () => boolean,
): void {
  disks.tries++;
  const { torn, lost, old, new: patched } = stateOf(root);
  const isWhole = torn === 0 && lost === 0 && (status === 2 ? patched === 0 : old === 0);
  if (status === 2 && why.test(stderr)) disks.refused++;
  else if (status !== 0) disks.broken++;
  if (!isWhole || !isRestored()) disks.broken++;
}

function withMount(options: string, action: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), "l5cfg-faults-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", root]);
  try {
    action(root);
  } finally {
    execFileSync("umount", [root]);
    rmSync(root, { recursive: true });
  }
}

/** Why these cannot run here; undefined where they can. */
export function cannotMount(): string | undefined {
  if (process.getuid?.() !== 0) return "only root may mount";
  try {
    withMount("size=1m", () => {});
    return undefined;
  } catch (error) {
    return (error as Error).message.split("\n")[0];
  }
}
