import { defineCommands } from "../../../src/tcl/commands/index.ts";
import { Completion, ReturnCode } from "../../../src/tcl/completion.ts";
import { Interp } from "../../../src/tcl/interp.ts";
import { JIM } from "../../../src/tcl/jim.ts";
import { Deadline } from "../../../src/tcl/limits.ts";
import { Source } from "../../../src/tcl/source.ts";
import { Stop } from "../../../src/tcl/stop.ts";
import { Value } from "../../../src/tcl/value.ts";
import type { Outcome } from "./judge.ts";

/** A run that was stopped, one that met a fault of ours, or one whose result only a machine could tell. */
export type Ours = Outcome | `stopped: ${string}` | `broken: ${string}` | "unknown";

/** Runs a program (latin1) in our interpreter, as a file of that name. */
export function runOurs(program: string, name: string, jim = JIM["0.81"]): Ours {
  const interp = new Interp({ deadline: new Deadline(10_000) });
  defineCommands(interp, jim);
  const outcome = (code: number, result: Value): Ours => {
    const out = interp.global.variables.get("out")?.value ?? Value.empty;
    if (result.unknown || out.unknown) return "unknown";
    const trace = code === ReturnCode.Error ? interp.trace.stack.text : "";
    return { code, result: result.text, out: out.text, trace };
  };
  try {
    interp.commands.define("source", () => interp.source(new Value(program, new Source(name, program))));
    return outcome(ReturnCode.Ok, interp.eval(new Value(`source ${name}`)));
  } catch (thrown) {
    if (thrown instanceof Completion) return outcome(thrown.code, thrown.value);
    if (thrown instanceof Stop) return `stopped: ${thrown.message}`;
    return `broken: ${thrown instanceof Error ? thrown.stack : String(thrown)}`;
  }
}
