/** What a run does, in its order. */
const stepNames = ["connecting", "halting", "erasing", "writing", "verifying", "resetting"] as const;

/** A step of a run. */
export type StepName = (typeof stepNames)[number];

/** What OpenOCD is made to say, so that its output tells where it is. */
export type Mark = StepName | "done";

/** Tcl that says a mark. */
export function echo(mark: Mark): string {
  return `echo "l5cfg-flash: ${mark}"`;
}

/** The mark in a line of output; undefined where it has none. With `debug_level`, much stands in front of it. */
export function markIn(line: string): Mark | undefined {
  const said = /\bl5cfg-flash: (\w+)$/.exec(line)?.[1];
  return [...stepNames, "done" as const].find((mark) => mark === said);
}
