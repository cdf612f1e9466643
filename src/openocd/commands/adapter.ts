import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { Value } from "../../tcl/value.ts";
import { adapterBrings } from "../adapter-commands.ts";
import { ADAPTER_DRIVERS } from "../data/adapter-drivers.ts";
import { has } from "../data/table.ts";
import { transportsOf } from "../data/transports.ts";
import { logged, misused, Status, StatusError } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Made, Problem } from "../model.ts";
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
    const how = { code: "adapter-unknown", subject: wanted } as const;
    const error = new StatusError(Status.noSuchAdapter, message, how);
    // What comes after it is of that adapter, and would be blamed for nothing.
    if (!session.lenience.isCaught) session.lenience.note(error);
    throw error;
  }
  noteLate(session, wanted);
  config.adapter = wanted;
  const transports = transportsOf(wanted, release) ?? [];
  if (transports.length === 1) config.transport = transports[0]!;
  return Value.empty;
}

/** Notes that an adapter is chosen after a command that needs it, which OpenOCD refused. */
function noteLate(session: Session, adapter: string): void {
  const { lenience, recorder, config, release } = session;
  const isOwn = ({ code, subject = "" }: Problem) =>
    code === "invalid-command" && adapterBrings(adapter, subject.replace(/ .*/, ""), release.id) === true;
  const neededAt = session.adapterNeededAt ?? earlyCommand(config.problems.find(isOwn));
  if (!lenience.goesOn || neededAt === undefined) return;
  const message = "Debug adapter does not support any transports? Check config file order.";
  const error = logged(message, { code: "adapter-too-late", subject: adapter, neededAt });
  lenience.note(error);
  if (config.problems.length === 0) recorder.problem("adapter-too-late", message, adapter, neededAt);
}

function earlyCommand(problem: Problem | undefined): Pick<Made, "at" | "calledFrom"> | undefined {
  return problem?.at && { at: problem.at, calledFrom: problem.calledFrom ?? [] };
}

function nameOf(session: Session, args: readonly Value[], name: string): Value {
  if (args.length > 0) throw wrongArguments(name, "(no params)");
  return new Value(session.config.adapter === "" ? "undefined" : session.config.adapter);
}
