import { TclError } from "../tcl/completion.ts";
import { CommandError } from "./errors.ts";
import type { Arguments } from "./options.ts";
import type { Session } from "./session.ts";

/** Options without a value, in the releases that have them. */
const FLAGS: ReadonlySet<string> = new Set(["-ignore-bypass", "-adiv5", "-adiv6"]);

/**
 * The next option of a command. One that only other releases have is refused; a lenient run goes on past it and its value,
 * and this is undefined.
 */
export function knownOption<const T extends string>(
  session: Session,
  args: Arguments,
  options: readonly T[],
  isOfOthers: (option: string) => boolean,
): T | undefined {
  const option = args.peek()!.text;
  try {
    return args.choice(options);
  } catch (error) {
    if (!(error instanceof TclError) || !isOfOthers(option)) throw error;
    session.lenience.refuse(new CommandError(error.message, { code: "option-unknown", subject: option }));
    if (!FLAGS.has(option) && args.left > 0) args.take();
    return undefined;
  }
}
