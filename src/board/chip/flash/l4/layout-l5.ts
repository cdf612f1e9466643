import type { L4Layout } from "./layout.ts";

/** Offsets of the STM32L5's registers that only it and the chip's TrustZone use (RM0438 Rev 7, section 7.9). */
export const L5Register = {
  Nskeyr: 0x08,
  Seckeyr: 0x0c,
  Optkeyr: 0x10,
  Nssr: 0x20,
  Secsr: 0x24,
  Nscr: 0x28,
  Seccr: 0x2c,
  Optr: 0x40,
  Secwm1r1: 0x50,
  Wrp1ar: 0x58,
  Wrp1br: 0x5c,
  Secwm2r1: 0x60,
  Wrp2ar: 0x68,
  Wrp2br: 0x6c,
  Secbb1r1: 0x80,
  Secbb2r1: 0xa0,
} as const;

const { Nskeyr, Nssr, Nscr, Seckeyr, Secsr, Seccr, Optkeyr, Optr, Wrp1ar, Wrp1br, Wrp2ar, Wrp2br } =
  L5Register;

/** FLASH_OPTR. */
const DBANK: number = 1 << 22;
export const BKER: number = 1 << 11;

export const layoutL5: L4Layout = {
  registers: {
    nonSecure: { key: Nskeyr, status: Nssr, control: Nscr },
    secure: { key: Seckeyr, status: Secsr, control: Seccr },
    optionKey: Optkeyr,
    options: Optr,
    protection: [
      [Wrp1ar, Wrp1br],
      [Wrp2ar, Wrp2br],
    ],
  },
  factory: new Map([
    [Optr, 0x7fef_f8aa],
    [0x44, 0x0010_0000],
    [0x48, 0x017f_2000],
    [0x4c, 0x0180_0000],
    [L5Register.Secwm1r1, 0xff80_ffff],
    [0x54, 0x0f80_0f80],
    [Wrp1ar, 0xff80_ffff],
    [Wrp1br, 0xff80_ffff],
    [L5Register.Secwm2r1, 0xff80_ffff],
    [0x64, 0x0f80_0f80],
    [Wrp2ar, 0xff80_ffff],
    [Wrp2br, 0xff80_ffff],
  ]),
  cell: 8,
  // RM0438 Rev 7, 7.3.1.
  pageSize: { single: 4096, dual: 2048 },
  isDualBank: (options) => (options & DBANK) !== 0,
  pageMask: 0x7f,
  bankBit: BKER,
  areaMask: 0x7f,
};
