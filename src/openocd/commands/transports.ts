import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import type { Release } from "../data/releases.ts";
import type { StartupProc } from "../data/startup-lines.ts";
import { meansTransport, shownTransport, transportName, transportsOf } from "../data/transports.ts";
import { logged } from "../errors.ts";
import type { Handler, Handlers } from "../handler.ts";
import type { Session } from "../session.ts";
import { asCommand, inStartup, startupCall } from "../startup.ts";
import { isHla, isJtag, isSwd } from "../transport.ts";

/** Selecting and asking for the transport (manual: Transport Configuration). */
export const transportCommands: Handlers = {
  "transport select": select,
  using_jtag: asks(usesJtag, "using_jtag"),
  using_swd: asks(usesSwd, "using_swd"),
  using_hla: asks(isHla, "using_hla"),
  using_stlink_jtag: asks(usesStlink(usesJtag, "stlink_jtag"), "using_jtag"),
  using_stlink_swd: asks(usesStlink(usesSwd, "stlink_swd"), "using_swd"),
};

type Asks = (transport: string, release: Release) => boolean;

/** Procs of OpenOCD's own. */
function asks(is: Asks, procedure: StartupProc): Handler {
  return (session, args, name) => {
    if (args.length > 0) throw wrongArguments(name, "");
    const { interp, release } = session;
    const transport = inStartup(interp, [startupCall(procedure, 1, release)], () => current(session));
    return Value.boolean(is(transport, release));
  };
}

/** Whether `using_jtag` and `jtag …` take a transport for JTAG. */
export function usesJtag(transport: string, release: Release): boolean {
  return does(release, "transports match by a part") ? isJtag(transport) : /^(hla_)?jtag$/.test(transport);
}

function usesSwd(transport: string, release: Release): boolean {
  return does(release, "transports match by a part") ? isSwd(transport) : /^(hla_)?swd$/.test(transport);
}

/** In ST's first releases its transports have names and procs of their own; for a while the procs stay. */
function usesStlink(otherwise: Asks, own: string): Asks {
  return (transport, release) =>
    does(release, "transports match by a part") ? otherwise(transport, release) : transport === own;
}

/** The transport in use; like OpenOCD, takes the adapter's first one where none was selected yet. */
export function current(session: Session): string {
  const { config } = session;
  if (config.transport === "") {
    const first = allowed(session)[0];
    if (first === undefined) {
      return asCommand(session.interp, session.release, () => withoutAdapter(session, noTransports));
    }
    config.transport = first;
    session.transportTakenAt = session.recorder.made();
    session.recorder.use({ kind: "transport-taken", name: first });
  }
  return config.transport;
}

/** What OpenOCD says where a transport is asked for before there is an adapter. */
export const noTransports = "Debug adapter does not support any transports? Check config file order.";

/** Where no adapter was chosen yet: a lenient run complains once and goes on, as under JTAG, so that it sees whether one is. */
function withoutAdapter(session: Session, complaint: string): string {
  const { lenience, recorder } = session;
  if (session.seeksAdapter) return "jtag";
  // A script may catch this and end OpenOCD: to see whether an adapter is chosen later, the run goes on there, too.
  if (lenience.isLenient && !recorder.isExamining) session.adapterNeededAt ??= recorder.made();
  else if (lenience.isCaught) throw logged(complaint);
  if (!lenience.isCaught && !session.lacksAdapter) lenience.refuse(logged(complaint));
  session.lacksAdapter = true;
  return "jtag";
}

function allowed(session: Session): readonly string[] {
  const { config, release } = session;
  return config.adapter === "" ? [] : (transportsOf(config.adapter, release) ?? []);
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
  const transports = allowed(session);
  if (transports.some(means)) noteOldName(session, wanted);
  if (config.transport !== "" && means(config.transport)) return args[0]!;
  const isUnsupported = transports.length > 0 && !transports.some(means);
  const how = isUnsupported ? ({ code: "transport-unsupported", subject: wanted } as const) : {};
  if (config.transport !== "") return selectAgain(session, wanted, how);
  if (transports.length === 0) {
    withoutAdapter(session, "Debug adapter doesn't support any transports?");
    return args[0]!;
  }
  if (isUnsupported)
    session.lenience.refuse(logged(`Debug adapter doesn't support '${wanted}' transport`, how));
  config.transport = transports.find(means) ?? counterpart(wanted, transports) ?? transports[0]!;
  return new Value(config.transport);
}

/** Selects a transport where there is one already, which OpenOCD refuses. */
function selectAgain(session: Session, wanted: string, how: Parameters<typeof logged>[1]): Value {
  const { lenience, transportTakenAt: neededAt, isTransportGiven, config } = session;
  const message = "Can't change session's transport after the initial selection was made";
  // Where the caller chose the transport, the config is run under another one than its own.
  if (isTransportGiven) throw logged(message, how);
  if (how?.code !== undefined) {
    lenience.refuse(logged(message, how));
    return new Value(config.transport);
  }
  const error = logged(message, neededAt && { code: "transport-too-late", subject: wanted, neededAt });
  // What came before was run under another transport than was meant: no more can be said.
  if (!lenience.isCaught) lenience.note(error);
  throw error;
}

/** Master calls those of all adapters alike, and takes the names of before. */
function noteOldName({ release, recorder }: Session, name: string): void {
  const instead = transportName(name, release.id);
  if (instead !== name) recorder.use({ kind: "deprecated", what: "transport", name, instead });
}
