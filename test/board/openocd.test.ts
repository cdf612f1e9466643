import { expect, it } from "vitest";
import { VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { program, randomFirmware, session, written } from "./support/session.ts";

describeWithOpenocd("OpenOCD's own config for the STM32L5", () => {
  for (const transport of ["hla_swd", "hla_jtag", "dapdirect_swd", "dapdirect_jtag"]) {
    it(`programs and verifies 64 KiB under ${transport}`, async () => {
      await using board = await new VirtualBoard().start();
      const { bytes, file } = randomFirmware(64 * 1024);
      const { status, log } = await session(board, { transport, commands: [program(file)] });
      expect(log).toContain("** Verified OK **");
      expect(status).toBe(0);
      expect(written(board, bytes.length).equals(bytes)).toBe(true);
      expect(log).not.toContain("Error");
    });
  }
});

describeWithOpenocd("a board", () => {
  it.each(["hla_swd", "dapdirect_swd"])(
    "takes all 512 KiB under %s",
    async (transport) => {
      await using board = await new VirtualBoard().start();
      const { bytes, file } = randomFirmware(512 * 1024);
      const { status, log } = await session(board, { transport, commands: [program(file)] });
      expect(log).toContain("** Verified OK **");
      expect(status).toBe(0);
      expect(written(board, bytes.length).equals(bytes)).toBe(true);
    },
    120_000,
  );

  it("does not mind others, nor one that came before", async () => {
    const transports = ["hla_swd", "dapdirect_swd", "hla_jtag", "dapdirect_jtag"];
    await Promise.all(
      transports.map(async (transport) => {
        await using board = await new VirtualBoard().start();
        for (let round = 0; round < 2; round++) {
          const { bytes, file } = randomFirmware(16 * 1024);
          const { status } = await session(board, { transport, commands: [program(file)] });
          expect(status).toBe(0);
          expect(written(board, bytes.length).equals(bytes)).toBe(true);
        }
      }),
    );
  }, 120_000);

  it.each([1, 2] as const)("serves clients of level %d", async (serverApi) => {
    await using board = await new VirtualBoard({ serverApi }).start();
    const { bytes, file } = randomFirmware(16 * 1024);
    const { status } = await session(board, { transport: "dapdirect_swd", commands: [program(file)] });
    expect(status).toBe(0);
    expect(written(board, bytes.length).equals(bytes)).toBe(true);
  });
});
