import type { Table } from "./table.ts";

/**
 * Events of `TARGET configure -event`, by release. Bits from the right: st-r1, st-r2, st-r3, 0.12.0, st-r6,
 * master. Source: the six programs themselves.
 */
export const TARGET_EVENTS: Table = [
  [
    0b111111,
    `
    debug-halted|debug-resumed|examine-end|examine-fail|examine-start|gdb-attach|gdb-detach|gdb-end
    gdb-flash-erase-end|gdb-flash-erase-start|gdb-flash-write-end|gdb-flash-write-start|gdb-halt
    gdb-start|halted|reset-assert|reset-assert-post|reset-assert-pre|reset-deassert-post
    reset-deassert-pre|reset-end|reset-init|reset-start|resume-end|resume-start|resumed|trace-config`,
  ],
  [0b111110, "step-end|step-start"],
  [
    0b111000,
    `
    semihosting-user-cmd-0x100|semihosting-user-cmd-0x101|semihosting-user-cmd-0x102
    semihosting-user-cmd-0x103|semihosting-user-cmd-0x104|semihosting-user-cmd-0x105
    semihosting-user-cmd-0x106|semihosting-user-cmd-0x107`,
  ],
  [0b000001, "reset-halt"],
];
