/** Where things lie in the program that `qemu-arm` runs. Everything else is not mapped. */
export const HARNESS = 0x0010_0000;
/** The code in question: one slot for each case. It can be read, not written. */
export const SLOTS = 0x0020_0000;
/** The memory that cases read and write, each as if it were the first. */
export const WINDOW = 0x0060_0000;
export const DATA = 0x0400_0000;
export const ANSWERS = 0x0500_0000;

/** Of memory. */
export const PAGE = 0x1000;
const SLOT_BYTES = 64;
export const WINDOW_BYTES = 1024;
/** r0 to r12, SP, LR, PC, CPSR */
export const CONTEXT_WORDS = 17;
/** Behind every case, and wherever there is no case: UDF. */
export const TRAP = 0xde5a;

/** So far the branches of the first and the last case reach. */
const MARGIN = 0x1000;

/** Where a case's code begins. */
export function slotAt(slot: number): number {
  return SLOTS + MARGIN + slot * SLOT_BYTES;
}

/** The code of so many cases, and what surrounds them: whole pages, because no more and no less can be mapped. */
export function slotsBytes(count: number): number {
  return Math.ceil((count * SLOT_BYTES + 2 * MARGIN) / PAGE) * PAGE;
}
