import { defineCommands } from "../../src/tcl/commands/index.ts";
import { Completion } from "../../src/tcl/completion.ts";
import { Interp } from "../../src/tcl/interp.ts";
import type { Limits } from "../../src/tcl/limits.ts";
import { Stop } from "../../src/tcl/stop.ts";
import { Value } from "../../src/tcl/value.ts";

/** An interpreter with all commands, and `hardware`, a command that gives what only hardware could. */
export function newInterp(limits: Partial<Limits> = {}): Interp {
  const interp = new Interp(limits);
  defineCommands(interp);
  interp.commands.define("hardware", () => Value.unknown());
  return interp;
}

/** Runs a script: its result, `undefined` for an unknown one, or what ended it. */
export function run(script: string, interp = newInterp()): string | undefined {
  try {
    const result = interp.eval(new Value(script));
    return result.unknown ? undefined : result.text;
  } catch (thrown) {
    if (thrown instanceof Stop) return `stopped: ${thrown.reason}`;
    if (thrown instanceof Completion) return `${thrown.code}: ${thrown.value.text}`;
    throw thrown;
  }
}
