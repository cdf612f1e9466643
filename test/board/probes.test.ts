import { expect, it } from "vitest";
import { type ProbeName, VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { program, randomFirmware, session } from "./support/session.ts";

async function programmed(probe: ProbeName, chip: string, transport: string) {
  await using board = await new VirtualBoard({ probe, chip }).start();
  const { bytes, file } = randomFirmware(6000);
  const config = chip === "stm32f103" ? "target/stm32f1x.cfg" : "target/stm32l5x.cfg";
  const { status, log } = await session(board, { transport, config, commands: [program(file)] });
  const equal = Buffer.from(board.flash.subarray(0, bytes.length)).equals(bytes);
  return { status, log, equal };
}

describeWithOpenocd("an ST-LINK V2", () => {
  it.each([
    ["V2J37", "stm32f103", "hla_swd", "STLINK V2J37S7 (API v2) VID:PID 0483:3748"],
    ["V2J37", "stm32f103", "dapdirect_swd", "STLINK V2J37S7 (API v2)"],
    ["V2J37", "stm32l552", "hla_swd", "STLINK V2J37S7 (API v2)"],
    ["V2J37", "stm32l552", "dapdirect_swd", "STLINK V2J37S7 (API v2)"],
    ["V2J21", "stm32f103", "hla_swd", "STLINK V2J21S4 (API v2)"],
  ] as const)("%s programs a %s under %s", async (probe, chip, transport, version) => {
    const { status, log, equal } = await programmed(probe, chip, transport);
    expect(log).toContain(version);
    expect({ status, equal }, log).toEqual({ status: 0, equal: true });
  });

  it("has no plain debug port before V2J24", async () => {
    const { status, log, equal } = await programmed("V2J21", "stm32f103", "dapdirect_swd");
    expect(log).toMatch(/ST-Link version does not support DAP direct transport|doesn't support DAP/i);
    expect(status).not.toBe(0);
    expect(equal).toBe(false);
  });
});
