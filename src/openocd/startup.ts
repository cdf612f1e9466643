import { TclError } from "../tcl/completion.ts";
import type { Interp } from "../tcl/interp.ts";
import { Source } from "../tcl/source.ts";
import type { Release } from "./data/releases.ts";
import { type StartupProc, startupLine } from "./data/startup-lines.ts";

/** A proc of OpenOCD's own, and the line of its start-up script that is at work in it. */
export interface StartupCall {
  procedure: string;
  line: number;
}

const file = "embedded:startup.tcl";

/** Such a proc of a release, at work so many lines below the one on which it begins. */
export function startupCall(procedure: StartupProc, below: number, release: Release): StartupCall {
  return { procedure, line: startupLine(procedure, release) + below };
}

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
