import { hex32 } from "../../hexadecimal.ts";
import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import { isUpTo011 } from "../data/releases.ts";
import { dapOptionsOf, isDapOption } from "../data/target-options.ts";
import { CommandError, logged, Status, StatusError } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Dap } from "../model.ts";
import type { Subcommands } from "../objects.ts";
import { knownOption } from "../option-of-others.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";
import { isHla } from "../transport.ts";
import { findTap } from "./taps.ts";

/** Declaring DAPs (manual: DAP declaration), and things of theirs that have commands of their own. */
export const dapCommands: Handlers = {
  "dap create": create,
  "dap names": names,
  "etm config": traceDriver,
};

// A trace port's driver brings its commands with it (manual: ETM).
function traceDriver(session: Session, args: readonly Value[]): Value {
  const driver = args[4]?.text;
  if (driver !== undefined) session.objects.bring(driver);
  return Value.empty;
}

function create(session: Session, values: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 2) throw args.wrong("<name> [<dap_options> ...]");
  if (args.left < 3) throw new TclError(`wrong # args: should be "${args.text()} ?name? ..options..."`);
  const name = args.text();
  if (session.lookup(name) !== undefined) {
    session.lenience.refuse(new CommandError(`Command: ${name} Exists`, { code: "exists", subject: name }));
    return Value.empty;
  }
  const { chainPosition, ids } = readOptions(session, args, name);
  if (chainPosition === undefined) throw new TclError("-chain-position required when creating DAP");
  const dap: Dap = { name, chainPosition, ...session.recorder.made() };
  checkOthers(session, dap, selectorOf(ids));
  session.config.daps.push(dap);
  session.objects.add(name, "dap", dapSubcommands(session, name));
  return Value.empty;
}

type IdOption = "-dp-id" | "-instance-id";

/** The largest that the registers hold (OpenOCD 0.12.0, src/target/arm_adi_v5.h). */
const largestId: Readonly<Record<IdOption, bigint>> = { "-dp-id": 0x0fffffffn, "-instance-id": 15n };

interface DapOptions {
  chainPosition: string | undefined;
  ids: Map<IdOption, bigint>;
}

function readOptions(session: Session, args: Arguments, name: string): DapOptions {
  const read: DapOptions = { chainPosition: undefined, ids: new Map() };
  while (args.left > 0) {
    const option = knownOption(session, args, dapOptionsOf(session.release.id), isDapOption);
    if (option === "-chain-position") read.chainPosition = tapOf(session, args.text());
    else if (option === "-dp-id" || option === "-instance-id") {
      read.ids.set(option, readId(args, name, option));
    }
  }
  return read;
}

function readId(args: Arguments, name: string, option: IdOption): bigint {
  const id = args.left > 0 ? args.take().integer : undefined;
  if (id === undefined) throw new TclError(`create ${name}: bad parameter ${option}`);
  if (id < 0n || id > largestId[option]) throw new TclError(`create ${name}: ${option} out of range`);
  return id;
}

/** The ids that distinguish several DAPs on one SWD line. */
function selectorOf(ids: ReadonlyMap<IdOption, bigint>): string {
  const [id, instance] = [ids.get("-dp-id"), ids.get("-instance-id")];
  if (id === undefined || instance === undefined) return "";
  return `-dp-id ${hex32(id)} and -instance-id 0x${instance.toString(16)}`;
}

const selectors = new WeakMap<Dap, string>();

// SWD has no chain: DAPs on it must have different ids (OpenOCD 0.12.0, src/target/arm_dap.c, dap_check_config).
function checkOthers(session: Session, dap: Dap, selector: string): void {
  const { transport, daps } = session.config;
  selectors.set(dap, selector);
  if (!does(session.release, "daps on SWD differ")) return;
  if (transport !== "swd" && transport !== "dapdirect_swd") return;
  const others = daps.map((other) => ({ name: other.name, selector: selectors.get(other) ?? "" }));
  const isPlain = ({ selector }: { selector: string }) => transport !== "swd" || selector === "";
  const same = selector === "" ? undefined : others.find((other) => other.selector === selector);
  if (transport === "swd" && same !== undefined) {
    throw logged(`${same.name} and ${dap.name} have the same multidrop selectors ${selector}`);
  }
  const plain = others.filter(isPlain).length + (selector === "" ? 1 : 0);
  if (plain > 1) throw logged("Two or more SWD non multidrop DAPs are not supported");
  const hasSelector = selector !== "" || others.some((other) => !isPlain(other));
  if (hasSelector && plain > 0) {
    throw logged("Mixing of SWD multidrop DAPs and non multidrop DAPs is not supported");
  }
}

function names(session: Session, args: readonly Value[], name: string): Value {
  if (args.length > 0) throw wrongArguments(name, "Too many parameters");
  return Value.strings(session.config.daps.map((dap) => dap.name));
}

function tapOf(session: Session, name: string): string {
  try {
    return findTap(session, name).name;
  } catch {
    session.lenience.refuse(
      new CommandError("-chain-position is invalid", { code: "tap-unknown", subject: name }),
    );
    return name;
  }
}

function dapSubcommands(session: Session, name: string): Subcommands {
  const words = ["info", "apsel", "apcsw", "apid", "apreg", "dpreg", "baseaddr", "memaccess"];
  return new Map([
    ["", (args: readonly Value[]) => useUnknown(session, name, args)],
    ...words.map((word) => [word, (args: readonly Value[]) => useDap(session, name, args, word)] as const),
  ]);
}

// Under HLA there is no debug port to talk to. Up to 0.11 the command does not exist at all, later it is a group
// without subcommands, and fails without a word.
function useDap(session: Session, name: string, args: readonly Value[], word?: string): Value {
  const words = [...(word === undefined ? [] : [word]), ...args.map((arg) => arg.text)];
  session.recorder.use({ kind: "dap-command", dap: name, words });
  if (word === "apcsw" && !session.examining && !isHla(session.config.transport)) checkCsw(args);
  if (isHla(session.config.transport) && !session.examining) {
    const gone = isUpTo011(session.release);
    const message = gone ? `invalid command name "${name}"` : "";
    session.lenience.refuse(new CommandError(message, { code: "invalid-command", subject: name, log: name }));
  }
  return Value.unknown();
}

/** Bits of an access port's CSW that OpenOCD sets itself: the size and the increment of accesses. */
const OWN_BITS = 0x37n;

function checkCsw(args: readonly Value[]): void {
  const [value, mask] = args.map(({ integer }) => integer ?? 0n);
  const what =
    mask !== undefined && mask & OWN_BITS ? "mask" : value !== undefined && value & OWN_BITS ? "value" : "";
  if (what === "") return;
  throw new StatusError(Status.invalidArgument, `CSW ${what} cannot include 'Size' and 'AddrInc' bit-fields`);
}

// A word that no DAP has.
function useUnknown(session: Session, name: string, args: readonly Value[]): Value {
  const result = useDap(session, name, args);
  if (session.examining || isHla(session.config.transport)) return result;
  throw logged(`usage: ${name} …`);
}
