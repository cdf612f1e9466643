import type { Progress } from "../../flash/index.ts";
import { paint } from "../../report/paint.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { amount, duration, rate } from "./amounts.ts";

/** Shows how far a run is. */
export interface ProgressLines {
  show(progress: Progress): void;
  /** The step under way, if any, is not going to end; `why` is one word. */
  fail(why: string): void;
}

/** One line for each step that is over; on a terminal, the one under way moves. */
export function progressLines(terminal: Terminal, steps: readonly string[] = []): ProgressLines {
  const isMoving = terminal.canMove;
  let timer: NodeJS.Timeout | undefined;
  let current: string | undefined;

  const stop = () => {
    clearInterval(timer);
    if (isMoving && current !== undefined) terminal.redraw("");
  };
  const begin = ({ step, bytes }: Progress) => {
    current = step;
    if (!isMoving) return;
    const began = performance.now();
    const draw = () => {
      const seconds = (performance.now() - began) / 1000;
      const what = bytes === undefined ? "" : `  ${amount(bytes)}`;
      const bar = barOf(steps.indexOf(step), steps.length);
      terminal.redraw(line(step, paint("dim", `${bar}${duration(seconds)}${what} …`)));
    };
    draw();
    timer = setInterval(draw, 100);
  };
  return {
    show(progress) {
      if (progress.kind === "begin") return begin(progress);
      stop();
      current = undefined;
      const { step, seconds, bytes } = progress;
      const what = bytes === undefined ? "" : `  ${amount(bytes)}, ${rate(bytes, seconds)}`;
      terminal.say(line(step, `${duration(seconds)}${what}`));
    },
    fail(why) {
      stop();
      if (current !== undefined) terminal.say(line(current, paint("red", why)));
      current = undefined;
    },
  };
}

/** How many of the steps are over: OpenOCD does not say how far it is within one. */
function barOf(done: number, total: number): string {
  if (done < 0) return "";
  return `[${"#".repeat(done * 2)}${"-".repeat((total - done) * 2)}]  `;
}

function line(step: string, text: string): string {
  return `${step.padEnd(11)}${text}`;
}
