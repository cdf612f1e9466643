import { noteMadeHere } from "../../install/made-here.ts";
import { TrustError } from "../../install/trust.ts";
import { askYesNo } from "../terminal/ask.ts";
import type { Terminal } from "../terminal/terminal.ts";

/**
 * Does what may need the user's trust in a program. On a terminal the user is asked, once for an overlay; elsewhere the error
 * says what to type.
 */
export async function askingTrust<T>(
  terminal: Terminal,
  action: (trust: boolean) => T | Promise<T>,
  trust = false,
): Promise<T> {
  try {
    return await action(trust);
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    const { folder, binary } = error;
    const question = `The overlay ${folder} was not made here. Run its program ${binary}?`;
    if (!(await askYesNo(terminal, question))) throw error;
    noteMadeHere(folder, binary);
    return action(true);
  }
}
