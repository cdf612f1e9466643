import { paint } from "../../report/paint.ts";
import { pathName } from "../../report/path-name.ts";
import type { Terminal } from "./terminal.ts";

/** Progress is shown only after this time, in milliseconds: shorter waits need none. */
const SILENCE = 500;
/** How often what is said is drawn over, in milliseconds. */
const PAUSE = 100;

/** What is under way: how many of how many, and which. */
export interface Step {
  done: number;
  total: number;
  /** A file, absolute, or anything else that is at work. */
  name: string;
}

/** Says on a terminal how far something is that takes more than half a second. */
export class ProgressLine {
  readonly #terminal: Terminal;
  readonly #what: string;
  readonly #now: () => number;
  readonly #begun: number;
  #drawn = 0;

  /** `what` is done, such as `checking`; `now` is a clock in milliseconds. */
  constructor(terminal: Terminal, what: string, now: () => number = () => performance.now()) {
    this.#terminal = terminal;
    this.#what = what;
    this.#now = now;
    this.#begun = now();
  }

  show({ done, total, name }: Step): void {
    if (this.#terminal.isQuiet || !this.#terminal.canMove) return;
    const now = this.#now();
    if (now - this.#begun < SILENCE || now - this.#drawn < PAUSE) return;
    this.#drawn = now;
    const { stderr } = this.#terminal.system;
    const text = `${this.#what} ${done + 1} of ${total}: ${pathName(name, this.#terminal.cwd)}`;
    // A longer one would go on in the next line, which is not drawn over.
    this.#terminal.redraw(paint("dim", text.slice(0, (stderr.columns ?? 80) - 1)));
  }

  /** Takes away what was said. */
  end(): void {
    if (this.#drawn > 0) this.#terminal.redraw("");
    this.#drawn = 0;
  }
}
