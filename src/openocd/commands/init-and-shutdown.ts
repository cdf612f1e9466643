import { Stop } from "../../tcl/stop.ts";
import { Value } from "../../tcl/value.ts";
import { modeOf } from "../command-modes.ts";
import { does } from "../data/behaviours.ts";
import { failed, misused } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Session } from "../session.ts";

/** Ending the configuration stage, and ending OpenOCD (manual: Server Configuration). */
export const runCommands: Handlers = {
  init,
  noinit: () => Value.empty,
  shutdown,
  reset: () => Value.empty,
  halt: () => Value.empty,
  sleep: () => Value.empty,
  program,
  "command mode": mode,
};

/** Procs of the config that `init` calls first, in this order. */
const hooks = ["init_targets", "init_target_events", "init_board"];

function init(session: Session, args: readonly Value[], name: string): Value {
  if (name === "init" && args.length > 0) throw misused(name);
  if (session.initialised || session.examining) return Value.empty;
  for (const hook of hooks) {
    if (session.interp.commands.has(hook)) session.interp.call([new Value(hook)]);
  }
  checkSpeed(session);
  session.initialised = true;
  return Value.empty;
}

function checkSpeed({ release, settings }: Session): void {
  if (settings.has("speed") || does(release, "speed has a default")) return;
  const command = does(release, "commands are commands")
    ? '"adapter speed" or "jtag_rclk"'
    : "adapter_khz or jtag_rclk";
  throw failed(
    `An adapter speed is not selected in the init script. Insert a call to ${command} to proceed.`,
  );
}

function shutdown(session: Session): Value {
  if (session.examining) return Value.empty;
  throw new Stop("exit", "the config called shutdown");
}

function program(session: Session): Value {
  return init(session, [], "program");
}

// Groups of commands have modes of their own, which are not known here.
function mode(session: Session, args: readonly Value[]): Value {
  if (args.some((arg) => arg.unknown)) return Value.unknown();
  if (args.length === 0) return new Value(session.initialised ? "exec" : "config");
  const name = args.map((arg) => arg.text).join(" ");
  const own = session.interp.commands.get(name);
  if (own !== undefined) return new Value(own.procedure === undefined ? "unknown" : "any");
  return new Value(session.lookup(name) === undefined ? "unknown" : modeOf(name));
}
