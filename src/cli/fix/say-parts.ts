import { ableToFlash } from "../../install/able.ts";
import { rememberingMachine } from "../../install/this-machine.ts";
import { printable } from "../../report/printable.ts";
import type { AnyResult } from "../../report/result.ts";
import { ableText, unableFamilies } from "../../report/text/able-text.ts";
import { adapterText, partsText } from "../../report/text/check-text.ts";
import { confirmedText } from "../../report/text/confirmed-text.ts";
import { runsText } from "../../report/text/runs-text.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** Says which configs run only as parts of others, what was run where all is to be said, and what OpenOCD itself made of them. */
export function sayParts(
  terminal: Terminal,
  result: AnyResult,
  { quiet }: { quiet?: boolean | undefined },
): void {
  terminal.detail(() => runsText(result, terminal.cwd));
  const text = partsText(result, terminal.cwd) ?? adapterText(result);
  if (text !== undefined && !quiet) terminal.say(text);
  if (!quiet) for (const line of ableTexts(terminal, result)) terminal.say(line);
  const confirmed = confirmedText(result);
  if (confirmed !== undefined && !quiet) terminal.say(printable(confirmed));
}

/** Where the release cannot flash a chip: who on this machine can. Programs are asked for their versions only then. */
function ableTexts({ cwd }: Terminal, result: AnyResult): string[] {
  const families = unableFamilies(result);
  if (families.length === 0) return [];
  const machine = rememberingMachine();
  return families.map((family) => ableText(family, ableToFlash(family, machine), cwd));
}
