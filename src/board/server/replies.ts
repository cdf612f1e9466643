import type { ProbeIdentity } from "../probe/probe.ts";
import { deviceInfoLength, Status, type StatusCode, serialLength } from "./protocol.ts";

/** Numbers as the protocol has them. */
export function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, 4 * index);
  return bytes;
}

export function statusReply(status: StatusCode): Buffer {
  return words(status);
}

/**
 * Status and description of a device, as many bytes as were asked for. It is never said to be in use: OpenOCD would not
 * share it.
 */
export function deviceInfoReply(id: number, { serial, vid, pid }: ProbeIdentity, length: number): Buffer {
  const info = Buffer.alloc(deviceInfoLength);
  info.writeUInt32LE(id, 0);
  info.write(serial, 4, serialLength - 1, "latin1");
  info.writeUInt16LE(vid, 36);
  info.writeUInt16LE(pid, 38);
  const asked = Buffer.alloc(Math.min(length, deviceInfoLength));
  info.copy(asked);
  return Buffer.concat([statusReply(Status.Ok), asked]);
}

/** Status and exactly as many bytes as the client waits for. */
export function dataReply(data: Uint8Array, size: number): Buffer {
  const reply = Buffer.alloc(4 + size);
  reply.writeUInt32LE(Status.Ok, 0);
  reply.set(data.length > size ? data.subarray(0, size) : data, 4);
  return reply;
}
