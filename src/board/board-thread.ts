/** The thread that a board of its own lives in. */

import { parentPort, workerData } from "node:worker_threads";
import { VirtualBoard } from "./board.ts";
import type { BoardState } from "./state.ts";

const board = await new VirtualBoard(workerData).start();

// Each message asks for the state.
parentPort!.on("message", () => {
  const { flash, flashBase, events, commands } = board;
  const state: BoardState = { flash: flash.slice(), flashBase, events: [...events], commands };
  parentPort!.postMessage(state);
});
parentPort!.postMessage(board.port);
