import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import type { VirtualBoard } from "../../../src/board/index.ts";

/** A program that talks to stlink-server, as small as can be. */
export class Client {
  readonly #socket: Socket;
  #connection = 0;
  /** What arrived, as it arrived: one entry for each time something was there to be read. */
  readonly #arrived: Buffer[] = [];
  #wake = () => {};
  isClosed = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (bytes) => {
      this.#arrived.push(bytes);
      this.#wake();
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.isClosed = true;
      this.#wake();
    });
  }

  static async connect(board: VirtualBoard): Promise<Client> {
    const socket = connect(board.port, "127.0.0.1");
    await new Promise((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    const client = new Client(socket);
    onTestFinished(() => client.close());
    return client;
  }

  /** As OpenOCD does it: opens the first device. */
  static async open(board: VirtualBoard): Promise<Client> {
    const client = await Client.connect(board);
    const reply = await client.ask([0x03, 0, 0, 0, 1, 0, 0, 0]);
    client.#connection = reply.readUInt32LE(4);
    return client;
  }

  /** As OpenOCD does it: opens the device, and enters a debug mode. */
  static async debug(board: VirtualBoard, mode = 0xa3): Promise<Client> {
    const client = await Client.open(board);
    await client.read([0xf2, 0x30, mode], 2);
    return client;
  }

  send(bytes: Uint8Array | readonly number[]): void {
    this.#socket.write(Buffer.from(bytes));
  }

  /** What is there to be read next: a whole reply, if it was written at once. */
  async next(): Promise<Buffer> {
    while (this.#arrived.length === 0 && !this.isClosed) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#arrived.shift() ?? Buffer.alloc(0);
  }

  ask(bytes: Uint8Array | readonly number[]): Promise<Buffer> {
    this.send(bytes);
    return this.next();
  }

  /** A USB command that reads so many bytes; answers them. */
  async read(command: readonly number[], size: number): Promise<Buffer> {
    const reply = await this.ask(this.frame(command, 1, size));
    if (reply.readUInt32LE(0) !== 1) throw new Error(`status ${reply.readUInt32LE(0).toString(16)}`);
    if (reply.length !== 4 + size) throw new Error(`${reply.length - 4} bytes, not ${size}`);
    return reply.subarray(4);
  }

  /** A USB command that writes. */
  async write(command: readonly number[], data: Uint8Array): Promise<void> {
    const reply = await this.ask(Buffer.concat([this.frame(command, 0, data.length), data]));
    if (reply.length !== 4 || reply.readUInt32LE(0) !== 1) throw new Error(reply.toString("hex"));
  }

  /** The 32 bytes of a USB command. */
  frame(command: readonly number[], direction: number, size: number): Buffer {
    const frame = Buffer.alloc(32);
    frame[0] = 0x05;
    frame.writeUInt32LE(this.#connection, 4);
    frame.set(command, 8);
    frame[24] = direction;
    frame.writeUInt32LE(size, 28);
    return frame;
  }

  /** A debug register's value. */
  async word(address: number): Promise<number> {
    return (await this.read([0xf2, 0x36, ...u32(address)], 8)).readUInt32LE(4);
  }

  async setWord(address: number, value: number): Promise<number> {
    return (await this.read([0xf2, 0x35, ...u32(address), ...u32(value)], 2))[0]!;
  }

  /** The status of the last transfer, and where it failed. */
  async lastStatus(): Promise<{ status: number; address: number }> {
    const answer = await this.read([0xf2, 0x3e], 12);
    return { status: answer[0]!, address: answer.readUInt32LE(4) };
  }

  close(): void {
    this.#socket.destroy();
  }
}

/** A number as commands have it. */
export function u32(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24];
}

export function u16(value: number): number[] {
  return [value & 0xff, value >>> 8];
}

/** A memory command: kind, address, length in bytes, access port, its control word. */
export function memory(kind: number, address: number, length: number, port = 0, csw = 0): number[] {
  return [0xf2, kind, ...u32(address), ...u16(length), port, ...u32(csw).slice(1)];
}

export function words(...values: readonly number[]): Buffer {
  return Buffer.from(values.flatMap(u32));
}
