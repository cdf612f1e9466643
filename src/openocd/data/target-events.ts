import type { AnyRelease } from "./releases.ts";
import { has, namesInOrder, type Table } from "./table.ts";

/**
 * Events of `TARGET configure -event`, by release. Source: the programs themselves, which list them when they refuse one.
 */
export const TARGET_EVENTS: Table = [
  [
    0b111111111111111111,
    `
    debug-halted|debug-resumed|examine-end|examine-start|gdb-attach|gdb-detach|gdb-end
    gdb-flash-erase-end|gdb-flash-erase-start|gdb-flash-write-end|gdb-flash-write-start|gdb-halt
    gdb-start|halted|reset-assert|reset-assert-post|reset-assert-pre|reset-deassert-post
    reset-deassert-pre|reset-end|reset-init|reset-start|resume-end|resume-start|resumed|trace-config`,
  ],
  [0b111111111111111110, "examine-fail"],
  [0b111111111111100000, "step-end|step-start"],
  [
    0b111110000000000000,
    `
    semihosting-user-cmd-0x100|semihosting-user-cmd-0x101|semihosting-user-cmd-0x102
    semihosting-user-cmd-0x103|semihosting-user-cmd-0x104|semihosting-user-cmd-0x105
    semihosting-user-cmd-0x106|semihosting-user-cmd-0x107`,
  ],
  [0b000000000000011110, "reset-halt"],
  [0b000000000000000001, "reset-halt-post|reset-halt-pre|reset-wait-post|reset-wait-pre"],
];

/** OpenOCD's own order, in which it lists them when it refuses one (0.12.0, src/target/target.c, nvp_target_event). */
const order = `
  gdb-halt|halted|resumed|resume-start|resume-end|step-start|step-end|gdb-start|gdb-end|reset-start
  reset-assert-pre|reset-assert|reset-assert-post|reset-deassert-pre|reset-deassert-post|reset-halt
  reset-halt-pre|reset-halt-post|reset-wait-pre|reset-wait-post|reset-init|reset-end|examine-start|examine-fail|examine-end|debug-halted|debug-resumed|gdb-attach|gdb-detach
  gdb-flash-write-start|gdb-flash-write-end|gdb-flash-erase-start|gdb-flash-erase-end|trace-config
  semihosting-user-cmd-0x100|semihosting-user-cmd-0x101|semihosting-user-cmd-0x102
  semihosting-user-cmd-0x103|semihosting-user-cmd-0x104|semihosting-user-cmd-0x105
  semihosting-user-cmd-0x106|semihosting-user-cmd-0x107`;

/** The events of a release in OpenOCD's own order, as far as that is known. */
export function eventsOf(release: AnyRelease): string[] {
  return namesInOrder(order, TARGET_EVENTS, release);
}

/**
 * The event of a release that a name with other letters or strokes means: `Reset_Init` is `reset-init`. Undefined where
 * there is none: no two events of different releases are one and the same.
 */
export function eventNameIn(event: string, release: AnyRelease): string | undefined {
  const plain = event.toLowerCase().replaceAll("_", "-");
  return plain !== event && has(TARGET_EVENTS, plain, release) ? plain : undefined;
}

/** What to do about an event that is not there (manual: Target Events). */
const HINTS: readonly (readonly [start: string, hint: string])[] = [
  ["step-", "a single step is also a `resumed` and a `halted`; do there what has to be done"],
  ["reset-halt", "what has to be done once the core is halted after a reset can be done in `reset-end`"],
  ["semihosting-user-cmd-", "before 0.12.0 semihosting calls of one's own cannot be handled by a config"],
  [
    "gdb-flash",
    "the events around programming are gdb-flash-erase-start, -erase-end, -write-start and -write-end",
  ],
];

/** What a person can do about an event that a release does not have. */
export function eventHint(event: string): string {
  const hint = HINTS.find(([start]) => event.startsWith(start))?.[1];
  return hint ?? "take the handler out, or give it to an event that exists";
}
