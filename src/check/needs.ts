import { isKnownCommand } from "../openocd/command-names.ts";
import type { Problem } from "../openocd/model.ts";
import { isPart } from "../rules/script-role.ts";

/** What a script lacks that only a board file, or the command line, would give it. */
export type Need = "adapter" | "transport" | "variable";

/** OpenOCD's words where no adapter, or the wrong one, is in use. */
const ADAPTER = /^Debug adapter does not support any transports|^Debug Adapter has to be specified/;
/** Its words, and those of its scripts, where another transport is needed. */
const TRANSPORT = /^session transport is "|^Can't change session's transport|^unable to select a session/i;
/** How scripts say that something has to be set before they are sourced. */
const SETTING = /\b(?:not|must|please|need to)\b.*\b(?:set|defined?|specify|specified)\b/is;

/** Undefined for a problem that is the script's own. */
export function needOf({ code, message, subject = "" }: Problem, file: string): Need | undefined {
  if (ADAPTER.test(message)) return "adapter";
  if (TRANSPORT.test(message)) return "transport";
  if (!isPart(file)) return undefined;
  // Adapters and targets bring commands; those of other releases are findings of their own.
  if (code === "invalid-command" && isKnownCommand(subject)) return "adapter";
  if (code === "stopped" && subject === "exit") return "variable";
  if (code === "variable-unset" || (code === "error" && SETTING.test(message))) return "variable";
  return undefined;
}
