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
  /** The folder that paths are named from. */
  cwd: string;
  advised?: AdvisedCommand;
}

/** The command to run next. */
interface AdvisedCommand extends FixCommand {
  /** Whether it was tried here, and fixes what it says. Otherwise its files are elsewhere, and it checks them. */
  isTried: boolean;
  /** As one types it. */
  text: string;
}
