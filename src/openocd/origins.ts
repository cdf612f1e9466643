import { ORIGINS, type OriginKind } from "./data/command-origins.ts";
import { unpack } from "./data/table.ts";

/** One reason why a command exists. */
export interface Origin {
  readonly kind: OriginKind;
  /** The driver, transport, target type or stage. */
  readonly name: string;
}

const none: readonly Origin[] = [];

let decoded: Map<string, Origin[]> | undefined;

function byCommand(): Map<string, Origin[]> {
  if (decoded) return decoded;
  decoded = new Map();
  for (const kind of Object.keys(ORIGINS) as OriginKind[]) {
    for (const [names, commands] of ORIGINS[kind]) {
      for (const command of unpack(commands)) {
        const origins = decoded.get(command) ?? [];
        origins.push(...unpack(names).map((name) => ({ kind, name })));
        decoded.set(command, origins);
      }
    }
  }
  return decoded;
}

/**
 * Every reason why a command can exist; one of them is enough. Takes the full name (`jtag newtap`,
 * `cortex_m reset_config`, `stm32l4x`); a subcommand of a group that comes as a whole has the group's origins.
 * Empty for a command that is there from the start, and for one that is not known.
 */
export function originsOf(command: string): readonly Origin[] {
  const map = byCommand();
  const space = command.indexOf(" ");
  if (space === -1) return map.get(command) ?? none;
  const next = command.indexOf(" ", space + 1);
  return map.get(next === -1 ? command : command.slice(0, next)) ?? map.get(command.slice(0, space)) ?? none;
}

/** Every command that something brings. */
export function broughtCommands(): Iterable<string> {
  return byCommand().keys();
}

/** Whether something brings a command of just that name. */
export function hasOrigin(command: string): boolean {
  return byCommand().has(command);
}

/** Whether `init` brings a command, and nothing else does. */
export function isOfInit(command: string): boolean {
  return originsOf(command).some(({ kind }) => kind === "stage");
}
