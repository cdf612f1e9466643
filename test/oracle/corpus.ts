import { mapLimit } from "../support/map-limit.ts";
import { listScripts } from "../support/openocd.ts";
import { type Answer, askOpenocd, type Question, TRANSPORTS } from "./ask.ts";

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

/** Asks OpenOCD every question, as many at a time as there are processors. Answers by key, in order. */
export async function askAll(cases: readonly Case[] = corpus()): Promise<Map<string, Answer>> {
  return new Map(await mapLimit(cases, async (one) => [one.key, await askOpenocd(one)] as const));
}

/** How many of these load, by transport, to be held against {@link TOTALS}. */
export function countLoaded(answers: ReadonlyMap<string, { loaded: boolean }>): Record<string, number> {
  const totals: Record<string, number> = {};
  for (const [key, { loaded }] of answers) {
    const group = key.split("@")[1] ?? "board";
    totals[group] = (totals[group] ?? 0) + (loaded ? 1 : 0);
  }
  return totals;
}
