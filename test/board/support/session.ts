import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { VirtualBoard } from "../../../src/board/index.ts";
import { stlinkServerCommand } from "../../../src/openocd/stlink-server.ts";
import { isHla } from "../../../src/openocd/transport.ts";
import { runBounded } from "../../oracle/bounded.ts";
import { openocd } from "../../support/openocd.ts";

export interface Session {
  transport: string;
  /** Where scripts are looked for before OpenOCD's own. */
  search?: readonly string[];
  config?: string;
  /** Commands behind the config. */
  commands: readonly string[];
}

export interface SessionResult {
  status: number | null;
  /** Standard output and standard error. */
  log: string;
  /** Milliseconds. */
  took: number;
}

/** Runs the real OpenOCD with its script for ST-LINK against a board. */
export async function session(
  board: VirtualBoard,
  { transport, search = [], config = "target/stm32l5x.cfg", commands }: Session,
): Promise<SessionResult> {
  const adapter = isHla(transport) ? "interface/stlink.cfg" : "interface/stlink-dap.cfg";
  const args = [
    ...search.flatMap((folder) => ["-s", folder]),
    ...c("gdb_port disabled", "tcl_port disabled", "telnet_port disabled"),
    ...["-f", adapter],
    ...c(`transport select ${transport}`, stlinkServerCommand(transport, board.port)),
    ...["-f", config],
    ...c(...commands),
  ];
  const started = performance.now();
  const { status, stdout, stderr } = await runBounded(openocd!, args, {
    cwd: tmpdir(),
    env: process.env,
    timeoutMs: 60_000,
    maxBytes: 4 << 20,
  });
  return { status, log: stdout + stderr, took: performance.now() - started };
}

function c(...commands: readonly string[]): string[] {
  return commands.flatMap((command) => ["-c", command]);
}

/** A folder that is gone when the test is over. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-board-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A firmware of random bytes, as a file. */
export function randomFirmware(size: number): { bytes: Buffer; file: string } {
  const bytes = randomBytes(size);
  const file = join(scratch(), "firmware.bin");
  writeFileSync(file, bytes);
  return { bytes, file };
}

/** What a board's flash begins with. */
export function written(board: VirtualBoard, length: number): Buffer {
  return Buffer.from(board.flash.subarray(0, length));
}

/** The command that writes a firmware, checks it and lets it run. */
export function program(file: string): string {
  return `program ${file} 0x08000000 verify reset exit`;
}
