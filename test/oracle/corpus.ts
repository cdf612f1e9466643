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

/** Asks OpenOCD every question, as many at a time as there are processors. Answers by key, in order. */
export async function askAll(cases: readonly Case[] = corpus()): Promise<Map<string, Answer>> {
  return new Map(await mapLimit(cases, async (one) => [one.key, await askOpenocd(one)] as const));
}
