/** What a run does, in its order. */
const stepNames = ["connecting", "halting", "erasing", "writing", "verifying", "resetting"] as const;

/** A step of a run. */
export type StepName = (typeof stepNames)[number];

/** What OpenOCD is made to print, so that its output shows where it is. */
export type Mark = StepName | "done";

const marks: readonly Mark[] = [...stepNames, "done"];

/** What stands in front of a mark. A run adds a word of its own, which no script and no program can know beforehand. */
const prefix = (nonce?: string) => `l5cfg-flash${nonce === undefined ? "" : ` ${nonce}`}: `;

/** Tcl that prints a mark. */
export function echo(mark: Mark, nonce?: string): string {
  return `echo "${prefix(nonce)}${mark}"`;
}

/** A piece of Tcl, with a run's own word in the mark that it begins with. */
export function withNonce(tcl: string, nonce: string): string {
  const mark = marks.find((name) => tcl.startsWith(`${echo(name)};`));
  return mark === undefined ? tcl : echo(mark, nonce) + tcl.slice(echo(mark).length);
}

/** The mark in a line of output; undefined where it has none. With `debug_level`, much stands in front of it. */
export function markIn(line: string, nonce?: string): Mark | undefined {
  const start = line.lastIndexOf(prefix(nonce));
  if (start < 0) return undefined;
  const word = line.slice(start + prefix(nonce).length);
  return marks.find((mark) => mark === word);
}
