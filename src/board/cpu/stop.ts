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

/** Why the core stands still. In each case the PC is at the instruction that is to be executed next. */
export type Stop =
  /** All that was asked for has been executed. */
  | { readonly kind: "steps" }
  /** It stands at a BKPT. To go on behind it, add 2 to the PC. */
  | { readonly kind: "breakpoint"; readonly address: number }
  | {
      readonly kind: "fault";
      readonly why: Fault;
      /** Of the instruction, which has changed no register. */
      readonly address: number;
      /** What it tried to read or write, for "bus" and "unaligned". */
      readonly access?: number;
    };
