import { Completion } from "../tcl/completion.ts";
import { CommandTable } from "../tcl/interp.ts";
import { Stop } from "../tcl/stop.ts";
import { Value } from "../tcl/value.ts";
import type { Stage } from "./model.ts";
import type { Session } from "./session.ts";

/** Commands that all of a config's handlers and procs may call, and each: with few exceptions a hundred are enough. */
const MOST_STEPS = 150_000;
const MOST_STEPS_OF_ONE = 20_000;

/**
 * Runs what a config only stores: handlers of events, and procs, each from where the configuration stage ended. Answers
 * of hardware are unknown, so both branches are run. Arguments of a proc are unknown, too.
 * Only what they use is recorded; the model does not change.
 */
export function examine(session: Session): void {
  const { interp, config } = session;
  interp.meter.restart(MOST_STEPS);
  for (const handler of config.events) {
    const script = session.handlerScripts.get(handler) ?? new Value(handler.body);
    look(session, { kind: "event", target: handler.target, event: handler.name }, () => interp.eval(script));
  }
  for (const { name } of config.procs) {
    const command = interp.commands.get(name);
    const procedure = command?.procedure;
    if (command === undefined || procedure === undefined) continue;
    const args = procedure.parameters.map(() => Value.unknown());
    look(session, { kind: "proc", proc: name }, () => interp.invoke(command, [new Value(name), ...args]));
  }
}

function look(session: Session, stage: Stage, run: () => void): void {
  const { interp } = session;
  session.recorder.stage = stage;
  interp.frame = interp.global;
  const { commands } = interp;
  interp.commands = new CommandTable(commands);
  interp.forks.discard(() => {
    try {
      interp.meter.portion(MOST_STEPS_OF_ONE, run);
    } catch (thrown) {
      // Whatever ends a handler ends what can be learnt from it, no more.
      if (!(thrown instanceof Completion || thrown instanceof Stop)) throw thrown;
    }
  });
  interp.commands = commands;
  session.recorder.stage = { kind: "configuration" };
}
