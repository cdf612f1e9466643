/**
 * What a fix may change in the model. Everything else must stay equal, for every config that reads the patched file. A
 * change in the text of a handler or proc that contains an edit need not be declared.
 */
export type Change =
  | { kind: "tap" | "dap" | "bank" | "proc" | "variable" | "setting"; name: string }
  | { kind: "target"; name: string; part?: "type" | "chain" | "workArea" }
  | { kind: "event"; target: string; name?: string }
  | { kind: "adapter" }
  | { kind: "transport" }
  /** TAPs that were not declared before. */
  | { kind: "taps" }
  /** Everything that newly read scripts make. Such a fix is tried before all others. */
  | { kind: "script" }
  /** Everything that the config makes: a part without effect now has one. */
  | { kind: "everything" };
