import type { Explanation } from "../../log/explanation.ts";
import type { FixCommand } from "../../log/fix-command.ts";
import type { NamedFiles } from "./log-scripts.ts";

/** A log and all that is known of it. */
export interface ExplainedLog {
  /** As given. */
  name: string;
  explanation: Explanation;
  /** The scripts that it names, as far as they are on this machine. */
  scripts: NamedFiles;
  fixCommand?: FixCommand;
  /** The folder that paths are named from. */
  cwd: string;
  /** The command that fixes, as one types it. */
  command?: string;
}
