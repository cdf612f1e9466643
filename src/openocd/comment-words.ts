import { type Completion, TclError } from "../tcl/completion.ts";
import { Script, type WordNode } from "../tcl/syntax.ts";
import { Token } from "../tcl/tokens.ts";
import type { Value } from "../tcl/value.ts";
import { CommandError, StatusError } from "./errors.ts";
import type { Place } from "./place.ts";
import type { Session } from "./session.ts";

/** The words of the command at a place from the first one on that looks like the start of a comment. */
export function commentWordsAt({ source, start, end }: Pick<Place, "source" | "start" | "end">): WordNode[] {
  if (!source.text.slice(start, end).includes("#")) return [];
  const words = new Script(source, start, end).commands[0]?.words ?? [];
  const first = words.findIndex(
    ({ parts: [part] }, i) => i > 0 && part!.kind === Token.Text && part!.text.startsWith("#"),
  );
  return first === -1 ? [] : words.slice(first);
}

/**
 * Tcl reads `#` as a comment only where a command begins: in `adapter speed 1000 # kHz` it and what follows are words. A lenient
 * run does a command that is refused for such words again without them.
 */
export class CommentWords {
  readonly #session: Session;
  #isRepeating = false;

  constructor(session: Session) {
    this.#session = session;
    session.lenience.findCause = () => this.#words().length > 0;
  }

  /** Undefined where no comment is among the words, or the command is refused without them as well. */
  answerFailed(argv: readonly Value[], failure: Completion): Value | undefined {
    const { lenience, interp } = this.#session;
    if (!lenience.isLenient || lenience.isCaught || !isRefusal(failure)) return undefined;
    const words = this.#words();
    const count = argv.length - words.length;
    if (words.length === 0 || count < 1 || argv[count]?.text !== words[0]!.literal) return undefined;
    this.#isRepeating = true;
    try {
      this.#refuse(failure, words);
      return interp.call(argv.slice(0, count));
    } finally {
      this.#isRepeating = false;
    }
  }

  #words(): WordNode[] {
    return this.#isRepeating ? [] : commentWordsAt(this.#session.recorder.made().at);
  }

  #refuse(failure: TclError | StatusError, words: readonly WordNode[]): void {
    const log = failure instanceof CommandError || failure instanceof StatusError ? failure.log : "";
    const subject = words.map(({ text }) => text).join(" ");
    this.#session.lenience.refuse(
      new CommandError(failure.message || log, { code: "comment-in-command", subject }),
    );
  }
}

function isRefusal(failure: Completion): failure is TclError | StatusError {
  return failure instanceof StatusError || failure instanceof TclError;
}
