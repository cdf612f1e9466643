/**
 * What a fix may change in the model. Everything else has to stay equal, for every config that reads the patched file.
 * The text of handlers and procs that an edit is in changes with it, and need not be announced.
 */
export type Change =
  | { kind: "tap" | "dap" | "bank" | "proc" | "variable" | "setting"; name: string }
  | { kind: "target"; name: string; part?: "type" | "chain" | "workArea" }
  | { kind: "event"; target: string; name?: string }
  | { kind: "adapter" }
  | { kind: "transport" }
  /** TAPs that nothing declared before. */
  | { kind: "taps" }
  /** Whatever scripts make that were not read before: such a fix is tried before all others. */
  | { kind: "script" }
  /** Whatever the config makes: what had no effect has one now. */
  | { kind: "everything" };
