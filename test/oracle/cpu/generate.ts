import type { Architecture } from "../../../src/board/cpu/decode.ts";
import { type Encoding, narrow, wide } from "../../../src/board/cpu/opcodes.ts";
import { narrowV7m, wideV7m } from "../../../src/board/cpu/opcodes-v7m.ts";
import type { Random } from "../../support/random.ts";
import { slotAt, WINDOW, WINDOW_BYTES } from "./layout.ts";

/** A run of instructions, and the registers before it. */
export interface Case {
  /** What the first instruction is called. */
  name: string;
  halfwords: number[];
  /** r0 to r12, SP, LR, PC, CPSR */
  context: number[];
}

/** What a core of each architecture has. */
export const encodingsOf: Readonly<Record<Architecture, readonly Encoding[]>> = {
  v6m: [...narrow, ...wide],
  v7m: [...narrow, ...wide, ...narrowV7m, ...wideV7m],
};

const LONGEST = 14;
const SAMPLE = 2000;

/** A case for that slot: any instruction at all, or several of which few end it. */
export function newCase(
  random: Random,
  slot: number,
  kind: "one" | "several",
  architecture: Architecture,
): Case {
  const context = newContext(random, slot);
  if (kind === "one") return { ...newInstruction(random, encodingsOf[architecture]), context };
  const several = Array.from({ length: 2 + random.below(LONGEST - 1) }, () =>
    newUsualInstruction(random, usual[architecture]),
  );
  return { name: several[0]!.name, halfwords: several.flatMap(({ halfwords }) => halfwords), context };
}

/** What the window holds before each case. */
export function newWindow(random: Random): Buffer {
  const words = Array.from({ length: WINDOW_BYTES / 4 }, () => newValue(random));
  return Buffer.from(new Uint8Array(Uint32Array.from(words).buffer));
}

type Instruction = Omit<Case, "context">;

/** Each encoding as often as any other, with any operands; now and then any bits at all. */
function newInstruction(random: Random, encodings: readonly Encoding[]): Instruction {
  if (random.percent(5)) return { name: "any 16 bits", halfwords: [random.below(0x1_0000)] };
  if (random.percent(2)) {
    return { name: "any 32 bits", halfwords: [0xe800 + random.below(0x1800), random.below(0x1_0000)] };
  }
  return fromEncoding(random, random.pick(encodings));
}

/** One that goes on to the next; loads, stores and branches, which often do not, more rarely than others. */
function newUsualInstruction(random: Random, encodings: readonly Encoding[]): Instruction {
  const encoding = random.pick(encodings);
  const mayLeave = /^(?!BIC|BFI)(B|CB|TB|LD|ST|PUSH|POP)/.test(encoding[1]);
  return fromEncoding(random, mayLeave && random.percent(70) ? random.pick(encodings) : encoding);
}

const isUsual = ([, name]: Encoding) => !/other bits|bits set|BKPT|SVC|UDF|MRS|two low/.test(name);

const usual = { v6m: encodingsOf.v6m.filter(isUsual), v7m: encodingsOf.v7m.filter(isUsual) };

function fromEncoding(random: Random, [bits, name]: Encoding): Instruction {
  return { name, halfwords: filled(bits, random) };
}

function filled(bits: Encoding[0], random: Random): number[] {
  const likely = likelyBits.find(([given]) => given === bits);
  const digits = (likely !== undefined && random.percent(80) ? likely[1] : bits)
    .replaceAll(" ", "")
    .replace(/[^01]/g, () => String(random.below(2)));
  return digits.match(/.{16}/g)!.map((halfword) => Number.parseInt(halfword, 2));
}

/** What random operands would seldom come to: a BL to where something is, and the flags as MSR's register. */
const likelyBits: readonly (readonly [given: string, instead: string])[] = [
  ["11110 s iiiiiiiiii 11 j 1 j iiiiiiiiiii", "11110 0 0000000000 11 1 1 1 00iiiiiiiii"],
  ["11110 0 1110 0 0 nnnn 10 0 0 1000 ssssssss", "11110 0 1110 0 0 nnnn 10 0 0 1000 00000000"],
  ["11110 s iiiiiiiiii 10 j 1 j iiiiiiiiiii", "11110 0 0000000000 10 1 1 1 00iiiiiiiii"],
  ["11110 s 0ccc iiiiii 10 j 0 j iiiiiiiiiii", "11110 0 0ccc 000000 10 0 0 0 00iiiiiiiii"],
];

function newContext(random: Random, slot: number): number[] {
  const registers = Array.from({ length: 13 }, () => newValue(random));
  const sp = random.percent(90) ? inWindow(random) & ~3 : newValue(random) & ~3;
  const flags = random.below(16) << 28;
  return [...registers, sp >>> 0, newValue(random), slotAt(slot), (flags | THUMB | USER) >>> 0];
}

const THUMB = 0x20;
const USER = 0x10;

const edges = [
  0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0xffff_fffe, 0x8000, 0xffff, 0x7f, 0x80, 0xff, 0x100, 0x5555_5555,
];

function newValue(random: Random): number {
  const kind = random.below(100);
  if (kind < 40) return inWindow(random);
  if (kind < 65) return random.below(67);
  if (kind < 78) return random.pick(edges);
  if (kind < 88) return slotAt(random.below(SAMPLE)) + (random.percent(80) ? 1 : 2 * random.below(4));
  return random.bits();
}

/** Mostly of a word, and mostly inside. */
function inWindow(random: Random): number {
  return WINDOW - 64 + 4 * random.below(WINDOW_BYTES / 4 + 32) + (random.percent(80) ? 0 : random.below(4));
}
