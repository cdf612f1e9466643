import { TclError } from "../tcl/completion.ts";
import type { Interp } from "../tcl/interp.ts";
import { Source } from "../tcl/source.ts";
import { does } from "./data/behaviours.ts";
import type { Release } from "./data/releases.ts";
import { type StartupProc, startupLine } from "./data/startup-lines.ts";

/** A proc of OpenOCD's own, and the line of its start-up script that is at work in it. */
export interface StartupCall {
  procedure: string;
  line: number;
}

const file = "embedded:startup.tcl";

/** Errors that have their place already. */
const placed = new WeakSet<TclError>();

/** Such a proc of a release, at work so many lines below the one on which it begins. */
export function startupCall(procedure: StartupProc, below: number, release: Release): StartupCall {
  return { procedure, line: startupLine(procedure, release) + below };
}

/** By release, the line of the proc that hands a command's words on. */
function bouncer(release: Release): StartupCall[] {
  if (does(release, "commands are commands")) return [];
  return [{ procedure: "ocd_bouncer", line: release.id === "0.10.0" ? 21 : 24 }];
}

/** Does what a command of OpenOCD does, and what hands its words on to it. */
export function asCommand<T>(interp: Interp, release: Release, run: () => T): T {
  const calls = bouncer(release);
  if (calls.length === 0) return run();
  try {
    return run();
  } catch (thrown) {
    if (!(thrown instanceof TclError) || placed.has(thrown)) throw thrown;
    return inStartup(interp, calls, () => {
      throw thrown;
    });
  }
}

/**
 * Does what procs of OpenOCD's start-up script do, without their text: an error has the places in its trace that it
 * would have there. The innermost proc comes first.
 */
export function inStartup<T>(interp: Interp, calls: readonly StartupCall[], run: () => T): T {
  return onError(run, (error) => {
    if (!placed.has(error)) interp.trace.begin();
    placed.add(error);
    for (const call of calls) leave(interp, call);
  });
}

/** Runs what a proc of OpenOCD's start-up script runs for a config: the proc comes last in the trace. */
export function withinStartup<T>(interp: Interp, call: StartupCall, run: () => T): T {
  return onError(run, () => leave(interp, call));
}

function onError<T>(run: () => T, then: (error: TclError) => void): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof TclError) then(thrown);
    throw thrown;
  }
}

function leave(interp: Interp, { procedure, line }: StartupCall): void {
  const source = new Source(file, "", line);
  interp.trace.passScript({ source, at: 0, end: 0, lineAt: 0, frame: interp.frame, outer: interp.running });
  interp.trace.passProcedure(procedure);
}
