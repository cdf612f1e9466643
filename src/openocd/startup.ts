import { TclError } from "../tcl/completion.ts";
import type { Interp } from "../tcl/interp.ts";
import { Source } from "../tcl/source.ts";

/** A proc of OpenOCD's own, and the line of its start-up script that is at work in it (0.12.0). */
export interface StartupCall {
  procedure: string;
  line: number;
}

const file = "embedded:startup.tcl";

/** What runs a config, and what `script` is. */
export const scriptCall: StartupCall = { procedure: "script", line: 28 };

/**
 * Does what procs of OpenOCD's start-up script do, without their text: an error has the places in its trace that it
 * would have there. The innermost proc comes first.
 */
export function inStartup<T>(interp: Interp, calls: readonly StartupCall[], run: () => T): T {
  return onError(run, () => {
    interp.trace.begin();
    for (const call of calls) leave(interp, call);
  });
}

/** Runs what a proc of OpenOCD's start-up script runs for a config: the proc comes last in the trace. */
export function withinStartup<T>(interp: Interp, call: StartupCall, run: () => T): T {
  return onError(run, () => leave(interp, call));
}

function onError<T>(run: () => T, then: () => void): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof TclError) then();
    throw thrown;
  }
}

function leave(interp: Interp, { procedure, line }: StartupCall): void {
  const source = new Source(file, "", line);
  interp.trace.passScript({ source, at: 0, end: 0, lineAt: 0, frame: interp.frame, outer: interp.running });
  interp.trace.passProcedure(procedure);
}
