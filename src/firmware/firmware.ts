/** The forms of firmware that are read, by OpenOCD's names for them (manual: Flash Commands, `flash write_image`). */
export type ImageFormat = "elf" | "ihex" | "bin";

/** Bytes that belong at one place; what OpenOCD calls a section of an image, whatever it is in the file. */
export interface ImageSection {
  /** Of the first byte. */
  address: number;
  /** At least one byte. */
  data: Uint8Array;
}

/** A firmware, as OpenOCD takes it apart. */
export interface Image {
  format: ImageFormat;
  /** By address; none is empty, none overlaps another. At least one. */
  sections: ImageSection[];
}

/** All bytes of an image, without the gaps between its sections. */
export function imageSize({ sections }: Image): number {
  return sections.reduce((size, { data }) => size + data.length, 0);
}
