/** The steps of a run, in order. */
const stepNames = ["connecting", "halting", "erasing", "writing", "verifying", "resetting"] as const;

/** A step of a run. */
export type StepName = (typeof stepNames)[number];

/** Lines that OpenOCD prints as marks: its output then shows which step runs. */
export type Mark = StepName | "done";

const marks: readonly Mark[] = [...stepNames, "done"];

/** The prefix of a mark. Each run adds a random word, so that no script and no program can print a valid mark. */
const prefix = (nonce?: string) => `l5cfg-flash${nonce === undefined ? "" : ` ${nonce}`}: `;

/** Tcl that prints a mark. */
export function echo(mark: Mark, nonce?: string): string {
  return `echo "${prefix(nonce)}${mark}"`;
}

/** A piece of Tcl that starts with a mark, which contains the run's random word. */
export function withNonce(tcl: string, nonce: string): string {
  const mark = marks.find((name) => tcl.startsWith(`${echo(name)};`));
  return mark === undefined ? tcl : echo(mark, nonce) + tcl.slice(echo(mark).length);
}

/** The mark in a line of output; undefined where it has none. With `debug_level`, a long prefix precedes the mark. */
export function markIn(line: string, nonce?: string): Mark | undefined {
  const start = line.lastIndexOf(prefix(nonce));
  if (start < 0) return undefined;
  const word = line.slice(start + prefix(nonce).length);
  return marks.find((mark) => mark === word);
}
