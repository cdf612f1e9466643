import { type CommandMode, DAP_CONFIG, MODES, OBJECT_EXEC } from "./data/command-modes.ts";
import type { ObjectKind } from "./data/command-origins.ts";
import { isAmong, unpack } from "./data/table.ts";

let decoded: Map<string, CommandMode> | undefined;

/** When a command may be used, by its full name (`flash bank`, `adapter assert`); `any` for unknown ones. */
export function modeOf(command: string): CommandMode {
  decoded ??= new Map([
    ...unpack(MODES.exec).map((name) => [name, "exec"] as const),
    ...unpack(MODES.config).map((name) => [name, "config"] as const),
  ]);
  return decoded.get(command) ?? "any";
}

/** When a subcommand of a target, DAP, CTI or TPIU may be used: `objectModeOf('target', 'mww')` is `exec`. */
export function objectModeOf(kind: ObjectKind, subcommand: string): CommandMode {
  if (isAmong(OBJECT_EXEC[kind], subcommand)) return "exec";
  if (kind === "dap" && DAP_CONFIG.includes(subcommand)) return "config";
  // A target has its type's commands below its name, with the same modes.
  return kind === "target" ? modeOf(subcommand) : "any";
}
