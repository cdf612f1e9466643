import { hint } from "./instructions/system.ts";
import type { Encoding } from "./opcodes.ts";
import * as branch from "./thumb2/branch.ts";
import * as data from "./thumb2/data.ts";
import * as immediate from "./thumb2/immediate.ts";
import * as memory from "./thumb2/memory.ts";
import * as multiply from "./thumb2/multiply.ts";
import * as register from "./thumb2/register.ts";

/** What ARMv7-M adds to the 16-bit encodings (chapter A5.2 of DDI 0403). */
export const narrowV7m: readonly Encoding[] = [
  ["1011 o 0 i 1 iiiii nnn", "CBZ, CBNZ", branch.compareAndBranch],
  ["1011 1111 0000 0000", "NOP", hint],
  ["1011 1111 iiii 0000", "NOP, YIELD, WFE, WFI, SEV", hint],
  ["1011 1111 cccc mmmm", "IT", branch.ifThen],
];

const bits4 = (value: number) => value.toString(2).padStart(4, "0");

const { positive, literal, indexed, byRegister } = memory.addressings;

const loads = [
  ["LDRB", "0", "00", 1, false],
  ["LDRH", "0", "01", 2, false],
  ["LDR", "0", "10", 4, false],
  ["LDRSB", "1", "00", 1, true],
  ["LDRSH", "1", "01", 2, true],
] as const;

const stores = [
  ["STRB", "00", 1],
  ["STRH", "01", 2],
  ["STR", "10", 4],
] as const;

/** What ARMv7-M adds to the 32-bit encodings that flash loaders use (A5.3): no exclusive access, no coprocessor, no DSP. */
export const wideV7m: readonly Encoding[] = [
  ["11101 00 0110 1 nnnn 1111 0000 000 h mmmm", "TBB, TBH", branch.table],
  ["11101 00 p u 1 1 1 nnnn tttt ssss iiiiiiii", "LDRD, write-back", memory.ldrd],
  ["11101 00 1 u 1 0 1 nnnn tttt ssss iiiiiiii", "LDRD", memory.ldrd],
  ["11101 00 p u 1 1 0 nnnn tttt ssss iiiiiiii", "STRD, write-back", memory.strd],
  ["11101 00 1 u 1 0 0 nnnn tttt ssss iiiiiiii", "STRD", memory.strd],
  ["11101 00 01 0 w 0 nnnn 0 r 0 rrrrrrrrrrrrr", "STM.W", memory.stmUp],
  ["11101 00 01 0 w 1 nnnn rr 0 rrrrrrrrrrrrr", "LDM.W", memory.ldmUp],
  ["11101 00 10 0 w 0 nnnn 0 r 0 rrrrrrrrrrrrr", "STMDB", memory.stmDown],
  ["11101 00 10 0 w 1 nnnn rr 0 rrrrrrrrrrrrr", "LDMDB", memory.ldmDown],
  ...data.operations.map(
    ([number, name, operation]): Encoding => [
      `11101 01 ${bits4(number)} s nnnn 0 iii dddd ii tt mmmm`,
      `${name} (register).W`,
      data.byRegister(operation),
    ],
  ),
  ...data.operations.map(
    ([number, name, operation]): Encoding => [
      `11110 i 0 ${bits4(number)} s nnnn 0 iii dddd iiiiiiii`,
      `${name} (immediate).W`,
      data.byImmediate(operation),
    ],
  ),
  ["11110 i 1 0000 0 nnnn 0 iii dddd iiiiiiii", "ADDW, ADR", immediate.addWide],
  ["11110 i 1 0010 0 iiii 0 iii dddd iiiiiiii", "MOVW", immediate.movw],
  ["11110 i 1 0101 0 nnnn 0 iii dddd iiiiiiii", "SUBW, ADR", immediate.subWide],
  ["11110 i 1 0110 0 iiii 0 iii dddd iiiiiiii", "MOVT", immediate.movt],
  ["11110 0 1 1010 0 nnnn 0 iii dddd ii 0 wwwww", "SBFX", immediate.sbfx],
  ["11110 0 1 1011 0 nnnn 0 iii dddd ii 0 wwwww", "BFI, BFC", immediate.bfi],
  ["11110 0 1 1110 0 nnnn 0 iii dddd ii 0 wwwww", "UBFX", immediate.ubfx],
  ["11110 0 111 01 0 1111 10 0 0 0000 0000 0000", "NOP.W", hint],
  ...["0", "10", "110"].flatMap((start): Encoding[] => {
    const rest = "c".repeat(4 - start.length);
    return [[`11110 s ${start}${rest} iiiiii 10 j 0 j iiiiiiiiiii`, "B.W, condition", branch.conditional]];
  }),
  ["11110 s iiiiiiiiii 10 j 1 j iiiiiiiiiii", "B.W", branch.wide],
  ...stores.flatMap(([name, size, bytes]): Encoding[] => [
    [`11111 00 0 1 ${size} 0 nnnn tttt iiiiiiiiiiii`, `${name}.W`, memory.store(positive, bytes)],
    [`11111 00 0 0 ${size} 0 nnnn tttt 1 p u w iiiiiiii`, `${name}.W, indexed`, memory.store(indexed, bytes)],
    [
      `11111 00 0 0 ${size} 0 nnnn tttt 000000 ii mmmm`,
      `${name}.W, register`,
      memory.store(byRegister, bytes),
    ],
  ]),
  ...loads.flatMap(([name, sign, size, bytes, isSigned]): Encoding[] => [
    [
      `11111 00 ${sign} u ${size} 1 1111 tttt iiiiiiiiiiii`,
      `${name}.W, literal`,
      memory.load(literal, bytes, isSigned),
    ],
    [
      `11111 00 ${sign} 1 ${size} 1 nnnn tttt iiiiiiiiiiii`,
      `${name}.W`,
      memory.load(positive, bytes, isSigned),
    ],
    [
      `11111 00 ${sign} 0 ${size} 1 nnnn tttt 1 p u w iiiiiiii`,
      `${name}.W, indexed`,
      memory.load(indexed, bytes, isSigned),
    ],
    [
      `11111 00 ${sign} 0 ${size} 1 nnnn tttt 000000 ii mmmm`,
      `${name}.W, register`,
      memory.load(byRegister, bytes, isSigned),
    ],
  ]),
  ...["LSL", "LSR", "ASR", "ROR"].map(
    (name, kind): Encoding => [
      `11111 010 0 ${bits4(kind).slice(2)} s nnnn 1111 dddd 0000 mmmm`,
      `${name}.W (register)`,
      register.shiftBy(kind),
    ],
  ),
  ["11111 010 0 000 1111 1111 dddd 10 rr mmmm", "SXTH.W", register.extend(register.sxth)],
  ["11111 010 0 001 1111 1111 dddd 10 rr mmmm", "UXTH.W", register.extend(register.uxth)],
  ["11111 010 0 100 1111 1111 dddd 10 rr mmmm", "SXTB.W", register.extend(register.sxtb)],
  ["11111 010 0 101 1111 1111 dddd 10 rr mmmm", "UXTB.W", register.extend(register.uxtb)],
  ["11111 010 1 001 nnnn 1111 dddd 1000 mmmm", "REV.W", register.unary(register.rev)],
  ["11111 010 1 001 nnnn 1111 dddd 1001 mmmm", "REV16.W", register.unary(register.rev16)],
  ["11111 010 1 001 nnnn 1111 dddd 1010 mmmm", "RBIT", register.unary(register.reversedBits)],
  ["11111 010 1 001 nnnn 1111 dddd 1011 mmmm", "REVSH.W", register.unary(register.revsh)],
  ["11111 010 1 011 nnnn 1111 dddd 1000 mmmm", "CLZ", register.unary(register.countLeadingZeros)],
  ["11111 0110 000 nnnn 1111 dddd 0000 mmmm", "MUL.W", multiply.mul],
  ["11111 0110 000 nnnn aaaa dddd 0000 mmmm", "MLA", multiply.mla],
  ["11111 0110 000 nnnn aaaa dddd 0001 mmmm", "MLS", multiply.mls],
  ["11111 0111 000 nnnn llll hhhh 0000 mmmm", "SMULL", multiply.smull],
  ["11111 0111 001 nnnn 1111 dddd 1111 mmmm", "SDIV", multiply.sdiv],
  ["11111 0111 010 nnnn llll hhhh 0000 mmmm", "UMULL", multiply.umull],
  ["11111 0111 011 nnnn 1111 dddd 1111 mmmm", "UDIV", multiply.udiv],
  ["11111 0111 100 nnnn llll hhhh 0000 mmmm", "SMLAL", multiply.smlal],
  ["11111 0111 110 nnnn llll hhhh 0000 mmmm", "UMLAL", multiply.umlal],
];
