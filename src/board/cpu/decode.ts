import { notDefined } from "./instructions/system.ts";
import { type Encoding, narrow, wide } from "./opcodes.ts";
import { narrowV7m, wideV7m } from "./opcodes-v7m.ts";
import { type Execute, fault, PC } from "./state.ts";

interface Pattern {
  mask: number;
  value: number;
  execute: Execute;
}

/** The first halfwords that a second one belongs to: 11101, 11110 and 11111 in front (A5.1). */
export const FIRST_WIDE = 0xe800;

/** What a core can execute. */
export type Architecture = "v6m" | "v7m";

/** What executes each first halfword. */
export type Decoded = readonly Execute[];

const tables: Partial<Record<Architecture, Decoded>> = {};

/** The table of an architecture, made when the first core needs it. */
export function decodedFor(architecture: Architecture): Decoded {
  tables[architecture] ??=
    architecture === "v6m"
      ? tableOf(narrow, wide)
      : tableOf([...narrowV7m, ...narrow], [...wide, ...wideV7m]);
  return tables[architecture];
}

/** Fills in each encoding for all values of its operands, the first last, so that it counts. */
function tableOf(encodings: readonly Encoding[], wideEncodings: readonly Encoding[]): Execute[] {
  const wides = executeWide(wideEncodings.map(patternOf));
  const table = new Array<Execute>(1 << 16).fill(notDefined).fill(wides, FIRST_WIDE);
  for (const { mask, value, execute } of encodings.map(patternOf).reverse()) {
    const operands = ~mask & 0xffff;
    for (let operand = operands; ; operand = (operand - 1) & operands) {
      table[value | operand] = execute;
      if (operand === 0) break;
    }
  }
  return table;
}

/** As many opcodes as the loops of a loader have, many times over. */
const mostKnown = 10_000;

/** What fetches the second halfword and executes both together. */
function executeWide(patterns: readonly Pattern[]): Execute {
  const known = new Map<number, Execute>();
  return (state, first) => {
    const address = state.registers[PC]!;
    const second = state.bus.read(address, 2);
    if (second === undefined) {
      fault(state, "bus", address);
      return;
    }
    state.registers[PC] = address + 2;
    const opcode = ((first << 16) | second) >>> 0;
    let execute = known.get(opcode);
    if (execute === undefined) {
      execute = find(patterns, opcode)?.execute ?? notDefined;
      if (known.size < mostKnown) known.set(opcode, execute);
    }
    execute(state, opcode);
  };
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
