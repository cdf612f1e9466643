import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { qemuArm } from "../../support/qemu.ts";
import { elf } from "./elf.ts";
import type { Case } from "./generate.ts";
import { ANSWER_BYTES, harnessFor, wordsOf } from "./harness.ts";
import { ANSWERS, CONTEXT_WORDS, DATA, HARNESS, SLOTS, WINDOW } from "./layout.ts";
import { type Answer, IT_BITS } from "./ours.ts";

const MILLISECONDS = 60_000;

const CPSR = 16;
/** What a Cortex-M has of the CPSR: N, Z, C, V, T, and ITSTATE. */
const SHARED = 0xf000_0020 | IT_BITS;

/**
 * What QEMU's Cortex-A7 makes of the cases, each alone. It has all instructions of ARMv6-M that a program may use; up to
 * version 7.2, Debian 12's, `qemu-arm` cannot be a Cortex-M.
 */
export function askQemu(cases: readonly Case[], slots: Buffer, window: Buffer): Answer[] {
  const questions = Buffer.concat(cases.map(({ context }) => wordsOf(...context)));
  const { code, data, answerBytes } = harnessFor(questions, window);
  const program = elf(HARNESS + 1, [
    { address: HARNESS, bytes: code, access: "rx" },
    { address: SLOTS, bytes: slots, access: "rx" },
    { address: WINDOW, bytes: window, access: "rw" },
    { address: DATA, bytes: data, access: "rw" },
    { address: ANSWERS, bytes: Buffer.alloc(0), size: answerBytes, access: "rw" },
  ]);
  const folder = mkdtempSync(join(tmpdir(), "cpu-oracle-"));
  try {
    const file = join(folder, "cases");
    writeFileSync(file, program, { mode: 0o755 });
    const { stdout, stderr, status, signal } = spawnSync(qemuArm!, ["-cpu", "cortex-a7", file], {
      timeout: MILLISECONDS,
      killSignal: "SIGKILL",
      maxBuffer: answerBytes + 1,
    });
    if (stdout.length !== answerBytes) {
      throw new Error(`qemu-arm ended with ${status ?? signal} after ${stdout.length} bytes: ${stderr}`);
    }
    return cases.map((_, i) => readAnswer(stdout.subarray((i + 1) * ANSWER_BYTES, (i + 2) * ANSWER_BYTES)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readAnswer(bytes: Buffer): Answer {
  const words = Array.from({ length: 2 + CONTEXT_WORDS }, (_, i) => bytes.readUInt32LE(4 * i));
  const [signal, address, ...context] = words as [number, number, ...number[]];
  context[CPSR] = (context[CPSR]! & SHARED) >>> 0;
  return { signal, address, context, window: bytes.subarray(4 * words.length) };
}
