import { fileNameText } from "../files/file-names.ts";
import { Completion, ReturnCode, returnCodeNames, TclError } from "../tcl/completion.ts";
import { Stop } from "../tcl/stop.ts";
import { CommandError, StatusError } from "./errors.ts";
import type { Made } from "./model.ts";
import { Place } from "./place.ts";
import type { Session } from "./session.ts";

/** Runs part of the config; what ends it early becomes a problem. */
export function attempt(session: Session, run: () => void): void {
  try {
    session.interp.metered(run);
  } catch (thrown) {
    const { config, recorder } = session;
    config.complete = false;
    if (thrown instanceof RangeError) recorder.problem("stopped", "nested too deeply", "depth");
    else if (thrown instanceof Stop) stopped(session, thrown);
    else if (thrown instanceof TclError) failed(session, thrown);
    else if (thrown instanceof StatusError) gaveUp(session, thrown);
    else if (thrown instanceof Completion) ended(session, thrown);
    else throw thrown;
  }
}

function stopped({ initialised, recorder }: Session, { reason, message, place }: Stop): void {
  // After `init`, a flash script ends with `exit`.
  if (initialised && reason === "exit") return;
  recorder.problem("stopped", message, reason, place && atPlace(new Place({ ...place, start: place.at })));
}

// OpenOCD says where only of what is an error to Tcl; the place in the config is known all the same.
function gaveUp({ recorder }: Session, { problem, message, subject, calls }: StatusError): void {
  recorder.problem(problem, message, subject, calls);
}

function ended({ recorder }: Session, { code, value }: Completion): void {
  if (code === ReturnCode.Ok || code === ReturnCode.Return) return;
  const what = `"${returnCodeNames[code] ?? code}" outside of what it could end`;
  recorder.problem("error", value.text || what, undefined, recorder.jump && atPlace(recorder.jump));
}

function atPlace(at: Place): Pick<Made, "at" | "calledFrom"> {
  return { at, calledFrom: [] };
}

function failed({ interp, recorder }: Session, error: TclError): void {
  const { trace } = interp;
  const { place, levels } = trace;
  const at = place && new Place({ ...place, start: place.at });
  const isCommand = error instanceof CommandError;
  const subject = isCommand ? error.subject : invalidCommand.exec(error.message)?.[1];
  // Jim names the innermost place that has a file; a script that `eval` put together has none.
  const [{ file, line } = trace] = levels;
  const own = levels.findLast((level) => level.file === recorder.root);
  recorder.report(
    {
      code: isCommand
        ? error.problem
        : subject !== undefined
          ? "invalid-command"
          : trace.isSyntax
            ? "syntax"
            : "error",
      message: error.message || (isCommand ? error.log : ""),
      file: fileNameText(file),
      line,
      at,
      stack: levels.map((level) => ({ ...level, file: fileNameText(level.file) })),
      ...(subject === undefined ? {} : { subject }),
    },
    own?.line,
  );
}

const invalidCommand = /^invalid command name "(.*)"$/s;
