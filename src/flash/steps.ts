/** What a run does, in its order. */
export const stepNames = ["connecting", "halting", "erasing", "writing", "verifying", "resetting"] as const;

export type StepName = (typeof stepNames)[number];

/** What OpenOCD is made to say, so that its output tells where it is. */
export type Mark =
  | { kind: "step"; step: StepName }
  | { kind: "done" }
  /** A part of the firmware begins at an address that no flash bank has. */
  | { kind: "outside"; address: number };

const OUTSIDE = "no flash bank has ";

/** Tcl that says a mark. An address may be the name of a Tcl variable. */
export const echo = {
  step: (step: StepName): string => `echo "l5cfg-flash: ${step}"`,
  done: 'echo "l5cfg-flash: done"',
  outside: (address: string): string => `echo "l5cfg-flash: ${OUTSIDE}${address}"`,
};

/** The mark in a line of output; undefined where it has none. With `debug_level`, much stands in front of it. */
export function markIn(line: string): Mark | undefined {
  const said = /\bl5cfg-flash: (.+)$/.exec(line)?.[1];
  if (said === undefined) return undefined;
  if (said === "done") return { kind: "done" };
  if (said.startsWith(OUTSIDE)) return { kind: "outside", address: Number(said.slice(OUTSIDE.length)) };
  const step = stepNames.find((name) => name === said);
  return step && { kind: "step", step };
}
