import type { Host } from "../tcl/interp.ts";
import { CommandRegistry } from "./command-registry.ts";
import { CommentWords } from "./comment-words.ts";
import { answerUnknown } from "./missing-command.ts";
import type { Session } from "./session.ts";
import { answerUnset } from "./unset-variable.ts";

/** What the Tcl interpreter asks of OpenOCD during a run. */
export function hostOf(session: Session): Host {
  const registry = new CommandRegistry(session);
  const { recorder } = session;
  const comments = new CommentWords(session);
  return {
    findCommand: (name) => registry.find(name),
    answerUnknown: (argv) => answerUnknown(session, argv),
    answerFailed: (argv, failure) => comments.answerFailed(argv, failure),
    answerUnset: (name) => answerUnset(session, name),
    noteJump: () => {
      recorder.jump = recorder.made().at;
    },
    noteProcedure: (procedure) => recorder.procedure(procedure),
    noteSet: (name) => recorder.variable(name),
    noteUnset: (name) => recorder.unset(name),
  };
}
