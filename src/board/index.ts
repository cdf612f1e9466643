/**
 * Boards without hardware, for tests: an unmodified OpenOCD connects to them as to ST's stlink-server.
 *
 * @module l5cfg-fix/board
 */

export { stlinkServerCommand } from "../openocd/stlink-server.ts";
export { VirtualBoard } from "./board.ts";
export type { RdpLevel } from "./chip/flash/flash-controller.ts";
export { type BoardChip, boardChips } from "./chips.ts";
export type { BoardEvent } from "./log.ts";
export type { BoardFaults, BoardOptions, ProbeName } from "./options.ts";
export type { UnplugAfter } from "./probe/stlink.ts";
export { SeparateBoard } from "./separate-board.ts";
export type { ServerApi } from "./server/connection.ts";
export type { BoardState } from "./state.ts";
