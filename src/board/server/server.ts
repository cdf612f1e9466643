import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { BoardLog } from "../log.ts";
import type { Probe } from "../probe/probe.ts";
import { Connection, type ServerApi } from "./connection.ts";
import { firstRequest } from "./requests.ts";

/** OpenOCD knows no other place for stlink-server. */
const host = "127.0.0.1";

/** Unread reply bytes after which a client is disconnected: it sends requests but never reads. */
const mostWaiting = 1 << 20;

/** Clients at a time. */
const mostClients = 32;

export interface ServerOptions {
  probe: Probe;
  api: ServerApi;
  /** 0: any that is free. */
  port: number;
  log: BoardLog;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Ends all connections, and frees the port. */
  stop(): Promise<void>;
}

/** Listens as stlink-server does. Rejects where the port is taken. */
export async function startServer({ probe, api, port, log }: ServerOptions): Promise<RunningServer> {
  const clients = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    if (clients.size >= mostClients) {
      socket.destroy();
      return;
    }
    clients.add(socket);
    log.add({ kind: "client", change: "connected" });
    serve(socket, new Connection(probe, api));
    socket.on("close", () => {
      clients.delete(socket);
      log.add({ kind: "client", change: "gone" });
    });
  });
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of clients) socket.destroy();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Answers what a client asks, each request in one write: OpenOCDs before 0.12.0 read a reply with a single `recv`. */
function serve(socket: Socket, connection: Connection): void {
  let arrived: Buffer = Buffer.alloc(0);
  socket.on("error", () => socket.destroy());
  socket.on("data", (chunk) => {
    arrived = arrived.length === 0 ? chunk : Buffer.concat([arrived, chunk]);
    for (let next = firstRequest(arrived); next !== undefined; next = firstRequest(arrived)) {
      if (socket.writableLength > mostWaiting) {
        socket.destroy();
        return;
      }
      socket.write(connection.answer(next.request));
      arrived = arrived.subarray(next.length);
    }
  });
}
