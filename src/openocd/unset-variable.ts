import { Value } from "../tcl/value.ts";
import { CommandError } from "./errors.ts";
import type { Session } from "./session.ts";

/** In a lenient run, goes on with a likely value where a global variable is read that nothing set. */
export function answerUnset(session: Session, name: string): Value | undefined {
  const isGlobal = session.interp.frame.level === 0 || name.startsWith("::");
  return session.lenience.goesOn && isGlobal ? assumed(session, name.replace(/^:+/, "")) : undefined;
}

function assumed(session: Session, name: string): Value | undefined {
  if (name.endsWith(")")) return undefined;
  const { interp, config, recorder, lenience, assume } = session;
  const read = (other: string) => interp.variables.find(`::${other}`)?.text;
  const text = assume?.(name, { ...recorder.made(), config, read });
  const message = `can't read "${name}": no such variable`;
  const error = new CommandError(message, { code: "variable-unset", subject: name });
  if (text === undefined) throw error;
  lenience.refuse(error);
  // What may be left out stays unset.
  return text === "" ? Value.empty : interp.variables.set(`::${name}`, new Value(text));
}
