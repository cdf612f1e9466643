import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshot } from "../inplace/trees.ts";
import { command } from "../support/command.ts";
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
