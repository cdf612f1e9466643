import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VirtualBoard } from "../../src/board/index.ts";
import { stlinkServerCommand } from "../../src/openocd/stlink-server.ts";
import { folderWith } from "../install/fixtures.ts";
import { runBounded } from "../oracle/bounded.ts";
import { noise } from "../support/firmware.ts";
import { fixtures, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";
import { overlayFor, seed } from "./support/overlay.ts";

/** The seed's own command line, with folders in front, on a board. */
async function seedsCommand(board: VirtualBoard, folders: readonly string[], firmware: Buffer) {
  const cwd = folderWith();
  writeFileSync(join(cwd, "firmware.bin"), firmware);
  const args = [
    ...folders.flatMap((folder) => ["-s", folder]),
    ...["-f", "openocd_interface_target_stlink.cfg"],
    ...["-c", "gdb_port disabled; tcl_port disabled; telnet_port disabled"],
    ...["-c", stlinkServerCommand("hla_swd", board.port), "-f", "openocd_stm32_flash.cfg"],
  ];
  const bounds = { cwd, env: process.env, timeoutMs: 60_000, maxBytes: 1 << 20 };
  return runBounded(openocd!, args, bounds);
}

describeWithOpenocd("the seed's own command line", () => {
  const firmware = noise(5000);
  const own = join(fixtures, "seed");

  it("writes, verifies and ends with 0, with the overlay in front", async () => {
    await using board = await new VirtualBoard().start();
    const overlay = overlayFor(seed, { searchPaths: [scripts] });
    const { status, stderr } = await seedsCommand(board, [overlay, scripts, own], firmware);
    expect(status, stderr).toBe(0);
    expect(stderr).not.toMatch(/Error|mismatch/);
    expect(Buffer.from(board.flash.subarray(0, 5000)).equals(firmware)).toBe(true);
  });

  it("does not without it", async () => {
    await using board = await new VirtualBoard().start();
    const { status } = await seedsCommand(board, [scripts, own], firmware);
    expect(status).toBe(1);
    expect(board.flash[0]).toBe(0xff);
  });
});
