import { expect, it } from "vitest";
import { type BoardFaults, VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { configIn } from "./support/chips.ts";
import { program, randomFirmware, session } from "./support/session.ts";

const base = 0x0800_0000;

/** One chip for each kind of flash controller. */
const chips = ["stm32f103", "stm32f407", "stm32l053", "stm32h743", "stm32g071"];

async function programmed(chip: string, faults: BoardFaults, transport = "hla_swd", before: string[] = []) {
  const board = await new VirtualBoard({ chip, faults }).start();
  try {
    const { bytes, file } = randomFirmware(4096);
    const config = configIn(chip);
    const { status, log } = await session(board, { transport, config, commands: [...before, program(file)] });
    const equal = Buffer.from(board.flash.subarray(0, bytes.length)).equals(bytes);
    return { status, verified: log.includes("** Verified OK **"), equal, log, events: board.events };
  } finally {
    await board.stop();
  }
}

describeWithOpenocd("OpenOCD fails", () => {
  const faults: [string, BoardFaults][] = [
    ["is read-protected", { readProtection: 1 }],
    ["has a write-protected sector", { writeProtected: [base] }],
    // A bit that is to be clear anyhow does no harm: all of these are so with one in four thousand millions.
    ["has words that do not erase", { stuckWords: Array.from({ length: 32 }, (_, n) => base + 32 * n) }],
    ["is busy for ever", { busyReads: 1e9 }],
    ["is unplugged", { unplugAfter: { bytes: 5000 } }],
    ["is held in reset", { heldInReset: true }],
    ["sleeps", { asleep: true }],
  ];
  const all = chips.flatMap((chip) => faults.map(([what, fault]) => [chip, what, fault] as const));

  it.concurrent.each(all)("with a %s that %s", async (chip, _, fault) => {
    const { status, verified, equal, log } = await programmed(chip, fault);
    expect({ verified, equal }, log).toEqual({ verified: false, equal: false });
    expect(status).not.toBe(0);
  });
});

describeWithOpenocd("OpenOCD succeeds", () => {
  it.each(chips)("with a %s that is busy for a while", async (chip) => {
    expect(await programmed(chip, { busyReads: 3 })).toMatchObject({
      status: 0,
      verified: true,
      equal: true,
    });
  });

  it.each(["hla_swd", "dapdirect_swd"])(
    "with a chip that sleeps, when it connects under reset: %s",
    async (transport) => {
      const before = ["reset_config srst_only srst_nogate connect_assert_srst"];
      const result = await programmed("stm32f407", { asleep: true }, transport, before);
      expect(result, result.log).toMatchObject({ status: 0, verified: true, equal: true });
    },
  );
});
