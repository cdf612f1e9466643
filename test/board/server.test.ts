import { connect } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { type BoardOptions, type ServerApi, VirtualBoard } from "../../src/board/index.ts";
import { Client, u32, words } from "./support/client.ts";

async function started(options: BoardOptions = {}): Promise<VirtualBoard> {
  const board = await new VirtualBoard(options).start();
  onTestFinished(() => board.stop());
  return board;
}

const ok = words(1);
const version = [0x06, 1, 0, 0];
const deviceInfo = [0x02, 0, 0, 0, ...u32(41)];

for (const api of [1, 2, 3] satisfies ServerApi[]) {
  it(`says that its level is ${api}`, async () => {
    const client = await Client.connect(await started({ serverApi: api }));
    const reply = await client.ask(version);
    expect(reply).toHaveLength(16);
    expect(reply.readUInt32LE(0)).toBe(api);
  });
}

it("is asked in the order that OpenOCD has", async () => {
  const client = await Client.connect(await started({ serial: "0042" }));
  await client.ask(version);
  expect(await client.ask([0x00, 0])).toEqual(ok);
  expect(await client.ask([0x01])).toEqual(words(1));
  const info = await client.ask(deviceInfo);
  expect(info).toHaveLength(45);
  expect(info.subarray(0, 4)).toEqual(ok);
  expect(info.toString("latin1", 8, 13)).toBe("0042\0");
  expect([info.readUInt16LE(40), info.readUInt16LE(42)]).toEqual([0x0483, 0x374e]);
  expect(info[44]).toBe(0);
  const opened = await client.ask([0x03, 0, 0, 0, ...info.subarray(4, 8)]);
  expect(opened).toHaveLength(8);
  const connection = opened.readUInt32LE(4);
  expect(connection).not.toBe(0);
  expect(await client.ask([0x04, 0, 0, 0, ...u32(connection)])).toEqual(ok);
  expect(await client.ask([0x04, 0, 0, 0, ...u32(connection)])).toEqual(words(0x1002));
});

it("has one device only, and takes commands only for a connection that is open", async () => {
  const board = await started();
  const client = await Client.connect(board);
  expect(await client.ask([0x02, 1, 0, 0, ...u32(41)])).toEqual(words(0x1002));
  expect(await client.ask([0x03, 0, 0, 0, ...u32(7)])).toEqual(words(0x1003, 0));
  const refused = await client.ask(client.frame([0xf7], 1, 8));
  expect(refused).toHaveLength(12);
  expect(refused.readUInt32LE(0)).toBe(0x1002);
});

it("waits for a request that comes in pieces, and answers two that come together", async () => {
  const client = await Client.connect(await started());
  for (const byte of deviceInfo.slice(0, -1)) {
    client.send([byte]);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  const info = await client.ask(deviceInfo.slice(-1));
  expect(info).toHaveLength(45);
  client.send([0x01, ...version]);
  let both = await client.next();
  while (both.length < 20) both = Buffer.concat([both, await client.next()]);
  expect(both.subarray(0, 8)).toEqual(words(1, 3));
});

it("waits for the data that follows a write command", async () => {
  const board = await started();
  const client = await Client.debug(board);
  const command = client.frame([0xf2, 0x08, ...u32(0x2000_0000), 8, 0], 0, 8);
  client.send(command.subarray(0, 20));
  client.send(command.subarray(20));
  client.send([1, 2, 3]);
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await client.ask([4, 5, 6, 7, 8])).toEqual(ok);
  const read = await client.read([0xf2, 0x07, ...u32(0x2000_0000), 8, 0], 8);
  expect([...read]).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it("answers with exactly as many bytes as are asked for, and in one piece", async () => {
  const client = await Client.debug(await started());
  for (const size of [0, 1, 2, 12, 6144, 9816]) {
    const reply = await client.ask(client.frame([0xf2, 0x07, ...u32(0x2000_0000), 8, 0], 1, size));
    expect(reply).toHaveLength(4 + size);
  }
});

it("does not know other operations, and goes on", async () => {
  const client = await Client.connect(await started());
  for (const bytes of [[0x99], [0x07, 0, 0, 0], Buffer.alloc(5000, 0xff)]) {
    expect(await client.ask(bytes)).toEqual(words(0x1053));
  }
  expect(await client.ask(client.frame([0xf2], 1, 0xffff_ffff))).toEqual(words(0x1053));
  expect(await client.ask([0x01])).toEqual(words(1));
});

it("stays in one piece whatever a client sends", async () => {
  const board = await started();
  const client = await Client.debug(board);
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 3000; round++) {
    const command = Array.from({ length: 16 }, () => random(256));
    if (random(4) > 0) command[0] = 0xf2;
    if (random(4) > 0) command[1] = random(0x66);
    const direction = [0, 1, 3, 7][random(4)]!;
    const size = random(200);
    const data = Buffer.alloc(direction === 0 ? size : 0, random(256));
    const reply = await client.ask(Buffer.concat([client.frame(command, direction, size), data]));
    expect(reply).toHaveLength(direction === 0 ? 4 : 4 + size);
  }
  const next = await Client.debug(board);
  expect(await next.word(0xe000_ed00)).toBe(0x410f_d214);
});

it("lets a client go that asks and never reads", async () => {
  const board = await started();
  const asking = (await Client.connect(board)).frame([0xf7], 1, 9816);
  const greedy = connect(board.port, "127.0.0.1");
  onTestFinished(() => void greedy.destroy());
  greedy.on("error", () => {});
  greedy.pause();
  for (let count = 0; count < 4000; count++) greedy.write(asking);
  const gone = () => board.events.some((event) => event.kind === "client" && event.change === "gone");
  await vi.waitFor(() => expect(gone()).toBe(true), 20_000);
  const client = await Client.connect(board);
  expect(await client.ask([0x01])).toEqual(words(1));
});

it("has room for so many clients, and takes another when one is gone", async () => {
  const board = await started();
  const clients = await Promise.all(Array.from({ length: 32 }, () => Client.connect(board)));
  for (const client of clients) expect(await client.ask([0x01])).toEqual(words(1));
  const late = await Client.connect(board);
  await late.next();
  expect(late.isClosed).toBe(true);
  clients[0]!.close();
  await vi.waitFor(async () => {
    const client = await Client.connect(board);
    expect(await client.ask([0x01])).toEqual(words(1));
  });
});

it("frees its port when it stops, with clients or without", async () => {
  const board = await new VirtualBoard().start();
  const { port } = board;
  const client = await Client.connect(board);
  await board.stop();
  await client.next();
  expect(client.isClosed).toBe(true);
  const again = await started({ port });
  expect(again.port).toBe(port);
  await expect(new VirtualBoard({ port }).start()).rejects.toThrow("EADDRINUSE");
});
