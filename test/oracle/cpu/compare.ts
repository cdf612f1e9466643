import type { Architecture } from "../../../src/board/cpu/decode.ts";
import type { Random } from "../../support/random.ts";
import { type Case, newCase, newWindow } from "./generate.ts";
import { SLOTS, slotAt, slotsBytes, TRAP } from "./layout.ts";
import type { Limit } from "./limits.ts";
import { type Answer, runOurs } from "./ours.ts";
import { askQemu } from "./qemu.ts";

export interface Difference {
  one: Case;
  ours: Answer;
  qemu: Answer;
}

export interface Comparison {
  /** How often each instruction was the first of a case that was compared. */
  compared: Map<string, number>;
  /** How many instructions the compared cases executed, the trap at the end not counted. */
  steps: number;
  limits: Partial<Record<Limit, number>>;
  differences: Difference[];
}

/** As many cases as one process of QEMU is given. */
const BATCH = 2000;

/** At least so many cases through both, each of one instruction or of several. */
export function compare(
  random: Random,
  count: number,
  kind: "one" | "several",
  architecture: Architecture = "v6m",
): Comparison {
  const total: Comparison = { compared: new Map(), steps: 0, limits: {}, differences: [] };
  const how = { kind, architecture };
  for (let done = 0; done < count; ) done += compareBatch(random, Math.min(BATCH, count), how, total);
  return total;
}

function compareBatch(
  random: Random,
  count: number,
  { kind, architecture }: { kind: "one" | "several"; architecture: Architecture },
  total: Comparison,
): number {
  const cases = Array.from({ length: count }, (_, slot) => newCase(random, slot, kind, architecture));
  const slots = slotsWith(cases);
  const window = newWindow(random);
  const asked: { one: Case; ours: Answer }[] = [];
  for (const one of cases) {
    const { answer, steps } = runOurs(one, slots, window, architecture);
    if (typeof answer === "string") {
      total.limits[answer] = (total.limits[answer] ?? 0) + 1;
    } else {
      asked.push({ one, ours: answer });
      total.compared.set(one.name, (total.compared.get(one.name) ?? 0) + 1);
      total.steps += steps - 1;
    }
  }
  const answers = askQemu(
    asked.map(({ one }) => one),
    slots,
    window,
  );
  asked.forEach(({ one, ours }, i) => {
    const qemu = answers[i]!;
    if (qemu.context[13]! & 3) {
      total.limits["low bits of SP"] = (total.limits["low bits of SP"] ?? 0) + 1;
      return;
    }
    if (!isSame(ours, qemu)) total.differences.push({ one, ours, qemu });
  });
  return asked.length;
}

/** A difference as a person would look into it. */
export function describeDifference({ one, ours, qemu }: Difference): string {
  const hex = (values: readonly number[]) => values.map((value) => value.toString(16)).join(" ");
  const told = ({ signal, address, context }: Answer) =>
    `signal ${signal} at ${hex([address])}: ${hex(context)}`;
  const windows = ours.window.equals(qemu.window) ? "" : "\nand the window differs";
  return `--- ${one.name} ${hex(one.halfwords)}\nbefore: ${hex(one.context)}\nours: ${told(ours)}\nqemu: ${told(qemu)}${windows}`;
}

function slotsWith(cases: readonly Case[]): Buffer {
  const slots = Buffer.alloc(slotsBytes(cases.length));
  for (let at = 0; at < slots.length; at += 2) slots.writeUInt16LE(TRAP, at);
  cases.forEach(({ halfwords }, slot) => {
    halfwords.forEach((halfword, i) => {
      slots.writeUInt16LE(halfword, slotAt(slot) - SLOTS + 2 * i);
    });
  });
  return slots;
}

function isSame(ours: Answer, qemu: Answer): boolean {
  return (
    ours.signal === qemu.signal &&
    ours.address === qemu.address &&
    ours.context.every((value, i) => value === qemu.context[i]) &&
    ours.window.equals(qemu.window)
  );
}
