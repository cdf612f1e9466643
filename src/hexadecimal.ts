/** A number of 32 bits as OpenOCD prints addresses and ids: `0x08000000`. Longer ones keep all of their digits. */
export function hex32(value: number | bigint): string {
  return `0x${value.toString(16).padStart(8, "0")}`;
}
