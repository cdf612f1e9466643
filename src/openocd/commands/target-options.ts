import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { CommandError } from "../errors.ts";
import type { Target } from "../model.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";
import { findTap } from "./taps.ts";
import { checkEvent, needsDap } from "./targets.ts";

/** The options of `TARGET configure` and `TARGET cget` (OpenOCD 0.12.0, src/target/target.c, nvp_config_opts). */
const common = [
  "-type",
  "-event",
  "-work-area-virt",
  "-work-area-phys",
  "-work-area-size",
  "-work-area-backup",
  "-endian",
  "-coreid",
  "-chain-position",
  "-dbgbase",
  "-rtos",
  "-defer-examine",
  "-gdb-port",
  "-gdb-max-connections",
] as const;

type Option = (typeof common)[number];

const stm8Sizes = [
  "-blocksize",
  "-flashstart",
  "-flashend",
  "-eepromstart",
  "-eepromend",
  "-optionstart",
  "-optionend",
];

/** Options that take no value. */
const flags = ["-enable_step_irq", "-enable_stm8l"];

/** Options that some types have beside those, each with one value unless it is a flag. */
const special: Readonly<Record<string, readonly string[]>> = {
  cortex_m: ["-dap", "-ap-num"],
  cortex_r4: ["-dap", "-ap-num", "-cti"],
  cortex_a: ["-dap", "-ap-num", "-cti"],
  hla_target: ["-dap", "-ap-num"],
  mem_ap: ["-dap", "-ap-num"],
  aarch64: ["-dap", "-ap-num", "-cti"],
  armv8r: ["-dap", "-ap-num", "-cti"],
  stm8: [...stm8Sizes, ...flags],
};

/** `target create … OPTIONS` and `TARGET configure OPTIONS`. */
export function configure(session: Session, target: Target, args: Arguments, isNew: boolean): Value {
  const names = args.rest.map((value) => value.text);
  if (names.some((name) => name.startsWith("-work-area-"))) {
    session.use({ kind: "work-area", target: target.name, options: names });
  }
  if (session.examining) return Value.empty;
  let result = Value.empty;
  while (args.left > 0) result = setOption(session, target, args, isNew);
  return result;
}

function setOption(session: Session, target: Target, args: Arguments, isNew: boolean): Value {
  const own = special[target.type] ?? [];
  if (own.includes(args.peek()!.text)) return setSpecial(session, target, args);
  const option = args.choice(common);
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
    case "-dbgbase":
    case "-gdb-max-connections":
      return Value.integer(args.integer());
    case "-rtos":
    case "-gdb-port":
      return args.take();
    case "-defer-examine":
      return Value.empty;
    default:
      return setWorkArea(session, target, option, args.integer(), isNew);
  }
}

function setSpecial(session: Session, target: Target, args: Arguments): Value {
  const option = args.text();
  if (option === "-ap-num") {
    const number = args.integer();
    if (number < 0n) throw new TclError("Invalid AP number!");
    target.apNum = Number(number);
    return Value.empty;
  }
  if (option !== "-dap") {
    if (!flags.includes(option)) args.take();
    return Value.empty;
  }
  const name = args.text();
  const dap = session.config.daps.find((known) => known.name === name);
  if (dap === undefined)
    session.refuse(new CommandError("DAP name invalid!", { code: "dap-unknown", subject: name }));
  if (target.dap !== undefined && target.dap !== name)
    throw new TclError("DAP assignment cannot be changed!");
  target.dap = name;
  target.chainPosition = dap?.chainPosition;
  return Value.empty;
}

function setEvent(session: Session, target: Target, args: Arguments): Value {
  if (args.left === 0) throw new TclError('wrong # args: should be "-event ?event-name? ..."');
  const name = args.text();
  checkEvent(session, name);
  if (args.left !== 1) throw new TclError('wrong # args: should be "-event ?event-name? ?EVENT-BODY?"');
  const body = args.take();
  const { events } = session.config;
  const handler = { target: target.name, name, body: body.text, ...session.made() };
  session.handlerScripts.set(handler, body);
  const at = events.findIndex((known) => known.target === target.name && known.name === name);
  if (at === -1) events.push(handler);
  else events[at] = handler;
  return Value.empty;
}

function endianOf(args: Arguments): "little" | "big" {
  const word = args.choice(["big", "little", "be", "le"], "-endian");
  return word === "big" || word === "be" ? "big" : "little";
}

function setChainPosition(session: Session, target: Target, args: Arguments): Value {
  if (needsDap(target.type)) {
    throw new TclError("target requires -dap parameter instead of -chain-position!");
  }
  const tap = findTap(session, args.text());
  target.chainPosition = tap.name;
  return new Value(tap.name);
}

function setWorkArea(session: Session, target: Target, option: Option, value: bigint, isNew: boolean): Value {
  const area = target.workArea;
  // OpenOCD keeps addresses in 64 bits and the size in 32, all without a sign.
  if (option === "-work-area-phys") area.phys = Number(BigInt.asUintN(64, value));
  else if (option === "-work-area-virt") area.virt = Number(BigInt.asUintN(64, value));
  else if (option === "-work-area-size") area.size = Number(BigInt.asUintN(32, value));
  else area.backup = value !== 0n;
  const at = isNew ? target.at : session.made().at;
  if (target.workAreaSetAt.at(-1)?.start !== at.start) target.workAreaSetAt.push(at);
  return Value.integer(value);
}

/** `TARGET cget OPTION`. */
export function reader(session: Session, target: Target, values: readonly Value[]): Value {
  const args = new Arguments(values);
  if (args.left === 0) throw new TclError('wrong # args: should be "cget ?-option?"');
  if (args.peek()!.unknown) return Value.unknown();
  if ((special[target.type] ?? []).includes(args.peek()!.text)) {
    const option = args.text();
    if (option === "-dap" && target.dap !== undefined) return new Value(target.dap);
    return Value.unknown();
  }
  const option = args.choice(common);
  const { workArea } = target;
  switch (option) {
    case "-type":
      return new Value(target.type);
    case "-event":
      return readEvent(session, target, args);
    case "-endian":
      return new Value(target.endian);
    case "-coreid":
      return Value.integer(target.coreId);
    case "-chain-position":
      return new Value(target.chainPosition ?? "");
    case "-work-area-phys":
      return workAreaValue(session, workArea.phys);
    case "-work-area-virt":
      return workAreaValue(session, workArea.virt);
    case "-work-area-size":
      return workAreaValue(session, workArea.size);
    case "-work-area-backup":
      return workAreaValue(session, workArea.backup ? 1 : 0);
    default:
      return Value.unknown();
  }
}

// A handler may run after another one that set the work area anew.
function workAreaValue(session: Session, value: number): Value {
  return session.examining ? Value.unknown() : Value.integer(value);
}

function readEvent(session: Session, target: Target, args: Arguments): Value {
  const name = args.text();
  checkEvent(session, name);
  const handler = session.config.events.find((known) => known.target === target.name && known.name === name);
  return new Value(handler?.body ?? "");
}
