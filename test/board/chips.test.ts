import { describe, expect, it } from "vitest";
import { boardChips, VirtualBoard } from "../../src/board/index.ts";
import { FAMILIES } from "../../src/chips/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { configIn } from "./support/chips.ts";
import { program, randomFirmware, session } from "./support/session.ts";

/** One chip for each flash controller and each core. All of them, with other OpenOCDs: `npm run prove:all`. */
const sample = [
  "stm32f072", // F1's controller, Cortex-M0
  "stm32f103", // Cortex-M3
  "stm32f407", // F4's, Cortex-M4
  "stm32f746", // Cortex-M7
  "stm32g071", // L4's, Cortex-M0+
  "stm32h743", // H7's
  "stm32l053", // L0's
  "stm32l152", // L1's
  "stm32l476",
  "stm32u575", // quad words, Cortex-M33
];

describeWithOpenocd("OpenOCD's own config", () => {
  const runs = sample.flatMap((chip) =>
    ["hla_swd", "dapdirect_swd"].map((transport) => [chip, transport] as const),
  );

  it.each(runs)("programs, verifies and programs again a %s under %s", async (chip, transport) => {
    await using board = await new VirtualBoard({ chip }).start();
    const [first, second] = [randomFirmware(12_288), randomFirmware(10_001)];
    for (const { bytes, file } of [first, second]) {
      const { status, log } = await session(board, {
        ...{ transport, config: configIn(chip), commands: [program(file)] },
      });
      expect(log).toContain("** Verified OK **");
      expect(status, log).toBe(0);
      expect(Buffer.from(board.flash.subarray(0, bytes.length)).equals(bytes)).toBe(true);
      // Loaders that run: nothing is written word by word from outside.
      expect(log).not.toMatch(/Error|falling back/);
      expect(board.events.filter(({ kind }) => kind === "lockup")).toEqual([]);
    }
  });
});

describe("the chips", () => {
  it("are each of a family that is known", () => {
    const known = FAMILIES.map(({ name }) => name);
    for (const { name, family } of boardChips) {
      expect(known, name).toContain(family);
    }
  });
});
