import { wrongArguments } from "../../tcl/commands/arguments.ts";
import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import { does } from "../data/behaviours.ts";
import { has } from "../data/table.ts";
import { needsDap, successorOfType, TARGET_TYPES, targetTypesOf } from "../data/target-types.ts";
import { CommandError, logged, Status, StatusError } from "../errors.ts";
import type { Handler, Handlers } from "../handler.ts";
import type { Target } from "../model.ts";
import type { Subcommand, Subcommands } from "../objects.ts";
import { Arguments, parseIndex } from "../options.ts";
import type { Session } from "../session.ts";
import { isHla } from "../transport.ts";
import { cget, configure, hasApNum } from "./target-options.ts";
import { current } from "./transports.ts";

/** Creating targets and asking for them (manual: Target Configuration). */
export const targetCommands: Handlers = {
  "target create": create,
  "target current": asks((session) => new Value(currentTarget(session)?.name ?? "")),
  "target names": asks((session) => Value.strings(session.config.targets.map((target) => target.name))),
  "target types": asks((session) => Value.strings(targetTypesOf(session.release))),
  targets: chooseTarget,
};

function asks(answer: (session: Session) => Value): Handler {
  return (session, args, name) => {
    if (args.length > 0) throw wrongArguments(name, "Too many parameters");
    return answer(session);
  };
}

function create(session: Session, values: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 3) throw args.wrong("<name> <target_type> [<target_options> ...]");
  const name = args.text();
  if (session.lookup(name) !== undefined) {
    session.lenience.refuse(
      new CommandError(`Command/target: ${name} Exists`, { code: "exists", subject: name }),
    );
    return Value.empty;
  }
  const requestedType = args.text();
  const target: Target = {
    name,
    type: typeUnder(session, requestedType),
    requestedType,
    endian: "little",
    coreId: 0,
    dap: undefined,
    chainPosition: undefined,
    workArea: { phys: 0, virt: 0, size: 0, backup: false },
    workAreaSetAt: [],
    apNum: 0,
    ...session.recorder.made(),
  };
  let result: Value;
  try {
    result = configure(session, target, args, true);
    check(session, target, result);
  } catch (error) {
    const { events } = session.config;
    session.config.events = events.filter((event) => event.target !== name);
    throw error;
  }
  // Whatever the config says (OpenOCD 0.12.0, src/target/stm8.c).
  if (target.type === "stm8") target.endian = "big";
  session.config.targets.push(target);
  session.currentTarget = target;
  session.objects.add(name, "target", targetSubcommands(session, target));
  return result;
}

function targetSubcommands(session: Session, target: Target): Subcommands {
  const { name } = target;
  const subcommands: [string, Subcommand][] = [
    ["configure", (args) => configure(session, target, new Arguments(args, `${name} configure`), false)],
    ["cget", (args) => cget(session, target, new Arguments(args, `${name} cget`))],
    ["invoke-event", () => Value.empty],
    ["curstate", () => Value.unknown()],
    ["was_examined", () => Value.unknown()],
    ["eventlist", () => Value.empty],
  ];
  return new Map(subcommands);
}

// What is left as the message of what is only logged is the last option's value.
function check(session: Session, target: Target, result: Value): void {
  if (target.chainPosition === undefined && target.dap === undefined) {
    if (!does(session.release, "targets have daps")) {
      throw new TclError("-chain-position required when creating target");
    }
    const option = needsDap(target.type, session.release) ? "-dap" : "-chain-position";
    throw new TclError(`${option} ?name? required when creating target`);
  }
  const refuse = (log: string) => new CommandError(result.text, { log });
  // Of an HLA adapter only the first access port can be reached.
  if (target.type === "hla_target" && target.apNum > 0) {
    throw refuse("hla_target: invalid parameter -ap-num (> 0)");
  }
  if (target.type === "mem_ap" && !hasApNum(target)) throw refuse("AP number not specified");
  const length = irLengths.get(target.type);
  if (length === undefined) return;
  const tap = session.config.taps.find(({ name }) => name === target.chainPosition);
  if (tap?.irLength !== length) throw refuse(`${target.name}: invalid IR length; expected ${length}`);
}

/** Types whose TAP can have but one length (OpenOCD 0.12.0, src/target/esirisc_jtag.h and arm11.c). */
const irLengths: ReadonlyMap<string, number> = new Map([
  ["arm11", 5],
  ["esirisc", 4],
]);

/** Names of types that older releases still take for them. */
const OLD_NAMES: ReadonlyMap<string, string> = new Map([
  ["cortex_m3", "cortex_m"],
  ["cortex_a8", "cortex_a"],
]);

function typeUnder(session: Session, asked: string): string {
  const old = does(session.release, "types have one name") ? undefined : OLD_NAMES.get(asked);
  const requested = old ?? asked;
  const { release } = session;
  // A lenient run goes on with the type that took over.
  const successor = has(TARGET_TYPES, requested, release) ? undefined : successorOfType(requested, release);
  const isOverHla = isHla(current(session));
  if (isOverHla && requested !== "cortex_m") {
    const refusal = "The selected transport doesn't support this target";
    if (successor !== "cortex_m") throw logged(refusal);
    const error = logged(refusal, { code: "target-type-unknown", subject: requested });
    session.lenience.refuse(error);
  }
  if (isOverHla) return "hla_target";
  if (successor === undefined && has(TARGET_TYPES, requested, release)) return requested;
  const types = targetTypesOf(release);
  const last = types.pop();
  const message = `Unknown target type ${requested}, try one of ${types.join(", ")},  or ${last}`;
  const error = new CommandError(message, { code: "target-type-unknown", subject: requested });
  if (successor === undefined) throw error;
  session.lenience.refuse(error);
  return successor;
}

/** The target that commands without a target's name mean: the handler's own, or the last one chosen or created. */
function currentTarget(session: Session): Target | undefined {
  const { config } = session;
  const { stage } = session.recorder;
  const owner =
    stage.kind === "event" ? config.targets.find((target) => target.name === stage.target) : undefined;
  return owner ?? session.currentTarget;
}

function chooseTarget(session: Session, args: readonly Value[]): Value {
  const [name] = args;
  if (name === undefined || args.length > 1) return tableOfTargets(session);
  if (name.unknown) return Value.empty;
  const target = findTarget(session, name.text);
  if (target === undefined) {
    const printed = `Target: ${name.text} is unknown, try one of:\n\n${tableOfTargets(session).text}`;
    const how = { code: "target-unknown", subject: name.text, printed } as const;
    session.lenience.refuse(new StatusError(Status.fail, "", how));
  } else if (!isOnChain(session, target)) {
    const message = `Target: TAP ${target.chainPosition} is disabled, can't be the current target\n\n`;
    const printed = message + tableOfTargets(session).text;
    throw new StatusError(Status.fail, "", { printed });
  } else if (!session.examining) session.currentTarget = target;
  return Value.empty;
}

function isOnChain({ config }: Session, { chainPosition }: Target): boolean {
  return config.taps.find((tap) => tap.name === chainPosition)?.enabled ?? true;
}

// A target's state is known as long as OpenOCD has not connected to it.
function tableOfTargets(session: Session): Value {
  if (session.initialised || session.examining) return Value.unknown();
  const lines = [
    "    TargetName         Type       Endian TapName            State       ",
    "--  ------------------ ---------- ------ ------------------ ------------",
    ...session.config.targets.map((target, number) => {
      const { name, type, endian, chainPosition = "" } = target;
      const mark = `${String(number).padStart(2)}${target === session.currentTarget ? "*" : " "}`;
      const state = isOnChain(session, target) ? "unknown" : "tap-disabled";
      const cells = [name.padEnd(18), type.padEnd(10), endian.padEnd(6), chainPosition.padEnd(18)];
      return [mark, ...cells, state].join(" ");
    }),
  ];
  return new Value(lines.map((line) => `${line}\n`).join(""));
}

/** A target by its name, or by its number. */
export function findTarget(session: Session, name: string): Target | undefined {
  const { targets } = session.config;
  return targets.find((target) => target.name === name) ?? targets[parseIndex(name) ?? -1];
}
