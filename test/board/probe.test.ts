import { expect, it, onTestFinished } from "vitest";
import { type BoardOptions, VirtualBoard } from "../../src/board/index.ts";
import { Client, memory, u16, u32, words } from "./support/client.ts";

async function started(options: BoardOptions = {}): Promise<VirtualBoard> {
  const board = await new VirtualBoard(options).start();
  onTestFinished(() => board.stop());
  return board;
}

const ram = 0x2000_0000;
const nowhere = 0x6000_0000;
const dhcsr = 0xe000_edf0;
const halt = 0xa05f_0003;

it("reports version, mode and voltage", async () => {
  const client = await Client.open(await started());
  const version = await client.read([0xf1], 6);
  expect(version.readUInt16BE(0)).toBe(0x3000);
  expect([version.readUInt16LE(2), version.readUInt16LE(4)]).toEqual([0x0483, 0x374e]);
  const more = await client.read([0xfb], 12);
  expect([...more.subarray(0, 5)]).toEqual([3, 0, 7, 2, 0]);
  expect([more.readUInt16LE(8), more.readUInt16LE(10)]).toEqual([0x0483, 0x374e]);
  const readings = await client.read([0xf7], 8);
  const volts = (2 * readings.readUInt32LE(4) * 1.2) / readings.readUInt32LE(0);
  expect(volts).toBeCloseTo(3.289421, 6);
});

it("enters and leaves a debug mode, and knows nothing of the target in between", async () => {
  const client = await Client.open(await started());
  const mode = async () => (await client.read([0xf5], 2))[0];
  const idcode = async () => (await client.read([0xf2, 0x31], 12)).readUInt32LE(4);
  expect(await mode()).toBe(1);
  expect((await client.read([0xf2, 0x36, ...u32(dhcsr)], 8))[0]).toBe(0x16);
  expect([...(await client.read([0xf2, 0x30, 0xa3], 2))]).toEqual([0x80, 0]);
  expect(await mode()).toBe(2);
  expect(await idcode()).toBe(0x0be1_2477);
  await client.read([0xf2, 0x21], 0);
  expect(await mode()).toBe(1);
  await client.read([0xf2, 0x30, 0xa4], 2);
  expect(await idcode()).toBe(0x0ba0_4477);
});

it("reads and writes memory by bytes, halfwords and words", async () => {
  const client = await Client.debug(await started());
  await client.write(memory(0x08, ram, 8), words(0x4433_2211, 0x8877_6655));
  expect((await client.lastStatus()).status).toBe(0x80);
  expect([...(await client.read(memory(0x0c, ram + 1, 3), 3))]).toEqual([0x22, 0x33, 0x44]);
  expect([...(await client.read(memory(0x47, ram + 2, 4), 4))]).toEqual([0x33, 0x44, 0x55, 0x66]);
  await client.write(memory(0x0d, ram + 3, 1), Buffer.from([0xaa]));
  await client.write(memory(0x48, ram + 4, 2), Buffer.from([0xbb, 0xcc]));
  expect(await client.read(memory(0x07, ram, 8), 8)).toEqual(words(0xaa33_2211, 0x8877_ccbb));
  // A single byte is asked for as two.
  expect([...(await client.read(memory(0x0c, ram + 3, 1), 2))]).toEqual([0xaa, 0]);
});

it("reads and writes one word again and again", async () => {
  const client = await Client.debug(await started());
  await client.write(memory(0x50, ram, 8), words(1, 2));
  expect(await client.read(memory(0x07, ram, 8), 8)).toEqual(words(2, 0));
  expect(await client.read(memory(0x54, ram, 12), 12)).toEqual(words(2, 2, 2));
});

it("reports the status of the last transfer, and where it failed", async () => {
  const client = await Client.debug(await started());
  expect(await client.read(memory(0x07, ram + 0x3fffc, 8), 8)).toEqual(words(0, 0));
  expect(await client.lastStatus()).toEqual({ status: 0x11, address: ram + 0x40000 });
  expect((await client.read([0xf2, 0x3b], 2))[0]).toBe(0x11);
  await client.write(memory(0x08, nowhere, 4), words(1));
  expect(await client.lastStatus()).toEqual({ status: 0x11, address: nowhere });
  await client.read(memory(0x07, ram, 4, 1), 4);
  expect((await client.lastStatus()).status).toBe(0x1d);
  await client.read(memory(0x07, ram, 4), 4);
  expect(await client.lastStatus()).toEqual({ status: 0x80, address: 0 });
});

it("reads and writes registers, each and all", async () => {
  const client = await Client.debug(await started());
  expect(await client.setWord(dhcsr, halt)).toBe(0x80);
  for (let number = 0; number < 13; number++) {
    expect((await client.read([0xf2, 0x34, number, ...u32(100 + number)], 2))[0]).toBe(0x80);
  }
  await client.read([0xf2, 0x34, 15, ...u32(0x2000_0100)], 2);
  await client.read([0xf2, 0x34, 17, ...u32(0x2000_1000)], 2);
  const answer = await client.read([0xf2, 0x33, 7], 8);
  expect([answer[0], answer.readUInt32LE(4)]).toEqual([0x80, 107]);
  const all = await client.read([0xf2, 0x3a], 88);
  const values = Array.from({ length: 21 }, (_, index) => all.readUInt32LE(4 + 4 * index));
  expect(all[0]).toBe(0x80);
  expect(values.slice(0, 13)).toEqual(Array.from({ length: 13 }, (_, index) => 100 + index));
  expect(values[13]).toBe(0x2000_1000);
  expect(values[15]).toBe(0x2000_0100);
  expect(values.slice(16)).toEqual([0xf900_0000, 0x2000_1000, 0, 0, 0]);
});

it("keeps special and floating-point registers", async () => {
  const client = await Client.debug(await started());
  const register = async (number: number) => (await client.read([0xf2, 0x33, number], 8)).readUInt32LE(4);
  for (const [number, value] of [
    [20, 0x02_01_f0_01],
    [0x21, 0x0300_0000],
    [0x40, 0x3f80_0000],
    [0x5f, 0x1234_5678],
    [18, 0x2000_2000],
  ] as const) {
    await client.read([0xf2, 0x34, number, ...u32(value)], 2);
    expect(await register(number)).toBe(value);
  }
  // CONTROL chose the PSP.
  expect(await register(13)).toBe(0x2000_2000);
});

it("reads and writes the debug port", async () => {
  for (const mode of [0xa3, 0xa4]) {
    const board = await started();
    const client = await Client.debug(board, mode);
    const dp = async (register: number) =>
      (await client.read([0xf2, 0x45, 0xff, 0xff, ...u16(register)], 8)).readUInt32LE(4);
    const setDp = (register: number, value: number) =>
      client.read([0xf2, 0x46, 0xff, 0xff, ...u16(register), ...u32(value)], 2);
    // The firmware has asked for power already.
    expect(await dp(0x04)).toBe(0xf000_0000);
    await setDp(0x04, 0x4000_0001);
    expect(await dp(0x04)).toBe(0xc000_0001);
    await setDp(0x04, 0x5000_0000);
    expect(await dp(0x04)).toBe(0xf000_0000);
    expect(await dp(0x00)).toBe(mode === 0xa3 ? 0x0be1_2477 : 0x0ba0_4477);
  }
});

it("reads the access port that is there, and 0 of all others", async () => {
  const client = await Client.debug(await started());
  const ap = async (port: number, register: number) => {
    const answer = await client.read([0xf2, 0x45, ...u16(port), ...u16(register)], 8);
    expect(answer[0]).toBe(0x80);
    return answer.readUInt32LE(4);
  };
  expect(await ap(0, 0xfc)).toBe(0x1477_0015);
  expect(await ap(0, 0xf8)).toBe(0xe00f_e003);
  expect(await ap(0, 0xf4)).toBe(0);
  for (let port = 1; port < 256; port++) expect(await ap(port, 0xfc)).toBe(0);
  expect((await client.read([0xf2, 0x4b, 0], 2))[0]).toBe(0x80);
  expect((await client.read([0xf2, 0x4c, 0], 2))[0]).toBe(0x80);
});

it("reaches memory through the access port's own registers", async () => {
  const client = await Client.debug(await started());
  const setAp = (register: number, value: number) =>
    client.read([0xf2, 0x46, 0, 0, ...u16(register), ...u32(value)], 2);
  const ap = async (register: number) =>
    (await client.read([0xf2, 0x45, 0, 0, ...u16(register)], 8)).readUInt32LE(4);
  const ctrlStat = async () => (await client.read([0xf2, 0x45, 0xff, 0xff, 4, 0], 8)).readUInt32LE(4);
  await setAp(0x00, 0x2300_0012);
  await setAp(0x04, ram);
  for (const value of [0x1111_1111, 0x2222_2222]) await setAp(0x0c, value);
  expect(await ap(0x04)).toBe(ram + 8);
  await setAp(0x14, 0x3333_3333);
  expect(await client.read(memory(0x07, ram, 8), 8)).toEqual(words(0x1111_1111, 0x3333_3333));
  // Bytes and halfwords are in their places in a word.
  await setAp(0x00, 0x2300_0010);
  await setAp(0x04, ram + 1);
  await setAp(0x0c, 0xaa00);
  expect(await client.read(memory(0x07, ram, 4), 4)).toEqual(words(0x1111_aa11));
  await setAp(0x04, ram + 1);
  expect(await ap(0x0c)).toBe(0xaa00);
  await setAp(0x00, 0x2300_0002);
  await setAp(0x04, nowhere);
  await ap(0x0c);
  expect((await ctrlStat()) & 0x20).toBe(0x20);
  await client.read([0xf2, 0x46, 0xff, 0xff, 0, 0, ...u32(4)], 2);
  expect((await ctrlStat()) & 0x20).toBe(0);
});

it("does several word transfers, and reports the status of each", async () => {
  const client = await Client.debug(await started());
  const steps: [number, number][] = [
    [5, 0],
    [1, ram],
    [2, 0x1234_5678],
    [3, ram],
    [3, nowhere],
    [3, 0xe000_ed00],
  ];
  const codes = Buffer.alloc(8);
  codes.set(steps.map(([code]) => code));
  const values = words(...steps.map(([, value]) => value));
  await client.write([0xf2, 0x51, ...u32(steps.length)], Buffer.concat([codes, values]));
  const answer = await client.read([0xf2, 0x52], 8 * steps.length);
  const read = Array.from({ length: 12 }, (_, index) => answer.readUInt32LE(4 * index));
  expect(read.slice(3, 6)).toEqual([0x1234_5678, 0, 0x410f_d214]);
  expect(read.slice(6)).toEqual([0x80, 0x80, 0x80, 0x80, 0x11, 0x80]);
});

it("has the speeds of a V3, and takes the next that is not faster", async () => {
  const client = await Client.open(await started());
  const list = async () => {
    const answer = await client.read([0xf2, 0x62, 0], 52);
    const count = answer.readUInt32LE(8);
    return {
      current: answer.readUInt32LE(4),
      speeds: Array.from({ length: count }, (_, index) => answer.readUInt32LE(12 + 4 * index)),
    };
  };
  expect((await list()).speeds).toEqual([24000, 8000, 3300, 1000, 200, 50, 5]);
  for (const [asked, set] of [
    [3300, 3300],
    [4000, 3300],
    [1, 5],
  ] as const) {
    expect((await client.read([0xf2, 0x61, 0, 0, ...u32(asked)], 8))[0]).toBe(0x80);
    expect((await list()).current).toBe(set);
  }
});

it("accepts trace commands, and has no trace data", async () => {
  const client = await Client.debug(await started());
  expect((await client.read([0xf2, 0x40, ...u16(4096), ...u32(2_000_000)], 2))[0]).toBe(0x80);
  expect(await client.read([0xf2, 0x42], 2)).toEqual(Buffer.alloc(2));
  expect(await client.ask(client.frame([], 3, 16))).toEqual(Buffer.concat([words(1), Buffer.alloc(16)]));
  expect((await client.read([0xf2, 0x41], 2))[0]).toBe(0x80);
});

it("holds the target in reset, and resets it", async () => {
  const client = await Client.debug(await started());
  const state = async () => (await client.word(dhcsr)) >>> 16;
  const [halted, wasReset] = [1 << 1, 1 << 9];
  await client.setWord(dhcsr, halt);
  await state();
  expect((await state()) & (halted | wasReset)).toBe(halted);
  await client.read([0xf2, 0x3c, 0], 2);
  for (let count = 0; count < 3; count++) expect((await state()) & (halted | wasReset)).toBe(wasReset);
  await client.read([0xf2, 0x3c, 1], 2);
  expect((await state()) & halted).toBe(0);
  // DEMCR: halt when it comes out of reset.
  await client.setWord(0xe000_edfc, 0x0100_0001);
  for (const command of [
    [0xf2, 0x3c, 2],
    [0xf2, 0x32],
  ]) {
    await client.setWord(dhcsr, 0xa05f_0001);
    expect((await state()) & halted).toBe(0);
    await client.read(command, 2);
    expect((await state()) & (halted | wasReset)).toBe(halted | wasReset);
    expect((await state()) & wasReset).toBe(0);
  }
});

it("notes what it does not know", async () => {
  const board = await started();
  const client = await Client.debug(board);
  await client.read([0xf2, 0x99], 2);
  await client.read([0xf4, 0x00], 0);
  const unknown = board.events.flatMap((event) => (event.kind === "unknown-command" ? event.command : []));
  expect(unknown).toEqual(["f2990000", "f4000000"]);
});

it("takes at least the configured time for a command", async () => {
  const client = await Client.open(await started({ usbDelay: 2000 }));
  const before = performance.now();
  for (let count = 0; count < 20; count++) await client.read([0xf5], 2);
  expect(performance.now() - before).toBeGreaterThanOrEqual(40);
});
