import { notDefined } from "./instructions/system.ts";
import { type Encoding, narrow, wide } from "./opcodes.ts";
import { type Execute, fault, PC, type State } from "./state.ts";

interface Pattern {
  mask: number;
  value: number;
  execute: Execute;
}

/** The first halfwords that a second one belongs to: 11101, 11110 and 11111 in front (A5.1). */
const FIRST_WIDE = 0xe800;

/** What executes each first halfword. */
export const decoded: readonly Execute[] = tableOf(narrow);

const widePatterns = wide.map(patternOf);

/** Fills in each encoding for all values of its operands, the first last, so that it counts. */
function tableOf(encodings: readonly Encoding[]): Execute[] {
  const table = new Array<Execute>(1 << 16).fill(notDefined).fill(executeWide, FIRST_WIDE);
  for (const { mask, value, execute } of encodings.map(patternOf).reverse()) {
    const operands = ~mask & 0xffff;
    for (let operand = operands; ; operand = (operand - 1) & operands) {
      table[value | operand] = execute;
      if (operand === 0) break;
    }
  }
  return table;
}

/** Fetches the second halfword and executes both together. */
function executeWide(state: State, first: number): void {
  const address = state.registers[PC]!;
  const second = state.bus.read(address, 2);
  if (second === undefined) {
    fault(state, "bus", address);
    return;
  }
  state.registers[PC] = address + 2;
  const opcode = ((first << 16) | second) >>> 0;
  const execute = find(widePatterns, opcode)?.execute ?? notDefined;
  execute(state, opcode);
}

function patternOf([bits, , execute]: Encoding): Pattern {
  const digits = bits.replaceAll(" ", "");
  const mask = Number.parseInt(digits.replace(/[01]/g, "1").replace(/[^1]/g, "0"), 2);
  const value = Number.parseInt(digits.replace(/[^1]/g, "0"), 2);
  return { mask: mask | 0, value: value | 0, execute };
}

function find(patterns: readonly Pattern[], opcode: number): Pattern | undefined {
  return patterns.find(({ mask, value }) => (opcode & mask) === value);
}
