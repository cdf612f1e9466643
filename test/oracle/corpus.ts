import { listScripts } from "../support/openocd.ts";
import { type Question, TRANSPORTS } from "./ask.ts";

/** One question to OpenOCD, and its name: `target/stm32l5x.cfg@jtag`, `board/stm32l4discovery.cfg`. */
export interface Case extends Question {
  key: string;
}

/** Every installed `target/` file under each transport, and every `board/` file by itself. */
export function corpus(): Case[] {
  return [
    ...listScripts("target").flatMap((file) =>
      TRANSPORTS.map((transport) => ({ key: `${file}@${transport}`, file, transport })),
    ),
    ...listScripts("board").map((file) => ({ key: file, file })),
  ];
}

/** How many of Debian's 0.12.0 scripts load: of 306 target files under each transport, of 379 boards. */
export const TOTALS: Readonly<Record<string, number>> = {
  jtag: 253,
  swd: 127,
  dapdirect_swd: 122,
  hla_swd: 110,
  board: 177,
};
