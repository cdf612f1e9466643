/** What is erased at once. */
export interface Sector {
  /** From the beginning of the flash, in bytes. */
  readonly offset: number;
  readonly length: number;
}

/** Sectors one after the other, of these sizes. */
export function sectorsOf(lengths: readonly number[]): Sector[] {
  let offset = 0;
  return lengths.map((length) => {
    const sector = { offset, length };
    offset += length;
    return sector;
  });
}

/** So many bytes in sectors of one size. */
export function pagesOf(size: number, length: number): Sector[] {
  return sectorsOf(new Array(size / length).fill(length));
}

/** The numbers of the sectors that contain the offsets. Each group of `each` sectors shares one number. */
export function sectorNumbers(sectors: readonly Sector[], offsets: readonly number[], each = 1): Set<number> {
  const numbers = offsets.map((at) =>
    sectors.findIndex(({ offset, length }) => at >= offset && at < offset + length),
  );
  return new Set(numbers.map((number) => Math.floor(number / each)));
}
