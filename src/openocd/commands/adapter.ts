import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { Value } from "../../tcl/value.ts";
import { ADAPTER_DRIVERS } from "../data/adapter-drivers.ts";
import { has } from "../data/table.ts";
import { transportsOf } from "../data/transports.ts";
import { misused, Status, StatusError } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Session } from "../session.ts";

/** Choosing the debug adapter (manual: Debug Adapter Configuration). */
export const adapterCommands: Handlers = {
  "adapter driver": driver,
  "adapter name": nameOf,
};

function driver(session: Session, args: readonly Value[], name: string): Value {
  const { config, release } = session;
  config.choosesAdapter = true;
  if (config.adapter !== "") return Value.empty;
  if (args.length !== 1 || args[0]!.text === "") throw misused(name);
  const wanted = args[0]!.text;
  if (!has(ADAPTER_DRIVERS, wanted, release)) {
    const message = `The specified debug interface was not found (${wanted})`;
    throw new StatusError(Status.noSuchAdapter, message, { subject: wanted });
  }
  config.adapter = wanted;
  const transports = transportsOf(wanted, release) ?? [];
  if (transports.length === 1) config.transport = transports[0]!;
  return Value.empty;
}

function nameOf(session: Session, args: readonly Value[], name: string): Value {
  if (args.length > 0) throw wrongArguments(name, "(no params)");
  return new Value(session.config.adapter === "" ? "undefined" : session.config.adapter);
}
