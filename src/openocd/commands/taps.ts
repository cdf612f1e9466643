import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import type { StartupProc } from "../data/startup-lines.ts";
import { isTapOption, tapOptionsOf } from "../data/target-options.ts";
import { shownTransport } from "../data/transports.ts";
import { CommandError, logged, misused } from "../errors.ts";
import type { Handlers } from "../handler.ts";
import type { Tap } from "../model.ts";
import { knownOption } from "../option-of-others.ts";
import { Arguments, parseIndex } from "../options.ts";
import type { Session } from "../session.ts";
import { inStartup, startupCall, withinStartup } from "../startup.ts";
import { isHla } from "../transport.ts";
import { jtagSettings } from "./settings.ts";
import { current, usesJtag } from "./transports.ts";

/** Declaring TAPs (manual: TAP Declaration). */
export const tapCommands: Handlers = {
  "jtag newtap": newTap,
  "swd newdap": newTap,
  "stlink_dap newdap": newTap,
  "swim newtap": swimNewTap,
  hla: hlaWord,
  "hla newtap": hlaNewTap,
  jtag: requireJtag,
  jtag_ntrst_delay: requireJtag,
  jtag_ntrst_assert_width: requireJtag,
  jtag_rclk: requireJtag,
  "jtag configure": configureTap,
  "jtag names": names,
  "jtag tapisenabled": () => Value.unknown(),
};

function newTap(session: Session, values: readonly Value[]): Value {
  const { config } = session;
  if (session.examining) return Value.empty;
  const isAlike = does(session.release, "taps are alike");
  if (values.length < (isAlike ? 2 : 3)) throw new TclError("Missing CHIP TAP OPTIONS ....");
  const [chip, tap, ...options] = values;
  const name = `${chip!.text}.${tap!.text}`;
  const found = { irLength: 0, expectedIds: [] as number[], enabled: true };
  const transport = current(session);
  let result = Value.empty;
  if (transport === "jtag") readOptions(session, new Arguments(options), found, isAlike ? "" : name);
  if (isAlike && transport !== "jtag") readHlaOptions(session, new Arguments(options), found);
  else if (isHla(transport)) result = readHlaOptions(session, new Arguments(options), found);
  if (transport === "jtag" && found.irLength === 0) {
    const how = { code: "ir-length-missing", subject: name } as const;
    throw new CommandError(`newtap: ${name} missing IR length`, how);
  }
  config.taps.push({ name, ...found, ...session.recorder.made() });
  return result;
}

// The one interface whose TAPs have no options; what is given all the same is ignored (OpenOCD 0.12.0, src/jtag/swim.c).
function swimNewTap(session: Session, args: readonly Value[]): Value {
  if (args.length < 2) throw misused("swim newtap");
  const name = `${args[0]!.text}.${args[1]!.text}`;
  if (!session.examining)
    session.config.taps.push({
      name,
      irLength: 0,
      expectedIds: [],
      enabled: true,
      ...session.recorder.made(),
    });
  return Value.empty;
}

type Found = Pick<Tap, "irLength" | "enabled"> & { expectedIds: number[] };

function nextOption(session: Session, args: Arguments): string | undefined {
  return knownOption(session, args, tapOptionsOf(session.release.id), isTapOption);
}

function readOptions(session: Session, args: Arguments, found: Found, name: string): void {
  while (args.left > 0) {
    const option = nextOption(session, args);
    if (option === "-expected-id") found.expectedIds.push(id(number(args, option)));
    else if (option === "-irlen") found.irLength = Number(BigInt.asIntN(32, number(args, option)));
    else if (option === "-irmask") checkInstruction(number(args, option), found, `${name}: IR mask`);
    else if (option === "-ircapture") checkInstruction(number(args, option), found, `${name}: IR capture`);
    else if (option === "-ir-bypass") number(args, option);
    else if (option === "-disable") found.enabled = false;
    else if (option === "-enable") found.enabled = true;
  }
}

// Under HLA the numbers of the instruction register are skipped, and what is wrong with the last is left as the result.
function readHlaOptions(session: Session, args: Arguments, found: Found): Value {
  let left = Value.empty;
  while (args.left > 0) {
    const option = nextOption(session, args);
    if (option === "-expected-id") found.expectedIds.push(id(number(args, option)));
    else if (option?.startsWith("-ir") && args.left > 0) {
      const value = args.take();
      if (value.integer === undefined) left = new Value(`expected integer but got "${value.text}"`);
    }
  }
  return left;
}

function number(args: Arguments, option: string): bigint {
  const value = args.left > 0 ? args.take().integer : undefined;
  if (value === undefined) throw new TclError(`option: ${option} bad parameter`);
  return value;
}

function id(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

// C shifts by the length's last six bits. Without a TAP's name, nothing is checked.
function checkInstruction(value: bigint, { irLength }: Found, what: string): void {
  const mask = (1n << BigInt.asUintN(6, BigInt(irLength))) - 1n;
  if ((value & ~mask) === 0n || what.startsWith(":")) return;
  throw logged(`${what} ${BigInt.asUintN(32, value).toString(16)} too big`);
}

// A proc that calls a command of two words, whether or not there is one (OpenOCD 0.12.0, src/jtag/startup.tcl).
function hlaWord(session: Session, args: readonly Value[], name: string): Value {
  const [word] = args;
  if (word === undefined) throw wrongArguments(name, "cmd ?arg ...?");
  return inStartup(session.interp, [startupCall("hla", 1, session.release)], () => {
    throw new TclError(`invalid command name "${name} ${word.text}"`);
  });
}

// Up to 0.11 `hla newtap` is what makes a TAP under HLA. 0.12.0 has left of it a proc that calls `swj_newdap`; where
// that one still calls `hla newtap`, the two go round for ever (OpenOCD 0.12.0, src/jtag/startup.tcl).
function hlaNewTap(session: Session, values: readonly Value[]): Value {
  if (!does(session.release, "hla newtap is a proc")) return newTap(session, values);
  const callsItself = isInside(session, "swj_newdap");
  if (callsItself) {
    const how = { code: "swj-newdap-recursion", subject: "swj_newdap" } as const;
    session.lenience.refuse(new CommandError("Infinite eval recursion", how));
    return newTap(session, values);
  }
  const call = startupCall("hla newtap", 2, session.release);
  return withinStartup(session.interp, call, () => session.interp.call([new Value("swj_newdap"), ...values]));
}

/** Whether a proc of this name is running. */
function isInside({ interp }: Session, proc: string): boolean {
  for (let frame = interp.frame; frame.parent !== undefined; frame = frame.parent) {
    if (frame.call[0]?.text === proc) return true;
  }
  return false;
}

// Under other transports OpenOCD has procs of these names that only complain (src/jtag/startup.tcl). They are also what
// selects the adapter's first transport where none was selected.
function requireJtag(session: Session, args: readonly Value[], name: string): Value {
  const { interp, release, config } = session;
  if (isHla(config.transport) && !does(release, "hla newtap is a proc")) {
    if (name === "jtag_ntrst_delay") return Value.empty;
    if (name === "jtag") {
      const message = `invalid subcommand "${args.map(({ text }) => text).join(" ")}"`;
      throw does(release, "commands are commands") ? logged(message) : new TclError(message);
    }
  }
  const called = startupCall(name as StartupProc, 1, release);
  const transport = inStartup(interp, [startupCall("default_to_jtag", 1, release), called], () =>
    current(session),
  );
  if (transport === "" || usesJtag(transport, release)) {
    const [word, ...rest] = args;
    const longer = word && `${name} ${word.text}`;
    if (longer !== undefined && session.lookup(longer))
      return session.interp.call([new Value(longer), ...rest]);
    if (name === "jtag") throw logged("usage: jtag …");
    return jtagSettings[name]!(session, args, name);
  }
  const shown = shownTransport(transport, release.id);
  const message = `session transport is "${shown}" but your config requires JTAG`;
  return inStartup(interp, [startupCall("default_to_jtag", 5, release), called], () => {
    throw new TclError(message);
  });
}

const tapEvents = ["post-reset", "setup", "tap-enable", "tap-disable"] as const;

// Of a TAP's handlers nothing is asked further on; under HLA the command does nothing.
function configureTap(session: Session, values: readonly Value[]): Value {
  if (session.examining || isHla(session.config.transport) || values.some((value) => value.unknown))
    return Value.empty;
  if (values.length < 3) throw new TclError('wrong # args: should be "<tap_name> <attribute> ..."');
  try {
    findTap(session, values[0]!.text);
  } catch (error) {
    throw does(session.release, "taps are unknown in the log") ? logged("Invalid command argument") : error;
  }
  const args = new Arguments(values.slice(1));
  while (args.left > 0) {
    args.choice(["-event"]);
    args.valueAmong(tapEvents);
    args.take();
  }
  return Value.empty;
}

/** A TAP by its name, or by its number in the chain. Throws as OpenOCD does. */
export function findTap(session: Session, name: string): Tap {
  const { taps } = session.config;
  const tap = taps.find((known) => known.name === name) ?? taps[parseIndex(name) ?? -1];
  if (tap === undefined) throw new TclError(`Tap '${name}' could not be found`);
  return tap;
}

function names(session: Session, args: readonly Value[]): Value {
  if (args.length > 0) throw wrongArguments(args[0]!.text, "Too many parameters");
  return Value.strings(session.config.taps.map((tap) => tap.name));
}
