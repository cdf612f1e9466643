import type { Library } from "./library.ts";

/** Whether a script is one that board files source: what is in any of OpenOCD's folders but `board`. */
export function isPart(file: string): boolean {
  const folders = /[\\/](?:target|interface|chip|cpu|cpld|fpga|mem|memory|tools|test)[\\/]/;
  return folders.test(file) || file.endsWith(".tcl");
}

/** What OpenOCD's board files usually set. */
const CONVENTIONAL = /^_?(?:CHIPNAME|BOARDNAME|TARGETNAME|ENDIAN|[A-Z]*TAPID|WORKAREASIZE|FLASH_SIZE)$/;

/** Whether a variable that a script reads is for others to set: by its name, or because some other script sets it. */
export function isSetByOthers(name: string, file: string, library: Library | undefined): boolean {
  return isPart(file) && (CONVENTIONAL.test(name) || library?.sets(name, file) === true);
}
