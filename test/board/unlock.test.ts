import { expect, it } from "vitest";
import { VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { configIn } from "./support/chips.ts";
import { program, randomFirmware, session } from "./support/session.ts";

describeWithOpenocd("a read-protected chip", () => {
  it.each([
    ["stm32f407", "stm32f2x unlock 0"],
    ["stm32h743", "stm32h7x unlock 0"],
    ["stm32g071", "stm32l4x unlock 0"],
    ["stm32f103", "stm32f1x unlock 0"],
    ["stm32f072", "stm32f1x unlock 0"],
    ["stm32l053", "stm32lx unlock 0"],
  ])("%s is empty when it is unlocked, and can be programmed", async (chip, unlock) => {
    await using board = await new VirtualBoard({ chip, faults: { readProtection: 1 } }).start();
    const before = Buffer.from("what was secret");
    board.flash.set(before, 0x100);
    const { bytes, file } = randomFirmware(200);
    const run = (...commands: string[]) =>
      session(board, { transport: "hla_swd", config: configIn(chip), commands });
    const opened = await run("init; reset halt", unlock, "shutdown");
    expect(opened.log).not.toMatch(/Error/);
    board.powerCycle();
    expect(Buffer.from(board.flash.subarray(0x100, 0x100 + before.length)).equals(before)).toBe(false);
    const { status, log } = await run(program(file));
    expect(status, log).toBe(0);
    expect(Buffer.from(board.flash.subarray(0, bytes.length)).equals(bytes)).toBe(true);
  });
});
