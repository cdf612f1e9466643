/** Why an instruction cannot be executed. On a chip each of these is a HardFault. */
export type Fault =
  /** The bus refused the instruction's address, or one that it loads from or stores to. */
  | "bus"
  /** A halfword or word at an address that is no multiple of its size. */
  | "unaligned"
  /** An encoding without an instruction, or UDF. */
  | "undefined"
  /** What the manual calls UNPREDICTABLE: no loader may depend on it. */
  | "unpredictable"
  /** A branch to an address with bit 0 clear: ARM state, which this architecture does not have. */
  | "thumb state"
  /** SVC, or a return from an exception: this core has no exceptions. */
  | "exception";

/** Why the core stopped. The PC always points at the next instruction to execute. */
export type Stop =
  /** All requested instructions have been executed. */
  | { readonly kind: "steps" }
  /** The PC points at a BKPT. To continue after it, add 2 to the PC. */
  | { readonly kind: "breakpoint"; readonly address: number }
  | {
      readonly kind: "fault";
      readonly why: Fault;
      /** Of the instruction, which has changed no register. */
      readonly address: number;
      /** What it tried to read or write, for "bus" and "unaligned". */
      readonly access?: number;
    };
