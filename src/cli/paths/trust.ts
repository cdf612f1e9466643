import { noteMadeHere } from "../../install/made-here.ts";
import { TrustError } from "../../install/trust.ts";
import { askYesNo } from "../terminal/ask.ts";

/**
 * Does what may need the user's trust in a program. On a terminal the user is asked, once for an overlay; elsewhere the error
 * says what to type.
 */
export async function askingTrust<T>(action: (trust: boolean) => T | Promise<T>, trust = false): Promise<T> {
  try {
    return await action(trust);
  } catch (error) {
    if (!(error instanceof TrustError)) throw error;
    const { folder, binary } = error;
    if (!(await askYesNo(`The overlay ${folder} was not made here. Run its program ${binary}?`))) throw error;
    noteMadeHere(folder, binary);
    return action(true);
  }
}
