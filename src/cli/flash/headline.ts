import { relative } from "node:path";
import type { FlashPlan, FlashResult } from "../../flash/index.ts";
import { printable } from "../../report/printable.ts";
import { amount, duration } from "./amounts.ts";

/** "firmware.elf (5.0 KiB) to stm32l5x over hla_swd" */
export function heading({ firmware, target, transport }: FlashPlan, cwd: string): string {
  const over = transport === undefined ? "" : ` over ${transport}`;
  return printable(`${relative(cwd, firmware.path)} (${amount(firmware.size)}) to ${target}${over}`);
}

/** "Written and verified: 5.0 KiB in 1.81 s." */
export function success({ state, plan, seconds }: FlashResult): string {
  const what = state === "verified" ? "Written and verified" : "Written, not verified";
  return `${what}: ${amount(plan.firmware.size)} in ${duration(seconds)}.`;
}
