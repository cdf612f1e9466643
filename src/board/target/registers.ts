/** Addresses and bits of a Cortex-M's private peripheral bus. Source: Armv8-M Architecture Reference Manual, D1.2. */

export const Address = {
  DwtCtrl: 0xe000_1000,
  FpCtrl: 0xe000_2000,
  FpComp0: 0xe000_2008,
  Cpuid: 0xe000_ed00,
  Vtor: 0xe000_ed08,
  Aircr: 0xe000_ed0c,
  Dfsr: 0xe000_ed30,
  Dhcsr: 0xe000_edf0,
  Dcrsr: 0xe000_edf4,
  Dcrdr: 0xe000_edf8,
  Demcr: 0xe000_edfc,
  Dscsr: 0xe000_ee08,
  Dauthstatus: 0xe000_efb8,
} as const;

/** Debug Halting Control and Status Register. */
export const Dhcsr = {
  Debugen: 1 << 0,
  Halt: 1 << 1,
  Step: 1 << 2,
  /** What is kept as written: C_DEBUGEN, C_HALT, C_STEP, C_MASKINTS, C_SNAPSTALL. */
  Control: 0x2f,
  Regrdy: 1 << 16,
  Halted: 1 << 17,
  Lockup: 1 << 19,
  RetireSt: 1 << 24,
  ResetSt: 1 << 25,
  /** What the upper half must be for a write to count. */
  Key: 0xa05f,
} as const;

/** Debug Fault Status Register: why the core halted. */
export const Dfsr = { Halted: 1 << 0, Breakpoint: 1 << 1, VectorCatch: 1 << 3 } as const;

/** Debug Exception and Monitor Control Register. */
export const Demcr = { VectorCatchCoreReset: 1 << 0 } as const;

/** Application Interrupt and Reset Control Register. */
export const Aircr = { SystemReset: 1 << 2, Key: 0x05fa, KeyRead: 0xfa05 } as const;

/** Debug Core Register Selector Register. */
export const Dcrsr = { Register: 0x7f, Write: 1 << 16 } as const;

/** Flash Patch Control Register. */
export const FpCtrl = { Enable: 1 << 0, Key: 1 << 1 } as const;

/** Debug Security Control and Status Register: the core is in Secure state. */
export const Dscsr = { CurrentDomainSecure: 1 << 16 } as const;

/** Registers that DCRSR selects, beside r0 to r15 by their numbers. */
export const CoreRegister = {
  Xpsr: 16,
  Msp: 17,
  Psp: 18,
  /** CONTROL, FAULTMASK, BASEPRI and PRIMASK, from the top byte down. */
  Special: 20,
  MspNs: 0x18,
  PspNs: 0x19,
  MspS: 0x1a,
  PspS: 0x1b,
  SpecialS: 0x22,
  SpecialNs: 0x23,
} as const;

/** Debugging allowed: non-secure, and secure, where there is TrustZone. */
export const dauthstatus = { withoutTrustZone: 0x0f, withTrustZone: 0xff };
