import { Stop } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";
import type { Session } from "../session.ts";

/** Ending the configuration stage, and ending OpenOCD (manual: Server Configuration). */
export const runCommands: Readonly<Record<string, Handler>> = {
  init,
  noinit: () => Value.empty,
  shutdown,
  reset: () => Value.empty,
  halt: () => Value.empty,
  sleep: () => Value.empty,
  program,
};

/** Procs of the config that `init` calls first, in this order. */
const hooks = ["init_targets", "init_target_events", "init_board"];

function init(session: Session): Value {
  if (session.initialised || session.examining) return Value.empty;
  for (const hook of hooks) {
    if (session.interp.commands.has(hook)) session.interp.call([new Value(hook)]);
  }
  session.initialised = true;
  return Value.empty;
}

function shutdown(session: Session): Value {
  if (session.examining) return Value.empty;
  throw new Stop("exit", "the config called shutdown");
}

function program(session: Session): Value {
  return init(session);
}
