import { expect, it } from "vitest";
import { type BoardFaults, VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { program, randomFirmware, session, written } from "./support/session.ts";

const bothTransports = ["hla_swd", "dapdirect_swd"];

/** What is wrong, and what OpenOCD 0.12.0 says of it. */
const cases: Record<string, { faults: BoardFaults; says: RegExp[]; transports?: string[] }> = {
  "no power": {
    faults: { noPower: true },
    says: [/Target voltage: 0\.0/, /voltage may be too low/, /unable to connect to the target/],
  },
  "no target": {
    faults: { noTarget: true },
    says: [/voltage: 3\.289421/, /unable to connect to the target/],
  },
  "read-out protection at level 1": {
    faults: { readProtection: 1 },
    says: [/RDP level 1/, /device protected/, /Programming Failed/],
  },
  "read-out protection at level 2": {
    faults: { readProtection: 2 },
    says: [/unable to connect to the target/],
  },
  "a write-protected page": {
    faults: { writeProtected: [0x0800_0800] },
    says: [/device protected/, /failed erasing sectors/],
  },
  "a word that does not erase": {
    faults: { stuckWords: [0x0800_1234] },
    says: [/flash write failed = 00000008/, /Programming Failed/],
  },
  TrustZone: {
    faults: { trustZone: true },
    says: [/TZEN = 1/, /failed erasing sectors/],
    // Under dapdirect_swd OpenOCD waits for a loader that it cannot load, and gives up after ten seconds.
    transports: ["hla_swd"],
  },
  "a probe that is unplugged while it writes": {
    faults: { unplugAfter: { bytes: 30_000 } },
    says: [/TCP error status 0x1001/, /Programming Failed/],
  },
  "a probe that is unplugged while it connects": {
    faults: { unplugAfter: { commands: 5 } },
    says: [/TCP error status 0x1001/, /init failed/],
  },
};

describeWithOpenocd("a board with", () => {
  for (const [name, { faults, says, transports = bothTransports }] of Object.entries(cases)) {
    it.each(transports)(`${name} is not programmed under %s`, async (transport) => {
      await using board = await new VirtualBoard({ faults }).start();
      const { bytes, file } = randomFirmware(32 * 1024);
      const { status, log } = await session(board, { transport, commands: [program(file)] });
      expect(status).toBe(1);
      for (const words of says) expect(log).toMatch(words);
      expect(log).not.toContain("Verified OK");
      expect(written(board, bytes.length).equals(bytes)).toBe(false);
    });
  }

  it.each(bothTransports)("slow flash is waited for under %s", async (transport) => {
    await using board = await new VirtualBoard({ faults: { busyReads: 5 } }).start();
    const { bytes, file } = randomFirmware(8192);
    const { status } = await session(board, { transport, commands: [program(file)] });
    expect(status).toBe(0);
    expect(written(board, bytes.length).equals(bytes)).toBe(true);
  });

  it("flash that is never done is given up on", async () => {
    await using board = await new VirtualBoard({ faults: { busyReads: 1_000_000 } }).start();
    const { file } = randomFirmware(1024);
    const { status, log } = await session(board, { transport: "hla_swd", commands: [program(file)] });
    expect(status).toBe(1);
    expect(log).toContain("timed out waiting for flash");
  });

  it("TrustZone is programmed where all addresses are the secure ones", async () => {
    await using board = await new VirtualBoard({ faults: { trustZone: true } }).start();
    const { bytes, file } = randomFirmware(16 * 1024);
    const { status, log } = await session(board, {
      transport: "dapdirect_swd",
      commands: [
        "init",
        "stm32l5x.cpu configure -work-area-phys 0x30000000",
        "reset init",
        `flash write_image erase ${file} 0x0c000000`,
        `verify_image ${file} 0x0c000000`,
        "shutdown",
      ],
    });
    expect(log).toContain("CPU in Secure state");
    expect(status).toBe(0);
    expect(written(board, bytes.length).equals(bytes)).toBe(true);
  });

  it("read-out protection is opened, and is empty then", async () => {
    const secret = Buffer.alloc(4096, 0x5a);
    await using board = await new VirtualBoard({ flash: secret, faults: { readProtection: 1 } }).start();
    const look = 'catch {dump_image /dev/null 0x08000000 16} said; echo "read: $said"';
    const { log } = await session(board, {
      transport: "hla_swd",
      commands: [
        "init",
        "reset halt",
        look,
        "flash probe 0",
        "stm32l4x unlock 0",
        "stm32l4x option_load 0",
        "reset halt",
        "flash probe 0",
        "shutdown",
      ],
    });
    expect(log).toMatch(/RDP level 1[\s\S]*RDP level 0/);
    expect(board.flash.every((byte) => byte === 0xff)).toBe(true);
    expect(board.events).toContainEqual({ kind: "bus-fault", address: 0x0800_0000, access: "read" });
  });
});

it("has no faults that a chip cannot have", () => {
  const writeProtected = [0, 0x1000, 0x2000].map((offset) => 0x0800_0000 + offset);
  expect(() => new VirtualBoard({ faults: { writeProtected } })).toThrow("two write-protected areas");
  expect(() => new VirtualBoard({ chip: "stm32h750" })).toThrow("there is no virtual stm32h750");
  expect(() => new VirtualBoard({ flash: Buffer.alloc(1 << 20) })).toThrow("524288 bytes");
});
