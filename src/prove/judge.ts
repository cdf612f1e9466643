import type { ImageSection } from "../firmware/firmware.ts";

/** What a board's flash came to. In bytes. */
export interface FlashJudgement {
  /** Of the firmware, those that the flash holds where they belong. */
  right: number;
  /** The first address where it does not. */
  firstWrong?: number;
}

/** Compares a flash with a firmware, byte by byte. Data outside of the flash is not written. */
export function judgeFlash(
  flash: Uint8Array,
  base: number,
  sections: readonly ImageSection[],
): FlashJudgement {
  let right = 0;
  let firstWrong: number | undefined;
  for (const { address, data } of sections) {
    for (const [index, byte] of data.entries()) {
      if (flash[address + index - base] === byte) right += 1;
      else firstWrong ??= address + index;
    }
  }
  return { right, ...(firstWrong !== undefined && { firstWrong }) };
}

/** What an OpenOCD said of itself. */
export interface Said {
  /** The word that it prints when it has taken the config. */
  loaded: boolean;
  /** That it verified what it had written. */
  verified: boolean;
  /** Its error lines, each once, in order. */
  errors: string[];
}

/** A line of OpenOCD's, or of Jim Tcl's, that says what went wrong, and the ones that `program` ends with. */
const errorLine = /^Error: |:\d+: Error: |^\*\* .* (Failed|failed) \*\*$|^\*\* Unable to /;

/** More errors than these say nothing new. */
const mostErrors = 20;

/** Listens to an OpenOCD, line by line. */
export function listener(nonce: string): { line(text: string): void; said: Said } {
  const said: Said = { loaded: false, verified: false, errors: [] };
  const line = (text: string) => {
    if (text.endsWith(nonce)) said.loaded = true;
    if (text.startsWith("** Verified OK **")) said.verified = true;
    const isNew = errorLine.test(text) && !said.errors.includes(text);
    if (isNew && said.errors.length < mostErrors) said.errors.push(text);
  };
  return { line, said };
}
