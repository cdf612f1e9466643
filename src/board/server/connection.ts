import { type Probe, Unplugged } from "../probe/probe.ts";
import { Direction, Status } from "./protocol.ts";
import { dataReply, deviceInfoReply, statusReply, words } from "./replies.ts";
import type { Request, UsbRequest } from "./requests.ts";

/** What a server says of itself. From level 2 on it takes packets of 6 KiB, from 3 on OpenOCD uses RW_MISC. */
export type ServerApi = 1 | 2 | 3;

/** The server's only device. */
const device = 1;

/** One client's side of the server: answers its requests, one after the other. */
export class Connection {
  readonly #probe: Probe;
  readonly #api: ServerApi;
  /** Connections to the device by id, each as `open-device` made it. */
  readonly #open = new Set<number>();
  #lastId = 0;

  constructor(probe: Probe, api: ServerApi) {
    this.#probe = probe;
    this.#api = api;
  }

  /** The whole reply. */
  answer(request: Request): Buffer {
    switch (request.kind) {
      case "server-version":
        return words(this.#api, 2, 1, 1);
      case "refresh-devices":
        return statusReply(Status.Ok);
      case "count-devices":
        return words(this.#probe.isPlugged ? 1 : 0);
      case "device-info":
        return this.#deviceInfo(request.index, request.length);
      case "open-device":
        return this.#openDevice(request.device);
      case "close-device":
        return statusReply(this.#open.delete(request.connection) ? Status.Ok : Status.BadParameter);
      case "usb-command":
        return this.#usbCommand(request);
      case "unknown":
        return statusReply(Status.CommandNotAvailable);
    }
  }

  #deviceInfo(index: number, length: number): Buffer {
    if (index !== 0 || !this.#probe.isPlugged) return statusReply(Status.BadParameter);
    return deviceInfoReply(device, this.#probe.identity, length);
  }

  #openDevice(asked: number): Buffer {
    if (asked !== device || !this.#probe.isPlugged) return words(Status.OpenError, 0);
    this.#lastId += 1;
    this.#open.add(this.#lastId);
    return words(Status.Ok, this.#lastId);
  }

  #usbCommand({ connection, command, direction, size, data }: UsbRequest): Buffer {
    const reads = direction !== Direction.Write;
    const failed = (status: typeof Status.BadParameter | typeof Status.Timeout) => {
      const reply = Buffer.alloc(reads ? 4 + size : 4);
      reply.writeUInt32LE(status);
      return reply;
    };
    if (!this.#open.has(connection)) return failed(Status.BadParameter);
    try {
      const read =
        direction === Direction.ReadTrace
          ? this.#probe.readTrace(size)
          : this.#probe.transfer({ command, data, size: reads ? size : 0 });
      return reads ? dataReply(read, size) : statusReply(Status.Ok);
    } catch (error) {
      if (error instanceof Unplugged) return failed(Status.Timeout);
      throw error;
    }
  }
}
