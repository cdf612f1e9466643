import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import type { StartupProc } from "../data/startup-lines.ts";
import { meansTransport, shownTransport, transportsOf } from "../data/transports.ts";
import { logged } from "../errors.ts";
import type { Handler, Handlers } from "../handler.ts";
import type { Session } from "../session.ts";
import { inStartup, startupCall } from "../startup.ts";
import { isHla, isJtag, isSwd } from "../transport.ts";

/** Selecting and asking for the transport (manual: Transport Configuration). */
export const transportCommands: Handlers = {
  "transport select": select,
  using_jtag: asks(isJtag),
  using_swd: asks(isSwd),
  using_hla: asks(isHla),
};

/** Procs of OpenOCD's own. */
function asks(is: (transport: string) => boolean): Handler {
  return (session, args, procedure) => {
    if (args.length > 0) throw wrongArguments(procedure, "");
    const call = startupCall(procedure as StartupProc, 1, session.release);
    return Value.boolean(is(inStartup(session.interp, [call], () => current(session))));
  };
}

/** The transport in use; like OpenOCD, takes the adapter's first one where none was selected yet. */
export function current(session: Session): string {
  const { config } = session;
  if (config.transport === "") {
    const first = allowed(session)[0];
    if (first === undefined) return withoutAdapter(session, noTransports);
    config.transport = first;
  }
  return config.transport;
}

const noTransports = "Debug adapter does not support any transports? Check config file order.";

/** Where no adapter was chosen yet: a lenient run complains once and goes on, as under JTAG, so that it sees whether one is. */
function withoutAdapter(session: Session, complaint: string): string {
  if (session.seeksAdapter) return "jtag";
  if (!session.lenience.goesOn || !session.lacksAdapter) session.lenience.refuse(logged(complaint));
  session.lacksAdapter = true;
  return "jtag";
}

function allowed(session: Session): readonly string[] {
  const { config, release } = session;
  return config.adapter === "" ? [] : (transportsOf(config.adapter, release.id) ?? []);
}

/** The transport of an adapter that goes over the same wires as another. */
function counterpart(transport: string, of: readonly string[]): string | undefined {
  return of.find((one) => isSwd(one) === isSwd(transport) && isJtag(one) === isJtag(transport));
}

function select(session: Session, args: readonly Value[]): Value {
  const { config, release } = session;
  if (args.length === 0) return new Value(shownTransport(current(session), release.id));
  if (args.length > 1) throw new TclError('wrong # args: should be "transport select [too many parameters]"');
  const wanted = args[0]!.text;
  const means = (transport: string) => meansTransport(wanted, transport, release.id);
  if (config.transport !== "" && means(config.transport)) return args[0]!;
  const transports = allowed(session);
  const isUnsupported = transports.length > 0 && !transports.some(means);
  const how = isUnsupported ? ({ code: "transport-unsupported", subject: wanted } as const) : {};
  if (config.transport !== "") {
    const error = logged("Can't change session's transport after the initial selection was made", how);
    // Where the caller chose the transport, the config is run under another one than its own.
    if (session.isTransportGiven || !isUnsupported) throw error;
    session.lenience.refuse(error);
    return new Value(config.transport);
  }
  if (transports.length === 0) {
    withoutAdapter(session, "Debug adapter doesn't support any transports?");
    return args[0]!;
  }
  if (isUnsupported)
    session.lenience.refuse(logged(`Debug adapter doesn't support '${wanted}' transport`, how));
  config.transport = transports.find(means) ?? counterpart(wanted, transports) ?? transports[0]!;
  return new Value(config.transport);
}
