import { Value } from "./value.ts";

/** How a script can end, with the numbers that `catch` returns (Jim Tcl: jim.h). */
export const ReturnCode = {
  Ok: 0,
  Error: 1,
  Return: 2,
  Break: 3,
  Continue: 4,
  Signal: 5,
  Exit: 6,
  /** `tailcall` is on its way to where its proc was called. */
  Eval: 7,
} as const;

/** Their names, by number. */
export const returnCodeNames = ["ok", "error", "return", "break", "continue", "signal", "exit", "eval"];

/** An end other than the normal one, on its way up to what catches it. */
export class Completion {
  readonly code: number;
  readonly value: Value;
  /** For `return`: what it becomes where it arrives, and how many procs up that is. */
  readonly becomes: number;
  level: number;

  constructor(code: number, value = Value.empty, becomes: number = ReturnCode.Ok, level = 1) {
    this.code = code;
    this.value = value;
    this.becomes = becomes;
    this.level = level;
  }
}

/** A Tcl error: what `catch` takes with code 1. */
export class TclError extends Completion {
  constructor(message: string | Value) {
    super(ReturnCode.Error, typeof message === "string" ? new Value(message) : message);
  }

  get message(): string {
    return this.value.text;
  }
}
