import { commandLength, mostData, Operation, requestLengths } from "./protocol.ts";

/** What a client asks for. */
export type Request =
  | { readonly kind: "server-version" | "refresh-devices" | "count-devices" }
  | { readonly kind: "device-info"; readonly index: number; readonly length: number }
  | { readonly kind: "open-device"; readonly device: number }
  | { readonly kind: "close-device"; readonly connection: number }
  | UsbRequest
  /** What this protocol does not have, or too much of it. All that has arrived belongs to it. */
  | { readonly kind: "unknown" };

/** A command for the probe, and its data. */
export interface UsbRequest {
  readonly kind: "usb-command";
  readonly connection: number;
  /** 16 bytes. */
  readonly command: Buffer;
  /** One of `Direction`, where the client keeps to it. */
  readonly direction: number;
  /** Bytes of data. */
  readonly size: number;
  /** The data that came with it; empty for a command that reads. */
  readonly data: Buffer;
}

/** The first request in what has arrived, and its length in bytes. Undefined where it has not arrived as a whole. */
export function firstRequest(bytes: Buffer): { request: Request; length: number } | undefined {
  if (bytes.length === 0) return undefined;
  const operation = bytes[0]!;
  const length = requestLengths.get(operation);
  if (length === undefined) return { request: { kind: "unknown" }, length: bytes.length };
  if (bytes.length < length) return undefined;
  if (operation === Operation.UsbCommand) return usbRequest(bytes, length);
  return { request: shortRequest(operation, bytes), length };
}

function shortRequest(operation: number, bytes: Buffer): Request {
  switch (operation) {
    case Operation.ServerVersion:
      return { kind: "server-version" };
    case Operation.RefreshDevices:
      return { kind: "refresh-devices" };
    case Operation.CountDevices:
      return { kind: "count-devices" };
    case Operation.DeviceInfo:
      return { kind: "device-info", index: bytes[1]!, length: bytes.readUInt32LE(4) };
    case Operation.OpenDevice:
      return { kind: "open-device", device: bytes.readUInt32LE(4) };
    default:
      return { kind: "close-device", connection: bytes.readUInt32LE(4) };
  }
}

function usbRequest(bytes: Buffer, head: number): { request: Request; length: number } | undefined {
  const direction = bytes[24]!;
  const size = bytes.readUInt32LE(28);
  if (size > mostData) return { request: { kind: "unknown" }, length: bytes.length };
  const length = direction === 0 ? head + size : head;
  if (bytes.length < length) return undefined;
  const request = {
    kind: "usb-command",
    connection: bytes.readUInt32LE(4),
    command: bytes.subarray(8, 8 + commandLength),
    direction,
    size,
    data: bytes.subarray(head, length),
  } as const;
  return { request, length };
}
