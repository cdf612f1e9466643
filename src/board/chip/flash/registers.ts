/** The flash controller of the STM32L5. Source: RM0438 Rev 7, section 7.9 "FLASH registers". */

/** Offsets from the controller's base address. */
export const Register = {
  Acr: 0x00,
  Nskeyr: 0x08,
  Seckeyr: 0x0c,
  Optkeyr: 0x10,
  Nssr: 0x20,
  Secsr: 0x24,
  Nscr: 0x28,
  Seccr: 0x2c,
  Eccr: 0x30,
  Optr: 0x40,
  Nsbootadd0r: 0x44,
  Nsbootadd1r: 0x48,
  Secbootadd0r: 0x4c,
  Secwm1r1: 0x50,
  Secwm1r2: 0x54,
  Wrp1ar: 0x58,
  Wrp1br: 0x5c,
  Secwm2r1: 0x60,
  Secwm2r2: 0x64,
  Wrp2ar: 0x68,
  Wrp2br: 0x6c,
  Secbb1r1: 0x80,
  Secbb2r1: 0xa0,
  Privcfgr: 0xc4,
} as const;

/** Bits of FLASH_NSSR and FLASH_SECSR. */
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

/** Bits of FLASH_NSCR and FLASH_SECCR; the latter has none of the option bytes'. */
export const Cr = {
  PG: 1 << 0,
  PER: 1 << 1,
  MER1: 1 << 2,
  BKER: 1 << 11,
  MER2: 1 << 15,
  STRT: 1 << 16,
  OPTSTRT: 1 << 17,
  EOPIE: 1 << 24,
  OBL_LAUNCH: 1 << 27,
  OPTLOCK: 1 << 30,
  LOCK: 0x8000_0000,
} as const;

/** PNB of FLASH_NSCR and FLASH_SECCR: the page that is to be erased. */
export const pageNumber = (cr: number) => (cr >>> 3) & 0x7f;

/** What has to be written to a key register, one after the other, to unlock what it guards. */
export const keys: readonly [number, number] = [0x4567_0123, 0xcdef_89ab];
export const optionKeys: readonly [number, number] = [0x0819_2a3b, 0x4c5d_6e7f];

/** Bits of FLASH_OPTR. */
export const Optr = { DBANK: 1 << 22, TZEN: 0x8000_0000, RDP: 0xff } as const;

/** RDP of FLASH_OPTR. Any other value is level 1, and so is 0x55 without TrustZone. */
export const rdpValues = { 0: 0xaa, 0.5: 0x55, 1: 0x00, 2: 0xcc } as const;

export type RdpLevel = keyof typeof rdpValues;

/** The registers that hold option bytes, and what they hold as the chip is delivered. */
export const factoryOptions: ReadonlyMap<number, number> = new Map([
  [Register.Optr, 0x7fef_f8aa],
  [Register.Nsbootadd0r, 0x0010_0000],
  [Register.Nsbootadd1r, 0x017f_2000],
  [Register.Secbootadd0r, 0x0180_0000],
  [Register.Secwm1r1, 0xff80_ffff],
  [Register.Secwm1r2, 0x0f80_0f80],
  [Register.Wrp1ar, 0xff80_ffff],
  [Register.Wrp1br, 0xff80_ffff],
  [Register.Secwm2r1, 0xff80_ffff],
  [Register.Secwm2r2, 0x0f80_0f80],
  [Register.Wrp2ar, 0xff80_ffff],
  [Register.Wrp2br, 0xff80_ffff],
]);

/** First and last page of an area, as FLASH_WRP… and FLASH_SECWM… hold them; an area that ends before it begins is none. */
export function areaOf(register: number): { first: number; last: number } {
  return { first: register & 0x7f, last: (register >>> 16) & 0x7f };
}

export function areaRegister(first: number, last: number): number {
  return (first | (last << 16)) >>> 0;
}
