import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { BoardOptions } from "./options.ts";
import type { BoardState } from "./state.ts";

/** Where the thread's code is, seen from where this is in `dist`. In the sources it is not there. */
export const boardThread: URL = new URL("../board/board-thread.js", import.meta.url);

/**
 * A {@link VirtualBoard} in a thread of its own: it answers even where the thread that started it waits, as in `spawnSync`.
 * It ends with {@link stop}, or with the process.
 *
 * @example
 * ```ts
 * import { SeparateBoard } from "l5cfg-fix/board";
 * import { flash } from "l5cfg-fix/flash";
 *
 * await using board = await SeparateBoard.start();
 * await flash({ firmware: "firmware.bin", commands: [`hla_stlink_backend tcp ${board.port}`] });
 * const { events } = await board.state();
 * console.log(events.find(({ kind }) => kind === "program"));
 * // prints { kind: 'program', address: 134217728, length: 5000 }
 * ```
 */
export class SeparateBoard implements AsyncDisposable {
  readonly #worker: Worker;
  /** Where it listens, on 127.0.0.1. */
  readonly port: number;

  private constructor(worker: Worker, port: number) {
    this.#worker = worker;
    this.port = port;
  }

  /** Starts a board that listens. Rejects as `new VirtualBoard(options).start()` throws. */
  static async start(options: BoardOptions = {}): Promise<SeparateBoard> {
    const worker = new Worker(boardThread, { workerData: options, execArgv: [] });
    const [port] = await once(worker, "message");
    // A board that is never stopped must not keep the process alive.
    worker.unref();
    return new SeparateBoard(worker, port);
  }

  /** What the board is like now. */
  async state(): Promise<BoardState> {
    this.#worker.ref();
    this.#worker.postMessage("state");
    const [state] = await once(this.#worker, "message");
    this.#worker.unref();
    return state;
  }

  /** Ends all connections, and the thread. */
  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  /** {@link stop}, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
