import type { AnyResult } from "../../report/result.ts";
import { partsText } from "../../report/text/check-text.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Says which configs run only as parts of others. */
export function sayParts(
  terminal: Terminal,
  result: AnyResult,
  { quiet }: { quiet?: boolean | undefined },
): void {
  const text = partsText(result);
  if (text !== undefined && !quiet) terminal.say(text);
}
