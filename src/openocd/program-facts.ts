import { JIM, type JimVersion } from "../tcl/jim.ts";
import { ADAPTER_DRIVERS } from "./data/adapter-drivers.ts";
import { COMMANDS } from "./data/commands.ts";
import { FLASH_DRIVERS } from "./data/flash-drivers.ts";
import type { Release } from "./data/releases.ts";
import { names, type Table } from "./data/table.ts";
import { TARGET_EVENTS } from "./data/target-events.ts";
import { TARGET_TYPES } from "./data/target-types.ts";
import { releaseNamed } from "./version.ts";

/** What a program of OpenOCD says that it can do: plain data, which can be kept and passed on. */
export interface ProgramFacts {
  /** The version of its Jim Tcl, and whether its `expr` takes several words. */
  readonly jim: string;
  readonly joinsExpr: boolean;
  /** The commands with the transport `jtag`, without those that an adapter brings. */
  readonly commands: readonly string[];
  readonly adapterDrivers: readonly string[];
  /** By driver, its transports, where the program lists them. */
  readonly transports: Readonly<Record<string, readonly string[]>>;
  readonly targetTypes: readonly string[];
  readonly targetEvents: readonly string[];
  readonly flashDrivers: readonly string[];
  /** By target type, or by an adapter driver that is not known, the commands that it brings. */
  readonly brought: Readonly<Record<string, readonly string[]>>;
}

/** The known build for a version, with the abilities that the program itself reports. */
export function releaseOfProgram(openocd: string, facts: ProgramFacts | undefined): Release {
  const nearest = releaseNamed(openocd);
  if (facts === undefined) return nearest;
  const own = new Map<Table, ReadonlySet<string>>([
    [COMMANDS, commandsOf(facts, nearest)],
    [ADAPTER_DRIVERS, new Set(facts.adapterDrivers)],
    [TARGET_TYPES, new Set(facts.targetTypes)],
    [TARGET_EVENTS, new Set(facts.targetEvents)],
    [FLASH_DRIVERS, new Set(facts.flashDrivers)],
  ]);
  const { joinsExpr: _, ...rest } = nearest;
  return {
    ...rest,
    ...(isKnownJim(facts.jim) && { jim: facts.jim }),
    // Where Jim Tcl itself joins words, no proc of OpenOCD's does, and warns of it.
    ...(facts.joinsExpr && !jimJoins(facts, nearest) && { joinsExpr: true as const }),
    own: {
      names: own,
      transports: new Map(Object.entries(facts.transports)),
      brought: new Map(Object.entries(facts.brought).map(([by, names]) => [by, new Set(names)])),
    },
  };
}

/** Before 0.12.0 a program names its groups of commands alone; what is in them is as in the known build. */
function commandsOf(facts: ProgramFacts, nearest: Release): ReadonlySet<string> {
  const own = new Set(facts.commands);
  if (own.has("transport select")) return own;
  const within = names(COMMANDS, nearest).filter((name) => own.has(name.split(" ", 1)[0]!));
  return new Set([...own, ...within]);
}

function jimJoins({ jim }: ProgramFacts, nearest: Release): boolean {
  return JIM[isKnownJim(jim) ? jim : nearest.jim].exprWords === true;
}

function isKnownJim(jim: string): jim is JimVersion {
  return Object.hasOwn(JIM, jim);
}
