/** What a transfer moves, in bytes. */
export type Size = 1 | 2 | 4;

/** What the core reads and writes. Addresses are 32-bit unsigned and aligned, values unsigned and little-endian. */
export interface Bus {
  /** undefined: a bus fault. */
  read(address: number, size: Size): number | undefined;
  /** false: a bus fault. */
  write(address: number, size: Size, value: number): boolean;
}
