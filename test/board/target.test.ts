import { expect, it } from "vitest";
import { type BoardOptions, VirtualBoard } from "../../src/board/index.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { session } from "./support/session.ts";

/** nop; mov r8, r8; movs r2, #0x42; bkpt */
const code = ["mww 0x20000000 0x46c0bf00", "mww 0x20000004 0xbe002242"];

describeWithOpenocd("the target", () => {
  for (const transport of ["hla_swd", "dapdirect_swd"]) {
    it(`steps, runs to a breakpoint and to a BKPT under ${transport}`, async () => {
      await using board = await new VirtualBoard().start();
      const { status, log } = await session(board, {
        transport,
        commands: [
          "init",
          "reset halt",
          ...code,
          "reg pc 0x20000000",
          "step",
          "step",
          "bp 0x20000004 2 hw",
          "reg pc 0x20000000",
          "resume",
          "wait_halt 1000",
          "rbp 0x20000004",
          "resume",
          "wait_halt 1000",
          "reg r2 force",
          "shutdown",
        ],
      });
      expect(status).toBe(0);
      const stops = [...log.matchAll(/pc: (0x\w+)/g)].map((match) => match[1]);
      expect(stops.slice(-4)).toEqual(["0x20000002", "0x20000004", "0x20000004", "0x20000006"]);
    });

    it(`runs the clock's settings to the end under ${transport}`, async () => {
      await using board = await new VirtualBoard().start();
      const { status, log } = await session(board, {
        transport,
        commands: ["init", "reset init", 'echo "cfgr [mrw 0x40021008]"', "shutdown"],
      });
      expect(status).toBe(0);
      expect(log).toContain("cfgr 0xf");
    });
  }

  it("is found halted where its flash is empty, and running where it is not", async () => {
    const start = async (options: BoardOptions) => {
      await using board = await new VirtualBoard(options).start();
      const commands = ["init", 'echo "it is [stm32l5x.cpu curstate]"', "shutdown"];
      return (await session(board, { transport: "hla_swd", commands })).log;
    };
    expect(await start({})).toContain("it is halted");
    const flash = Buffer.from([0, 0x10, 0, 0x20, 0xc1, 1, 0, 8]);
    expect(await start({ flash })).toContain("it is running");
  });

  it("forgets RAM without power, and keeps flash", async () => {
    await using board = await new VirtualBoard({ flash: Buffer.from([1, 2, 3, 4]) }).start();
    const look = ["init", 'echo "ram [mrw 0x20000000] flash [mrw 0x08000000]"'];
    await session(board, {
      transport: "hla_swd",
      commands: ["init", "halt", "mww 0x20000000 7", "shutdown"],
    });
    const before = await session(board, { transport: "hla_swd", commands: [...look, "shutdown"] });
    expect(before.log).toContain("ram 0x7 flash 0x4030201");
    board.powerCycle();
    const after = await session(board, { transport: "hla_swd", commands: [...look, "shutdown"] });
    expect(after.log).toContain("ram 0x0 flash 0x4030201");
  });

  it("reports a loader that ran into unmapped memory", async () => {
    await using board = await new VirtualBoard().start();
    await session(board, {
      transport: "hla_swd",
      // ldr r0, [r0]; with 0x60000000 in r0
      commands: [
        "init",
        "reset halt",
        "mww 0x20000000 0x68006800",
        "reg r0 0x60000000",
        "reg xpsr 0x01000000",
        "resume 0x20000000",
        "sleep 50",
        "poll",
        "shutdown",
      ],
    });
    expect(board.events).toContainEqual({ kind: "lockup", pc: 0x2000_0000, why: "bus" });
  });
});
