import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";
import { isBefore012 } from "../data/releases.ts";
import { CommandError } from "../errors.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";
import { isHla } from "../transport.ts";
import { findTap } from "./taps.ts";

/** Declaring DAPs (manual: DAP declaration), and things of theirs that have commands of their own. */
export const dapCommands: Readonly<Record<string, Handler>> = {
  "dap create": create,
  "dap names": (session) => Value.strings(session.config.daps.map((dap) => dap.name)),
  "cti create": (session, args) => createObject(session, args, "cti"),
  "tpiu create": (session, args) => createObject(session, args, "tpiu"),
  "swo create": (session, args) => createObject(session, args, "tpiu"),
  "etm config": traceDriver,
};

// A trace port's driver brings its commands with it (manual: ETM).
function traceDriver(session: Session, args: readonly Value[]): Value {
  const driver = args[4]?.text;
  if (driver !== undefined) session.registry.addCommand(driver);
  return Value.empty;
}

const dapOptions = [
  "-chain-position",
  "-ignore-syspwrupack",
  "-dp-id",
  "-instance-id",
  "-adiv6",
  "-adiv5",
] as const;

function create(session: Session, values: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 2) throw new TclError('wrong # args: should be "dap create name ..options..."');
  const name = args.text();
  if (session.lookup(name) !== undefined) throw new TclError(`cmd: ${name} Exists`);
  const chainPosition = readOptions(session, args, name);
  if (chainPosition === undefined) throw new TclError("-chain-position required when creating DAP");
  session.config.daps.push({ name, chainPosition, ...session.made() });
  session.registry.addObject(name, "dap", { "": (s, a) => useDap(s, name, a), ...dapHandlers(name) });
  return Value.empty;
}

function readOptions(session: Session, args: Arguments, name: string): string | undefined {
  let chainPosition: string | undefined;
  while (args.left > 0) {
    const option = args.choice(dapOptions);
    if (option === "-chain-position") {
      chainPosition = tapOf(session, args.text());
    } else if (option === "-dp-id" || option === "-instance-id") {
      const word = args.peek();
      if (word?.integer === undefined) throw new TclError(`create ${name}: bad parameter ${option}`);
      args.take();
    }
  }
  return chainPosition;
}

function tapOf(session: Session, name: string): string {
  try {
    return findTap(session, name).name;
  } catch {
    throw new TclError("-chain-position is invalid");
  }
}

function dapHandlers(name: string): Readonly<Record<string, Handler>> {
  const words = ["info", "apsel", "apcsw", "apid", "apreg", "dpreg", "baseaddr", "memaccess"];
  return Object.fromEntries(
    words.map((word): [string, Handler] => [word, (s, a) => useDap(s, name, a, word)]),
  );
}

// Under HLA there is no debug port to talk to. Up to 0.11 the command does not exist at all, later it is a group
// without subcommands, and fails without a word.
function useDap(session: Session, name: string, args: readonly Value[], word?: string): Value {
  const words = [...(word === undefined ? [] : [word]), ...args.map((arg) => arg.text)];
  session.use({ kind: "dap-command", dap: name, words });
  if (isHla(session.config.transport) && !session.examining) {
    const gone = isBefore012(session.release);
    const message = gone ? `invalid command name "${name}"` : "";
    session.refuse(new CommandError(message, { code: "invalid-command", subject: name, log: name }));
  }
  return Value.unknown();
}

function createObject(session: Session, args: readonly Value[], kind: "cti" | "tpiu"): Value {
  if (session.examining) return Value.empty;
  const name = args[0]?.text ?? "";
  if (session.lookup(name) !== undefined) throw new TclError(`cmd: ${name} Exists`);
  const dapAt = args.findIndex((arg) => arg.text === "-dap");
  const dap = args[dapAt + 1]?.text;
  if (dapAt !== -1 && !session.config.daps.some((known) => known.name === dap)) {
    throw new CommandError("DAP name invalid!", { code: "dap-unknown", subject: dap ?? "" });
  }
  session.registry.addObject(name, kind, {});
  return Value.empty;
}
