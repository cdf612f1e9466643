import { TclError } from "../../tcl/completion.ts";
import { Value } from "../../tcl/value.ts";
import type { Handler } from "../command-registry.ts";
import { has, names as tableNames } from "../data/table.ts";
import { eventsOf, TARGET_EVENTS } from "../data/target-events.ts";
import { TARGET_TYPES } from "../data/target-types.ts";
import { CommandError, logged } from "../errors.ts";
import type { Target } from "../model.ts";
import { Arguments } from "../options.ts";
import type { Session } from "../session.ts";
import { isHla } from "../transport.ts";
import { configure, reader } from "./target-options.ts";
import { current } from "./transports.ts";

/** Creating targets and asking for them (manual: Target Configuration). */
export const targetCommands: Readonly<Record<string, Handler>> = {
  "target create": create,
  "target current": (session) => new Value(currentTarget(session).name),
  "target names": (session) => Value.strings(session.config.targets.map((target) => target.name)),
  "target types": (session) => Value.strings(tableNames(TARGET_TYPES, session.release.id)),
  targets: chooseTarget,
};

function create(session: Session, values: readonly Value[]): Value {
  if (session.examining) return Value.empty;
  const args = new Arguments(values);
  if (args.left < 3) throw new TclError('wrong # args: should be "target create ?name? ?type? ..options..."');
  const name = args.text();
  if (session.lookup(name) !== undefined) throw new TclError(`Command/target: ${name} Exists`);
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
    ...session.made(),
  };
  const result = configure(session, target, args, true);
  if (target.chainPosition === undefined && target.dap === undefined) {
    const option = needsDap(target.type) ? "-dap" : "-chain-position";
    throw new TclError(`${option} ?name? required when creating target`);
  }
  // Whatever the config says (OpenOCD 0.12.0, src/target/stm8.c).
  if (target.type === "stm8") target.endian = "big";
  // Of an HLA adapter only the first access port can be reached. What is left as the message is the last option's value.
  if (target.type === "hla_target" && target.apNum > 0) {
    throw new CommandError(result.text, { log: "hla_target: invalid parameter -ap-num (> 0)" });
  }
  session.config.targets.push(target);
  session.currentTarget = target;
  session.registry.addObject(name, "target", {
    configure: (s, rest) => configure(s, target, new Arguments(rest), false),
    cget: (s, rest) => reader(s, target, rest),
    "invoke-event": () => Value.empty,
    curstate: () => Value.unknown(),
    was_examined: () => Value.unknown(),
    eventlist: () => Value.empty,
  });
  return Value.empty;
}

/** Types that sit behind a DAP and take no `-chain-position` (OpenOCD 0.12.0, their `target_jim_configure`). */
export function needsDap(type: string): boolean {
  return ["aarch64", "armv8r", "cortex_a", "cortex_m", "cortex_r4", "hla_target", "mem_ap"].includes(type);
}

function typeUnder(session: Session, requested: string): string {
  let type = requested;
  if (isHla(current(session))) {
    if (!type.includes("cortex_m")) throw logged("The selected transport doesn't support this target");
    type = "hla_target";
  }
  if (!has(TARGET_TYPES, type, session.release.id)) {
    const types = tableNames(TARGET_TYPES, session.release.id);
    throw new TclError(`Unknown target type ${type}, try one of ${types.join(", ")}`);
  }
  return type;
}

/** The target that commands without a target's name mean: the handler's own, or the last one chosen or created. */
function currentTarget(session: Session): Target {
  const { stage, config } = session;
  const owner =
    stage.kind === "event" ? config.targets.find((target) => target.name === stage.target) : undefined;
  const target = owner ?? session.currentTarget;
  if (target === undefined) throw logged("no current target");
  return target;
}

function chooseTarget(session: Session, args: readonly Value[]): Value {
  if (args.length === 0) return Value.empty;
  const target = findTarget(session, args[0]!.text);
  if (target === undefined && !args[0]!.unknown)
    throw logged(`Target: ${args[0]!.text} is unknown, try one of:`);
  if (target !== undefined && !session.examining) session.currentTarget = target;
  return Value.empty;
}

/** A target by its name, or by its number. */
export function findTarget(session: Session, name: string): Target | undefined {
  const { targets } = session.config;
  return (
    targets.find((target) => target.name === name) ?? (/^\d+$/.test(name) ? targets[Number(name)] : undefined)
  );
}

/** Refuses an event that this release does not have, in its words. */
export function checkEvent(session: Session, event: string): void {
  if (has(TARGET_EVENTS, event, session.release.id)) return;
  const events = eventsOf(session.release.id);
  const list = events.map((name, i) => (i === events.length - 1 ? `or ${name}` : name)).join(", ");
  throw new CommandError(`-event: Unknown: ${event}, try one of: ${list}`, { subject: event });
}
