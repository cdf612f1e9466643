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
