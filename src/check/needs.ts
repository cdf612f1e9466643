import { isKnownCommand } from "../openocd/command-names.ts";
import type { Problem } from "../openocd/model.ts";
import { isPart } from "../rules/script-role.ts";

/** The setting that a script lacks and that a board file or the command line would provide. */
export type Need = "adapter" | "transport" | "variable";

/** OpenOCD's messages for a missing or wrong adapter. */
const ADAPTER = /^Debug adapter does not support any transports|^Debug Adapter has to be specified/;
/** Messages of OpenOCD and its scripts for a wrong transport. */
const TRANSPORT = /^session transport is "|^Can't change session's transport|^unable to select a session/i;
/** Messages of scripts for a variable that must be set before they are sourced. */
const SETTING = /\b(?:not|must|please|need to)\b.*\b(?:set|defined?|specify|specified)\b/is;

/** Undefined for a fault of the script itself. */
export function needOf({ code, message, subject = "" }: Problem, file: string): Need | undefined {
  if (ADAPTER.test(message)) return "adapter";
  if (TRANSPORT.test(message)) return "transport";
  if (!isPart(file)) return undefined;
  // Adapters and targets define commands. Commands of other releases are findings of their own.
  if (code === "invalid-command" && isKnownCommand(subject)) return "adapter";
  if (code === "stopped" && subject === "exit") return "variable";
  if (code === "variable-unset" || (code === "error" && SETTING.test(message))) return "variable";
  return undefined;
}
