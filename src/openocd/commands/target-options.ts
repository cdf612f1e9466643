import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import { knowsNoRtos, rtosTypesOf, unknownRtos } from "../data/rtos-types.ts";
import { has } from "../data/table.ts";
import { eventNameIn, eventsOf, TARGET_EVENTS } from "../data/target-events.ts";
import { isTargetOption, type TargetOption, targetOptionsOf } from "../data/target-options.ts";
import { needsDap } from "../data/target-types.ts";
import { CommandError, StatusError } from "../errors.ts";
import type { Target } from "../model.ts";
import { knownOption } from "../option-of-others.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";
import { findTap } from "./taps.ts";

/** Options of an STM8, each with what its value is called; others of its options take no value. */
const stm8Values: Readonly<Record<string, string>> = {
  "-blocksize": "bytes",
  "-flashstart": "address",
  "-flashend": "address",
  "-eepromstart": "address",
  "-eepromend": "address",
  "-optionstart": "address",
  "-optionend": "address",
};

const behindDap = ["-dap", "-ap-num"];

/** Options that some types have beside those. */
const special: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cortex_m: behindDap,
    cortex_r4: behindDap,
    cortex_a: behindDap,
    hla_target: behindDap,
    mem_ap: behindDap,
    aarch64: [...behindDap, "-cti"],
    armv8r: [...behindDap, "-cti"],
    stm8: [...Object.keys(stm8Values), "-enable_step_irq", "-enable_stm8l"],
  }),
);

/** The values that `cget` returns for options that were set. */
const setValues = new WeakMap<Target, Map<string, Value>>();

function setValuesOf(target: Target): Map<string, Value> {
  const known = setValues.get(target) ?? new Map<string, Value>();
  setValues.set(target, known);
  return known;
}

/** `target create … OPTIONS` and `TARGET configure OPTIONS`. */
export function configure(session: Session, target: Target, args: Arguments, isNew: boolean): Value {
  if (args.left === 0) throw args.wrong("missing: -option ...");
  const names = args.rest.map((value) => value.text);
  if (names.some((name) => name.startsWith("-work-area-"))) {
    session.recorder.use({ kind: "work-area", target: target.name, options: names });
  }
  if (session.examining) {
    const event = args.rest[names.indexOf("-event") + 1];
    if (names.includes("-event") && event && !event.unknown) checkEvent(session, event.text);
    return Value.empty;
  }
  let result = Value.empty;
  while (args.left > 0) result = setOption(session, target, args, isNew);
  return result;
}

/** Whether the next option belongs to a target with a DAP, in a release without DAPs. */
function isOfDap({ release }: Session, target: Target, args: Arguments): boolean {
  if (does(release, "targets have daps") || special.get(target.type) !== behindDap) return false;
  return behindDap.includes(args.peek()!.text);
}

/** What this release says of such an option; a lenient run goes on as if it had DAPs. */
function refuseDap(session: Session, args: Arguments): void {
  const options = new Arguments(args.rest);
  const subject = args.peek()!.text;
  try {
    options.choice(targetOptionsOf(session.release.id));
  } catch (error) {
    session.lenience.refuse(
      new CommandError((error as TclError).message, { code: "option-unknown", subject }),
    );
  }
}

function isSpecial(session: Session, target: Target, args: Arguments): boolean {
  if (special.get(target.type) === behindDap && !does(session.release, "targets have daps")) return false;
  return special.get(target.type)?.includes(args.peek()!.text) === true;
}

function setOption(session: Session, target: Target, args: Arguments, isNew: boolean): Value {
  if (isSpecial(session, target, args)) return setSpecial(session, target, args);
  if (isOfDap(session, target, args)) {
    refuseDap(session, args);
    return setSpecial(session, target, args);
  }
  const option = knownOption(session, args, targetOptionsOf(session.release.id), isTargetOption);
  if (option === undefined) return Value.empty;
  switch (option) {
    case "-type":
      throw new TclError("not settable: -type");
    case "-event":
      return setEvent(session, target, args);
    case "-endian":
      target.endian = endianOf(args);
      return new Value(target.endian);
    case "-coreid":
      target.coreId = Number(BigInt.asIntN(32, args.integer()));
      return Value.integer(target.coreId);
    case "-chain-position":
      return setChainPosition(session, target, args);
    case "-rtos":
      return setRtos(session, target, args);
    case "-defer-examine":
      return Value.empty;
    case "-dbg-under-srst":
      args.valueAmong(["unknown", "working", "gated", "cleared"]);
      return Value.empty;
    default:
      return setValue(session, target, option, args, isNew);
  }
}

function setSpecial(session: Session, target: Target, args: Arguments): Value {
  const option = args.text();
  if (option === "-ap-num") return setApNum(target, args);
  if (option === "-dap") return setDap(session, target, args);
  if (option === "-cti") {
    const name = args.take();
    if (!session.objects.has(name.text, "cti")) throw new TclError("CTI name invalid!");
    setValuesOf(target).set(option, name);
  } else setOfStm8(option, args);
  return Value.empty;
}

// Also what `cget` does with these.
function setOfStm8(option: string, args: Arguments): void {
  const value = stm8Values[option];
  if (value === undefined) return;
  if (args.left === 0) throw args.wrong(`${option} ?${value}? ...`);
  args.integer();
}

/** Access ports beyond these are addresses, of whole pages (ADIv6). */
const LAST_AP = 255n;

function setApNum(target: Target, args: Arguments): Value {
  const number = args.integer();
  if (number < 0n || (number > LAST_AP && (number & 0xfffn) !== 0n)) {
    throw new TclError("Invalid AP number!");
  }
  target.apNum = Number(number);
  setValuesOf(target).set("-ap-num", Value.integer(number));
  return Value.empty;
}

/** Whether its access port was given. */
export function hasApNum(target: Target): boolean {
  return setValuesOf(target).has("-ap-num");
}

function setDap(session: Session, target: Target, args: Arguments): Value {
  const name = args.text();
  const dap = session.config.daps.find((known) => known.name === name);
  if (dap === undefined)
    session.lenience.refuse(new CommandError("DAP name invalid!", { code: "dap-unknown", subject: name }));
  if (target.dap !== undefined && target.dap !== name) {
    throw new TclError("DAP assignment cannot be changed!");
  }
  target.dap = name;
  target.chainPosition = dap?.chainPosition;
  return Value.empty;
}

function setEvent(session: Session, target: Target, args: Arguments): Value {
  const name = eventOf(session, args);
  if (args.left !== 1) throw args.wrong("-event ?event-name? ?EVENT-BODY?");
  const body = args.take();
  const { events } = session.config;
  const handler = { target: target.name, name, body: body.text, ...session.recorder.made() };
  session.handlerScripts.set(handler, body);
  const at = events.findIndex((known) => known.target === target.name && known.name === name);
  if (at === -1) events.push(handler);
  else events[at] = handler;
  return Value.empty;
}

function eventOf(session: Session, args: Arguments): string {
  if (args.left === 0) throw args.wrong("-event ?event-name? ...");
  const name = args.text();
  checkEvent(session, name);
  // A lenient run goes on with what was meant.
  return has(TARGET_EVENTS, name, session.release) ? name : (eventNameIn(name, session.release) ?? name);
}

/** Refuses an event that this release does not have, in its words. */
function checkEvent(session: Session, event: string): void {
  if (event === "trace-config" && does(session.release, "trace-config is deprecated"))
    session.recorder.use({ kind: "deprecated", what: "event", name: event });
  if (has(TARGET_EVENTS, event, session.release)) return;
  const events = eventsOf(session.release);
  const list = events.map((name, i) => (i === events.length - 1 ? `or ${name}` : name)).join(", ");
  const message = `-event: Unknown: ${event}, try one of: ${list}`;
  session.lenience.refuse(new CommandError(message, { code: "event-unknown", subject: event }));
}

function endianOf(args: Arguments): "little" | "big" {
  const word = args.valueAmong(["big", "little", "be", "le"]);
  return word === "big" || word === "be" ? "big" : "little";
}

function setChainPosition(session: Session, target: Target, args: Arguments): Value {
  if (needsDap(target.type, session.release)) {
    const message = "target requires -dap parameter instead of -chain-position!";
    session.lenience.refuse(new CommandError(message, { code: "dap-required", subject: target.name }));
  }
  const name = args.text();
  try {
    target.chainPosition = findTap(session, name).name;
  } catch (error) {
    const how = { code: "tap-unknown", subject: name } as const;
    session.lenience.refuse(new CommandError((error as TclError).message, how));
    target.chainPosition = name;
  }
  return new Value(target.chainPosition);
}

function setRtos({ release, lenience }: Session, target: Target, args: Arguments): Value {
  const name = args.text();
  if (name === "auto" || (name === "none" && knowsNoRtos(release.id))) return Value.empty;
  const rtos = rtosTypesOf(release.id).find((known) => known.name === name);
  if (rtos === undefined) {
    const how = { code: "rtos-unknown", subject: name } as const;
    lenience.refuse(new CommandError(unknownRtos(name, release.id), how));
    return Value.empty;
  }
  const { targets, refusal } = rtos;
  if (targets?.includes(target.type) === false) {
    throw new StatusError(refusal.status, refusal.log.replace("%", target.type));
  }
  return Value.empty;
}

type ValueOption = Exclude<
  TargetOption,
  | "-type"
  | "-event"
  | "-endian"
  | "-coreid"
  | "-chain-position"
  | "-rtos"
  | "-defer-examine"
  | "-dbg-under-srst"
>;

function setValue(
  session: Session,
  target: Target,
  option: ValueOption,
  args: Arguments,
  isNew: boolean,
): Value {
  const value = option === "-gdb-port" ? args.take() : Value.integer(kept(option, args.integer()));
  setValuesOf(target).set(option, value);
  if (option.startsWith("-work-area-")) setWorkArea(session, target, option, value.integer!, isNew);
  return value;
}

// OpenOCD keeps addresses in 64 bits and the size in 32, all without a sign; and prints all with one.
function kept(option: ValueOption, value: bigint): bigint {
  switch (option) {
    case "-work-area-size":
    case "-dbgbase":
      return BigInt.asUintN(32, value);
    case "-work-area-backup":
      return value === 0n ? 0n : 1n;
    case "-gdb-max-connections":
      return value < 0n ? -1n : BigInt.asIntN(32, value);
    default:
      return value;
  }
}

function setWorkArea(
  session: Session,
  target: Target,
  option: ValueOption,
  value: bigint,
  isNew: boolean,
): void {
  const area = target.workArea;
  if (option === "-work-area-phys") area.phys = Number(BigInt.asUintN(64, value));
  else if (option === "-work-area-virt") area.virt = Number(BigInt.asUintN(64, value));
  else if (option === "-work-area-size") area.size = Number(value);
  else area.backup = value !== 0n;
  const at = isNew ? target.at : session.recorder.made().at;
  if (target.workAreaSetAt.at(-1)?.start !== at.start) target.workAreaSetAt.push(at);
}

/** `TARGET cget OPTION`. */
export function cget(session: Session, target: Target, args: Arguments): Value {
  if (args.left === 0) throw args.wrong("missing: -option ...");
  if (args.rest.some((arg) => arg.unknown)) return Value.unknown();
  let result = Value.empty;
  while (args.left > 0) result = readOption(session, target, args);
  return result;
}

function readOption(session: Session, target: Target, args: Arguments): Value {
  if (isSpecial(session, target, args)) return readSpecial(target, args);
  const option = args.choice(targetOptionsOf(session.release.id));
  if (option === "-event") return readEvent(session, target, args);
  if (option === "-defer-examine" || option === "-dbg-under-srst") return Value.empty;
  if (args.left > 0) throw args.wrong("NO PARAMS");
  // `cget -rtos` fails, and resets the option.
  if (option === "-rtos") throw new TclError("");
  if (option === "-type") return new Value(target.type);
  if (option === "-endian") return new Value(target.endian);
  if (option === "-coreid") {
    const isRight = does(session.release, "cget knows coreid");
    return Value.integer(isRight ? target.coreId : target.workArea.size);
  }
  if (option === "-chain-position") return new Value(target.chainPosition ?? "");
  // A handler may run after another one that changed the work area.
  if (session.examining) return Value.unknown();
  return setValuesOf(target).get(option) ?? usual[option];
}

const usual: Readonly<Record<ValueOption, Value>> = {
  "-work-area-virt": Value.integer(0),
  "-work-area-phys": Value.integer(0),
  "-work-area-size": Value.integer(0),
  "-work-area-backup": Value.integer(0),
  "-dbgbase": Value.integer(0),
  "-gdb-port": new Value("undefined"),
  "-gdb-max-connections": Value.integer(1),
};

function readSpecial(target: Target, args: Arguments): Value {
  const option = args.text();
  if (target.type === "stm8") {
    setOfStm8(option, args);
    return Value.empty;
  }
  if (args.left > 0) throw args.wrong("NO PARAMS");
  if (option === "-dap") return new Value(target.dap ?? "");
  const value = setValuesOf(target).get(option);
  if (value !== undefined) return value;
  throw new TclError(option === "-cti" ? "CTI not configured" : "AP number not configured");
}

function readEvent(session: Session, target: Target, args: Arguments): Value {
  const name = eventOf(session, args);
  if (args.left > 0) throw args.wrong("-event ?event-name?");
  const handler = session.config.events.find((known) => known.target === target.name && known.name === name);
  return new Value(handler?.body ?? "");
}
