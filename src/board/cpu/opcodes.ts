import * as arithmetic from "./instructions/arithmetic.ts";
import * as branch from "./instructions/branch.ts";
import * as logic from "./instructions/logic.ts";
import * as memory from "./instructions/memory.ts";
import * as multiple from "./instructions/multiple.ts";
import * as shift from "./instructions/shift.ts";
import * as system from "./instructions/system.ts";
import type { Execute } from "./state.ts";

/**
 * An encoding: its bits from the highest to the lowest, where a letter is a bit of an operand and `x` is a bit that
 * does not matter. Spaces are for the reader. Where several encodings match, the first one counts.
 */
export type Encoding = readonly [bits: string, name: string, execute: Execute];

/** The 16-bit encodings, in the order of chapter A5.2 of the ARMv6-M Architecture Reference Manual (DDI 0419). */
export const narrow: readonly Encoding[] = [
  ["000 00 iiiii mmm ddd", "LSL (immediate), MOV (register)", shift.lslImmediate],
  ["000 01 iiiii mmm ddd", "LSR (immediate)", shift.lsrImmediate],
  ["000 10 iiiii mmm ddd", "ASR (immediate)", shift.asrImmediate],
  ["000 11 00 mmm nnn ddd", "ADD (register)", arithmetic.addRegister],
  ["000 11 01 mmm nnn ddd", "SUB (register)", arithmetic.subRegister],
  ["000 11 10 iii nnn ddd", "ADD (immediate), 3 bits", arithmetic.addImmediate3],
  ["000 11 11 iii nnn ddd", "SUB (immediate), 3 bits", arithmetic.subImmediate3],
  ["001 00 ddd iiiiiiii", "MOV (immediate)", arithmetic.movImmediate],
  ["001 01 nnn iiiiiiii", "CMP (immediate)", arithmetic.cmpImmediate],
  ["001 10 ddd iiiiiiii", "ADD (immediate), 8 bits", arithmetic.addImmediate8],
  ["001 11 ddd iiiiiiii", "SUB (immediate), 8 bits", arithmetic.subImmediate8],

  ["010000 0000 mmm ddd", "AND (register)", logic.and],
  ["010000 0001 mmm ddd", "EOR (register)", logic.eor],
  ["010000 0010 mmm ddd", "LSL (register)", shift.lslRegister],
  ["010000 0011 mmm ddd", "LSR (register)", shift.lsrRegister],
  ["010000 0100 mmm ddd", "ASR (register)", shift.asrRegister],
  ["010000 0101 mmm ddd", "ADC (register)", arithmetic.adcRegister],
  ["010000 0110 mmm ddd", "SBC (register)", arithmetic.sbcRegister],
  ["010000 0111 mmm ddd", "ROR (register)", shift.rorRegister],
  ["010000 1000 mmm nnn", "TST (register)", logic.tst],
  ["010000 1001 nnn ddd", "RSB (immediate)", arithmetic.rsbImmediate],
  ["010000 1010 mmm nnn", "CMP (register)", arithmetic.cmpRegister],
  ["010000 1011 mmm nnn", "CMN (register)", arithmetic.cmnRegister],
  ["010000 1100 mmm ddd", "ORR (register)", logic.orr],
  ["010000 1101 mmm ddd", "MUL", arithmetic.mul],
  ["010000 1110 mmm ddd", "BIC (register)", logic.bic],
  ["010000 1111 mmm ddd", "MVN (register)", logic.mvn],

  ["010001 00 d mmmm ddd", "ADD (register), any", arithmetic.addHigh],
  ["010001 01 00 xxx xxx", "CMP (register), any, of two low ones", system.unpredictable],
  ["010001 01 n mmmm nnn", "CMP (register), any", arithmetic.cmpHigh],
  ["010001 10 d mmmm ddd", "MOV (register), any", arithmetic.movHigh],
  ["010001 11 0 mmmm 000", "BX", branch.bx],
  ["010001 11 1 mmmm 000", "BLX (register)", branch.blx],
  ["010001 11 x xxxx xxx", "BX or BLX, lowest bits set", system.unpredictable],

  ["01001 ttt iiiiiiii", "LDR (literal)", memory.ldrLiteral],
  ["0101 000 mmm nnn ttt", "STR (register)", memory.strRegister],
  ["0101 001 mmm nnn ttt", "STRH (register)", memory.strhRegister],
  ["0101 010 mmm nnn ttt", "STRB (register)", memory.strbRegister],
  ["0101 011 mmm nnn ttt", "LDRSB (register)", memory.ldrsbRegister],
  ["0101 100 mmm nnn ttt", "LDR (register)", memory.ldrRegister],
  ["0101 101 mmm nnn ttt", "LDRH (register)", memory.ldrhRegister],
  ["0101 110 mmm nnn ttt", "LDRB (register)", memory.ldrbRegister],
  ["0101 111 mmm nnn ttt", "LDRSH (register)", memory.ldrshRegister],
  ["011 00 iiiii nnn ttt", "STR (immediate)", memory.strImmediate],
  ["011 01 iiiii nnn ttt", "LDR (immediate)", memory.ldrImmediate],
  ["011 10 iiiii nnn ttt", "STRB (immediate)", memory.strbImmediate],
  ["011 11 iiiii nnn ttt", "LDRB (immediate)", memory.ldrbImmediate],
  ["100 00 iiiii nnn ttt", "STRH (immediate)", memory.strhImmediate],
  ["100 01 iiiii nnn ttt", "LDRH (immediate)", memory.ldrhImmediate],
  ["100 10 ttt iiiiiiii", "STR (immediate), from the SP", memory.strSp],
  ["100 11 ttt iiiiiiii", "LDR (immediate), from the SP", memory.ldrSp],

  ["1010 0 ddd iiiiiiii", "ADR", arithmetic.adr],
  ["1010 1 ddd iiiiiiii", "ADD (SP plus immediate)", arithmetic.addSpImmediate8],
  ["1011 0000 0 iiiiiii", "ADD (SP plus immediate), to the SP", arithmetic.addSpImmediate7],
  ["1011 0000 1 iiiiiii", "SUB (SP minus immediate)", arithmetic.subSpImmediate7],
  ["1011 0010 00 mmm ddd", "SXTH", logic.sxth],
  ["1011 0010 01 mmm ddd", "SXTB", logic.sxtb],
  ["1011 0010 10 mmm ddd", "UXTH", logic.uxth],
  ["1011 0010 11 mmm ddd", "UXTB", logic.uxtb],
  ["1011 010 m rrrrrrrr", "PUSH", multiple.push],
  ["1011 0110 011 i 0010", "CPS", system.cps],
  ["1011 0110 011 x xxxx", "CPS, other bits", system.unpredictable],
  ["1011 1010 00 mmm ddd", "REV", logic.rev],
  ["1011 1010 01 mmm ddd", "REV16", logic.rev16],
  ["1011 1010 11 mmm ddd", "REVSH", logic.revsh],
  ["1011 110 p rrrrrrrr", "POP", multiple.pop],
  ["1011 1110 iiiiiiii", "BKPT", system.breakpoint],
  ["1011 1111 iiii 0000", "NOP, YIELD, WFE, WFI, SEV", system.hint],

  ["1100 0 nnn rrrrrrrr", "STM", multiple.stm],
  ["1100 1 nnn rrrrrrrr", "LDM", multiple.ldm],

  ["1101 0000 iiiiiiii", "BEQ", branch.beq],
  ["1101 0001 iiiiiiii", "BNE", branch.bne],
  ["1101 0010 iiiiiiii", "BCS", branch.bcs],
  ["1101 0011 iiiiiiii", "BCC", branch.bcc],
  ["1101 0100 iiiiiiii", "BMI", branch.bmi],
  ["1101 0101 iiiiiiii", "BPL", branch.bpl],
  ["1101 0110 iiiiiiii", "BVS", branch.bvs],
  ["1101 0111 iiiiiiii", "BVC", branch.bvc],
  ["1101 1000 iiiiiiii", "BHI", branch.bhi],
  ["1101 1001 iiiiiiii", "BLS", branch.bls],
  ["1101 1010 iiiiiiii", "BGE", branch.bge],
  ["1101 1011 iiiiiiii", "BLT", branch.blt],
  ["1101 1100 iiiiiiii", "BGT", branch.bgt],
  ["1101 1101 iiiiiiii", "BLE", branch.ble],
  ["1101 1110 iiiiiiii", "UDF", system.notDefined],
  ["1101 1111 iiiiiiii", "SVC", system.svc],
  ["1110 0 iiiiiiiiiii", "B", branch.b],
];

/** The 32-bit encodings, in the order of chapter A5.3. Each begins with 111 and one more bit that is set. */
export const wide: readonly Encoding[] = [
  ["11110 s iiiiiiiiii 11 j 1 j iiiiiiiiiii", "BL", branch.bl],
  ["11110 0 1110 0 0 nnnn 10 0 0 1000 ssssssss", "MSR (register)", system.msr],
  ["11110 0 1110 0 x xxxx 10 x 0 xxxx xxxxxxxx", "MSR (register), other bits", system.unpredictable],
  ["11110 0 111 01 1 1111 10 0 0 1111 0100 oooo", "DSB", system.barrier],
  ["11110 0 111 01 1 1111 10 0 0 1111 0101 oooo", "DMB", system.barrier],
  ["11110 0 111 01 1 1111 10 0 0 1111 0110 oooo", "ISB", system.barrier],
  ["11110 0 111 01 1 xxxx 10 x 0 xxxx 010 x xxxx", "DSB or DMB, other bits", system.unpredictable],
  ["11110 0 111 01 1 xxxx 10 x 0 xxxx 0110 xxxx", "ISB, other bits", system.unpredictable],
  ["11110 0 1111 1 0 1111 10 0 0 dddd ssssssss", "MRS", system.mrs],
  ["11110 0 1111 1 x xxxx 10 x 0 xxxx xxxxxxxx", "MRS, other bits", system.unpredictable],
];
