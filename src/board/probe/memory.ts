import type { Bus } from "../cpu/bus.ts";
import type { DebugLink } from "../target/link.ts";
import { type MemoryCommand, Status } from "./commands.ts";

/** How the last transfer went, and where it failed. */
export interface TransferStatus {
  readonly status: number;
  readonly address: number;
}

export const fine: TransferStatus = { status: Status.Ok, address: 0 };

/** The fields of a memory command: address, length in bytes, access port, its control word. */
function fieldsOf(command: Buffer): { address: number; length: number; port: number; csw: number } {
  return {
    address: command.readUInt32LE(2),
    length: command.readUInt16LE(6),
    port: command[8]!,
    csw: (command.readUIntLE(9, 3) * 0x100) >>> 0,
  };
}

/** Carries out a memory command. What could not be read is 0. */
export function transferMemory(
  link: DebugLink,
  command: Buffer,
  data: Buffer,
  { size, writes, increments }: MemoryCommand,
): { read: Buffer; status: TransferStatus } {
  const { address, length, port, csw } = fieldsOf(command);
  const bus = link.memory(port, csw);
  const read = Buffer.alloc(writes ? 0 : length);
  if (bus === undefined) return { read, status: { status: Status.BadAp, address } };
  const count = Math.floor((writes ? Math.min(length, data.length) : length) / size);
  for (let index = 0; index < count; index++) {
    const at = (address + (increments ? index * size : 0)) >>> 0;
    const isDone = writes
      ? bus.write(at, size, data.readUIntLE(index * size, size))
      : readInto(read, index * size, size, bus, at);
    if (!isDone) return { read, status: { status: Status.ApFault, address: at } };
  }
  return { read, status: fine };
}

function readInto(bytes: Buffer, offset: number, size: 1 | 2 | 4, bus: Bus, address: number): boolean {
  const value = bus.read(address, size);
  if (value === undefined) return false;
  bytes.writeUIntLE(value, offset, size);
  return true;
}
