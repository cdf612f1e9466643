import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import { failed, misused, Status, StatusError } from "../errors.ts";
import type { Handler, Handlers } from "../handler.ts";
import { commandNumber } from "../options.ts";
import type { Session } from "../session.ts";

/**
 * Settings that change nothing in the model, but refuse wrong values, and print what they are (manual: Debug Adapter
 * Configuration, GDB Configuration).
 */
export const settingCommands: Handlers = {
  "adapter speed": speed,
  "adapter srst delay": milliseconds("delay"),
  "adapter srst pulse_width": milliseconds("width"),
  "adapter transports": () => {
    throw failed("Can't modify the set of allowed transports.");
  },
  "cortex_m reset_config": softReset,
  hla_layout: layout,
  debug_level: debugLevel,
  jtag_reset: resetLines,
  "tpiu config": traceConfig,
  gdb_port: port("3333"),
  tcl_port: port("6666"),
  telnet_port: port("4444"),
  gdb_memory_map: enabled,
  gdb_flash_program: enabled,
  gdb_report_data_abort: enabled,
  gdb_report_register_access_error: enabled,
  gdb_breakpoint_override: (_, args, name) => {
    if (args.length > 1) throw misused(name);
    return Value.empty;
  },
};

/** Those that only JTAG has. */
export const jtagSettings: Handlers = {
  jtag_rclk: speed,
  jtag_ntrst_delay: milliseconds("delay"),
  jtag_ntrst_assert_width: milliseconds("delay"),
};

/** The kinds of adapters that HLA knows (OpenOCD 0.12.0, src/jtag/hla/hla_layout.c). */
const layouts = ["stlink", "ti-icdi", "nulink"];

// Given again, the same one is only complained about.
function layout(session: Session, args: readonly Value[], name: string): Value {
  if (args.length !== 1) throw misused(name);
  const [{ text: wanted }] = args as [Value];
  const known = session.settings.get("layout");
  if (known !== undefined && known !== wanted) throw failed(`already specified hl_layout ${known}`);
  if (!layouts.includes(wanted)) throw failed(`No adapter layout '${wanted}' found`);
  remember(session, "layout", wanted);
  return Value.empty;
}

function printed(line: string): Value {
  return new Value(`${line}\n`);
}

function isUnknown(args: readonly Value[]): boolean {
  return args.some((arg) => arg.unknown);
}

function remember(session: Session, name: string, value: string): void {
  if (!session.examining) session.settings.set(name, value);
}

// Kilohertz, 0 for adaptive clocking. What an adapter makes of it only shows once there is one.
function speed(session: Session, args: readonly Value[], name: string): Value {
  if (args.length > 1) throw misused(name);
  if (isUnknown(args)) return Value.unknown();
  if (args.length === 1) {
    const khz = commandNumber(args[0]!.text, "khz", 32);
    remember(session, "speed", name === "jtag_rclk" ? "0" : String(BigInt.asIntN(32, khz)));
  }
  const khz = session.settings.get("speed");
  if (session.initialised || session.examining) return Value.unknown();
  if (khz === undefined) throw failed("BUG: unknown adapter clock mode");
  const isAdaptive = khz === "0";
  if (name === "jtag_rclk") {
    return printed(isAdaptive ? "RCLK - adaptive" : `RCLK not supported - fallback to ${khz} kHz`);
  }
  return printed(`adapter speed: ${isAdaptive ? "RCLK - adaptive" : `${khz} kHz`}`);
}

function milliseconds(variable: string): Handler {
  return (session, args, name) => {
    if (args.length > 1) throw misused(name);
    if (isUnknown(args)) return Value.unknown();
    if (args.length === 1) remember(session, name, String(commandNumber(args[0]!.text, variable, 32)));
    return printed(`${name}: ${session.settings.get(name) ?? "0"}`);
  };
}

function port(usual: string): Handler {
  return (session, args, name) => {
    if (args.length > 1) throw misused(name);
    if (args.length === 0) return printed(session.settings.get(name) ?? usual);
    if (session.initialised)
      throw new StatusError(Status.invalidArgument, "unable to change server port after init");
    remember(session, name, args[0]!.text);
    return Value.empty;
  };
}

function enabled(_: Session, args: readonly Value[], name: string): Value {
  if (args.length !== 1) throw misused(name);
  const [{ text, unknown }] = args as [Value];
  if (unknown || switches.includes(text.toLowerCase())) return Value.empty;
  throw misused(name);
}

function debugLevel({ release, examining }: Session, args: readonly Value[], name: string): Value {
  if (args.length > 1) throw misused(name);
  const [level] = args;
  if (level === undefined || level.unknown || examining) return Value.unknown();
  const most = release.id === "0.10.0" ? 3n : release.id === "master" ? 5n : 4n;
  const value = level.integer;
  if (value === undefined || value < -3n || value > most) {
    throw new StatusError(Status.wrongUse, `level must be between -3 and ${most}`);
  }
  return Value.empty;
}

// Since 2021 a proc over the current target's trace port.
function traceConfig(session: Session, args: readonly Value[]): Value {
  const { release, currentTarget, isRunning } = session;
  if (args[0]?.text === "disable" && does(release, "groups are silent") && !isRunning) {
    throw failed(`The '${currentTarget?.name}.tpiu disable' command must be used after 'init'.`);
  }
  return Value.empty;
}

// A proc over `adapter assert` and `adapter deassert`, which need hardware; before, a command that does.
function resetLines(session: Session, args: readonly Value[], name: string): Value {
  if (session.isRunning || args.some((arg) => arg.unknown)) return Value.unknown();
  if (!does(session.release, "commands are commands")) {
    throw failed(`The '${name}' command must be used after 'init'.`);
  }
  const isRight = args.length === 2 && args.every(({ text }) => text === "0" || text === "1");
  if (!isRight) throw new TclError("jtag_reset: syntax error");
  const word =
    args.some(({ text }) => text === "1") && args[0]!.text === args[1]!.text ? "assert" : "deassert";
  throw failed(`The 'adapter ${word}' command must be used after 'init'.`);
}

const switches = ["enable", "disable"];

// Of the current target.
function softReset(session: Session, args: readonly Value[], name: string): Value {
  const [word] = args;
  if (word?.unknown || session.examining) return Value.unknown();
  if (session.currentTarget?.type !== "cortex_m") {
    throw new StatusError(Status.wrongTarget, "", { printed: "target is not a Cortex-M\n" });
  }
  const isKnown = word === undefined || ["sysresetreq", "vectreset"].includes(word.text);
  if (!isKnown && does(session.release, "commands are commands")) throw misused(name);
  return word === undefined ? Value.unknown() : printed(`${name} ${word.text}`);
}
