import { chmodSync, mkdirSync, mkdtempSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashOf, sha256 } from "../../src/files/hash.ts";

const FILES = 50;

/** Short, so that a run is nearly all writing; each with a word that OpenOCD does not have. */
function textBefore(number: number): string {
  return `# ${"caf\xe9 ".repeat(number * 20)}\r\nreset_config srst_onyl\r\n`;
}

function textAfter(number: number): string {
  return textBefore(number).replace("srst_onyl", "srst_only");
}

/** The words of a run over a tree. */
export function words(root: string): string[] {
  return ["--unsafe", "--quiet", "--openocd", "0.12.0", "--transport", "hla_swd", root];
}

function nameOf(number: number): string {
  return `target/t${String(number).padStart(2, "0")}.cfg`;
}

const numbers: number[] = Array.from({ length: FILES }, (_, number) => number);

/** A tree of files to fix, with modes and times of their own. */
export function makeTree(root: string = mkdtempSync(join(tmpdir(), "l5cfg-faults-"))): string {
  mkdirSync(join(root, "target"), { recursive: true });
  for (const number of numbers) {
    const path = join(root, nameOf(number));
    writeFileSync(path, textBefore(number), "latin1");
    chmodSync(path, number % 2 ? 0o640 : 0o604);
    utimesSync(path, 1e9, 1.2e9 + number);
  }
  return root;
}

export interface State {
  /** Files with the bytes of before, and of after. */
  old: number;
  new: number;
  /** Files with any other bytes, or none. */
  torn: number;
  /** Patched files without their original in the backup. */
  lost: number;
}

export function stateOf(root: string): State {
  const state: State = { old: 0, new: 0, torn: 0, lost: 0 };
  for (const number of numbers) {
    const path = join(root, nameOf(number));
    const hash = hashOf(path);
    if (hash === sha256(textBefore(number))) state.old++;
    else if (hash !== sha256(textAfter(number))) state.torn++;
    else {
      state.new++;
      if (hashOf(`${path}.l5cfg-fix-backup`) !== sha256(textBefore(number))) state.lost++;
    }
  }
  return state;
}
