import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { VirtualBoard } from "../../src/board/index.ts";
import { runBounded } from "../oracle/bounded.ts";
import { bytes, fixtures, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";
import { scratch, written } from "./support/session.ts";

/** The steps of the run that failed, in their order, each in words that both OpenOCDs have. */
const steps = [
  /The selected transport took over low-level target control/,
  /clock speed 4000 kHz/,
  /STLINK V3J7M2 \(API v3\) VID:PID 0483:374E/,
  /Target voltage: 3\.289421/,
  /has 8 breakpoints, 4 watchpoints/,
  /^CPU in Non-Secure state$/,
  /^Error executing event halted on target stm32l5\.cpu:$/,
  /stm32l5x\.cfg:127: Error: /,
  /in procedure 'ahb_ap_non_secure_access' called at file ".*stm32l5x\.cfg", line 143/,
  /^CPU in Non-Secure state$/,
  /^Error executing event halted on target stm32l5\.cpu:$/,
  /stm32l5x\.cfg:127: Error: /,
  /in procedure 'ocd_process_reset'/,
  /in procedure 'ocd_process_reset_inner' called at file "embedded:startup\.tcl"/,
  /in procedure 'ahb_ap_non_secure_access' called at file ".*stm32l5x\.cfg", line 143/,
  /halted due to debug-request, current mode: Thread/,
  /xPSR: 0xf9000000 pc: 0xfffffffe msp: 0xfffffffc/,
  /0x20016472/,
  /flash size (is|=) 512 ?[kK]i?[bB]/,
  /No working memory available\. Specify -work-area-phys to target/,
  /not enough working area available\(requested \d+\)/,
  /no working area available, can't do block memory writes/,
];

/** The line of each step. Throws for one that is not behind the one before. */
function readAgainst(log: string): string[] {
  const lines = log.split(/\r?\n/);
  let at = 0;
  return steps.map((step) => {
    const found = lines.findIndex((line, index) => index >= at && step.test(line));
    if (found < 0) throw new Error(`not in the log, or not in this place: ${step}`);
    at = found + 1;
    return lines[found]!;
  });
}

describeWithOpenocd("the log of the run that failed", () => {
  /**
   * The same two files with the same install against the board. OpenOCD 0.12.0 has no flash driver `stm32l5x`, and its
   * `hla newtap` and the install's `swj_newdap` call each other, so the driver's name is another, and the procs are
   * its own: it would not come to the first step otherwise.
   */
  const again = async (board: VirtualBoard, firmware: Buffer) => {
    const folder = scratch();
    const file = join(folder, "firmware.bin");
    writeFileSync(file, firmware);
    mkdirSync(join(folder, "target"));
    const config = bytes(join(scripts, "target/stm32l5x.cfg")).replaceAll(" stm32l5x 0x", " stm32l4x 0x");
    writeFileSync(join(folder, "target/stm32l5x.cfg"), config, "latin1");
    cpSync(join(scripts, "interface"), join(folder, "interface"), { recursive: true });
    const { stdout, stderr } = await runBounded(
      openocd!,
      [
        ...["-s", folder, "-c", `gdb_port disabled; tcl_port disabled; telnet_port disabled`],
        ...["-f", join(fixtures, "seed/openocd_interface_target_stlink.cfg")],
        ...["-c", `hla_stlink_backend tcp ${board.port}; set FIRMWARE ${file}`],
        ...["-f", join(fixtures, "seed/openocd_stm32_flash.cfg")],
      ],
      { cwd: folder, env: process.env, timeoutMs: 60_000, maxBytes: 1 << 20 },
    );
    return stdout + stderr;
  };

  it("is gone through step by step, up to what OpenOCD 0.12.0 does otherwise", async () => {
    await using board = await new VirtualBoard().start();
    const firmware = Buffer.alloc(2048, 0x42);
    const then = readAgainst(bytes(join(fixtures, "seed/openocd.log")));
    const log = await again(board, firmware);
    const now = readAgainst(log);
    // The first thing: the DAP's command is there under HLA, with nothing in it, so the error has no words.
    const first = steps.findIndex((_, index) => then[index]!.includes("invalid command name"));
    expect(then[first]).toMatch(/Error: invalid command name "stm32l5\.dap"$/);
    expect(now[first]).toMatch(/Error: $/);
    // The second: it writes word by word then, where ST's wrote nothing and said that it had.
    expect(log).toContain("falling back to programming without a flash loader (slower)");
    expect(written(board, firmware.length).equals(firmware)).toBe(true);
  });
});
