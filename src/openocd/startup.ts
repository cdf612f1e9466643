import { TclError } from "../tcl/completion.ts";
import { Source } from "../tcl/source.ts";
import type { Session } from "./session.ts";

/** A proc of OpenOCD's own, and the line of its start-up script that is at work in it (0.12.0). */
export interface StartupCall {
  procedure: string;
  line: number;
}

const file = "embedded:startup.tcl";

/**
 * Does what procs of OpenOCD's start-up script do, without their text: an error has the places in its trace that it
 * would have there. The innermost proc comes first.
 */
export function inStartup<T>(session: Session, calls: readonly StartupCall[], run: () => T): T {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof TclError) leave(session, calls);
    throw thrown;
  }
}

function leave({ interp }: Session, calls: readonly StartupCall[]): void {
  const { trace } = interp;
  trace.begin();
  for (const { procedure, line } of calls) {
    const source = new Source(file, "", line);
    trace.passScript({ source, at: 0, end: 0, frame: interp.frame, outer: interp.running });
    trace.passProcedure(procedure);
  }
}
