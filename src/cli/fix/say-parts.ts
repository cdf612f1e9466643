import type { AnyResult } from "../../report/result.ts";
import { partsText } from "../../report/text/check-text.ts";
import { runsText } from "../../report/text/runs-text.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Says which configs run only as parts of others, and what was run where all is to be said. */
export function sayParts(
  terminal: Terminal,
  result: AnyResult,
  { quiet }: { quiet?: boolean | undefined },
): void {
  terminal.detail(() => runsText(result, terminal.cwd));
  const text = partsText(result, terminal.cwd);
  if (text !== undefined && !quiet) terminal.say(text);
}
