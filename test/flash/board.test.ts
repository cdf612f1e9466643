import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type BoardFaults, VirtualBoard } from "../../src/board/index.ts";
import { type FlashOptions, flash, type RunOptions } from "../../src/flash/index.ts";
import { stlinkServerCommand } from "../../src/openocd/stlink-server.ts";
import { folderWith } from "../install/fixtures.ts";
import { elf, intelHex, noise, type Segment } from "../support/firmware.ts";
import { scripts } from "../support/fixtures.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { l5, overlayFor, seed } from "./support/overlay.ts";

const base = 0x08000000;
const text: Segment = { address: base, data: noise(3001) };
const data: Segment = { address: base + 3004, data: noise(100, 2), virtual: 0x20000000 };
const settings: Segment = { address: base + 0x3fff0, data: noise(32, 3) };

const forms: Record<string, Buffer | string> = {
  "firmware.elf": elf([text, data, settings]),
  "firmware.hex": intelHex([text, data, settings]),
  "firmware.bin": text.data as Buffer,
  // Takes longer to write than OpenOCD is given to end.
  "large.bin": noise(0x80000),
};

const small = ["firmware.elf", "firmware.hex", "firmware.bin"];

function firmware(name = "firmware.elf"): string {
  const path = join(folderWith(), name);
  writeFileSync(path, forms[name]!);
  return path;
}

/** Flashes a board that OpenOCD reaches through its port. */
function onBoard(board: VirtualBoard, options: FlashOptions & RunOptions) {
  const { transport = "hla_swd" } = options;
  return flash({ ...options, commands: [stlinkServerCommand(transport, board.port)] });
}

function held(board: VirtualBoard, { address, data }: Segment): Buffer {
  const at = address - board.flashBase;
  return Buffer.from(board.flash.subarray(at, at + data.length));
}

describeWithOpenocd("flashing a board", () => {
  for (const transport of ["hla_swd", "dapdirect_swd"]) {
    it.each(small)(`writes and verifies %s under ${transport}`, async (name) => {
      await using board = await new VirtualBoard({ flash: noise(0x20000, 9) }).start();
      const result = await onBoard(board, { firmware: firmware(name), overlay: overlayFor(l5), transport });
      expect(result.log).toContain(`verified ${result.plan.firmware.size} bytes`);
      expect(result).toMatchObject({ ok: true, state: "verified" });
      for (const segment of name.endsWith("bin") ? [text] : [text, data, settings]) {
        expect(held(board, segment).equals(segment.data), `at ${segment.address}`).toBe(true);
      }
      // What lies in other sectors is as it was.
      expect(held(board, { address: base + 0x8000, data: noise(16) })).toEqual(
        noise(0x20000, 9).subarray(0x8000, 0x8010),
      );
    });
  }

  it("writes with the seed's own config", async () => {
    await using board = await new VirtualBoard().start();
    const overlay = overlayFor(seed, { searchPaths: [scripts] });
    const result = await onBoard(board, { firmware: firmware("firmware.bin"), overlay });
    expect(result).toMatchObject({
      ok: true,
      state: "verified",
      plan: { target: "openocd_interface_target_stlink" },
    });
    expect(held(board, text).equals(text.data)).toBe(true);
  });

  it.each<[string, BoardFaults, kind: string, step: string, trouble: string]>([
    ["without power", { noPower: true }, "target", "connecting", "voltage-low"],
    ["without a target", { noTarget: true }, "target", "connecting", "target-unreachable"],
    ["protected from being read", { readProtection: 1 }, "write", "erasing", "readout-protected"],
    ["protected for good", { readProtection: 2 }, "target", "connecting", "target-unreachable"],
    ["protected from being written", { writeProtected: [base] }, "write", "erasing", "readout-protected"],
    ["that is secure", { trustZone: true }, "write", "erasing", "erase-failed"],
    ["that is worn out", { stuckWords: [base + 64] }, "write", "writing", "loader-failed"],
    [
      "unplugged when it connects",
      { unplugAfter: { commands: 20 } },
      "target",
      "halting",
      "usb-transfer-failed",
    ],
    [
      "unplugged when it is written",
      { unplugAfter: { bytes: 60_000 } },
      "target",
      "writing",
      "usb-transfer-failed",
    ],
  ])("fails with a board %s, and says why", async (_, faults, kind, step, trouble) => {
    await using board = await new VirtualBoard({ faults }).start();
    const result = await onBoard(board, { firmware: firmware("large.bin"), overlay: overlayFor(l5) });
    expect(result).toMatchObject({ ok: false, failure: { kind, step } });
    expect(result.explanation?.diagnoses.map(({ id }) => id)).toContain(trouble);
    expect(result.state).not.toMatch(/^(written|verified)$/);
  });

  it("fails where the flash does not keep what was written", async () => {
    await using board = await new VirtualBoard().start();
    const spoil = () => {
      board.flash[data.address - base]! ^= 1;
    };
    const result = await onBoard(board, {
      firmware: firmware(),
      overlay: overlayFor(l5),
      onProgress: ({ kind, step }) => kind === "begin" && step === "verifying" && spoil(),
    });
    expect(result).toMatchObject({ ok: false, state: "written", failure: { kind: "verify" } });
    expect(result.explanation?.diagnoses.map(({ id }) => id)).toContain("checksum-mismatch");
  });

  it("leaves the target running, halted, or as it is", async () => {
    const last = async (reset: "run" | "halt" | "none") => {
      await using board = await new VirtualBoard().start();
      const result = await onBoard(board, { firmware: firmware(), overlay: overlayFor(l5), reset });
      expect(result.ok).toBe(true);
      return result.steps.at(-1)?.step;
    };
    expect([await last("run"), await last("halt"), await last("none")]).toEqual([
      "resetting",
      "resetting",
      "verifying",
    ]);
  });

  it("goes on at another speed, with the probe of a serial number", async () => {
    const serial = "0673FF49 VIRTUAL";
    await using board = await new VirtualBoard({ serial }).start();
    const options = { firmware: firmware(), overlay: overlayFor(l5), speed: 1000 };
    const result = await onBoard(board, { ...options, serial });
    expect(result.ok).toBe(true);
    expect(result.log).toContain("clock speed 1000 kHz");
    const other = await onBoard(board, { ...options, serial: "another" });
    expect(other).toMatchObject({ ok: false, failure: { kind: "target", step: "connecting" } });
  });

  it("is cancelled in the middle, and leaves no process", async () => {
    await using board = await new VirtualBoard({ faults: { busyReads: 5 } }).start();
    const controller = new AbortController();
    const result = await onBoard(board, {
      firmware: firmware("large.bin"),
      overlay: overlayFor(l5),
      signal: controller.signal,
      onProgress: ({ kind, step }) => kind === "begin" && step === "writing" && controller.abort(),
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
    expect(["partly written", "written"]).toContain(result.state);
    await expect.poll(() => board.events.at(-1)).toEqual({ kind: "client", change: "gone" });
  });
});
