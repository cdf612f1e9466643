/**
 * Bits that all flash controllers of the L4's kind share. Sources: RM0351, RM0432, RM0438, RM0440, RM0444, RM0434, RM0453,
 * RM0456, the chapters of the embedded flash memory.
 */

/** Bits of the status register. */
export const Sr = {
  OPERR: 1 << 1,
  PROGERR: 1 << 3,
  WRPERR: 1 << 4,
  PGAERR: 1 << 5,
  SIZERR: 1 << 6,
  PGSERR: 1 << 7,
  OPTWERR: 1 << 13,
  BSY: 1 << 16,
} as const;

export type ErrorFlag = "OPERR" | "PROGERR" | "WRPERR" | "PGAERR" | "SIZERR" | "PGSERR" | "OPTWERR";

/** The flags that software clears by writing 1. */
export const errorFlags = Sr.OPERR | Sr.PROGERR | Sr.WRPERR | Sr.PGAERR | Sr.SIZERR | Sr.PGSERR | Sr.OPTWERR;

/** Those that keep the next operation from being started. */
export const blockingFlags = errorFlags & ~Sr.OPTWERR;

/** End of operation; raised only where its interrupt is enabled. */
export const endOfOperation = 1 << 0;

/** Bits of the control register; a secure half has none of the option bytes'. */
export const Cr = {
  PG: 1 << 0,
  PER: 1 << 1,
  MER1: 1 << 2,
  MER2: 1 << 15,
  STRT: 1 << 16,
  OPTSTRT: 1 << 17,
  EOPIE: 1 << 24,
  OBL_LAUNCH: 1 << 27,
  OPTLOCK: 1 << 30,
  LOCK: 0x8000_0000,
} as const;

/** What has to be written to a key register, one after the other, to unlock what it guards. */
export const keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];
export const optionKeys: readonly [number, number] = [0x0819_2a3b, 0x4c5d_6e7f];

/** Bits of the option register. TZEN is there only with TrustZone. */
export const Optr = { TZEN: 0x8000_0000, RDP: 0xff } as const;

/** First and last page of an area, as the registers hold them; an area that ends before it begins is none. */
export function areaOf(register: number, mask: number): { first: number; last: number } {
  return { first: register & mask, last: (register >>> 16) & mask };
}

export function areaRegister(first: number, last: number): number {
  return (first | (last << 16)) >>> 0;
}
