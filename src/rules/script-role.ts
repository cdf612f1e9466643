import type { Library } from "./library.ts";

/** Whether board files source a script: it is in any of OpenOCD's folders except `board`. */
export function isPart(file: string): boolean {
  const folders = /[\\/](?:target|interface|chip|cpu|cpld|fpga|mem|memory|tools|test)[\\/]/;
  return folders.test(file) || file.endsWith(".tcl");
}

/** The variables that OpenOCD's board files usually set. */
const CONVENTIONAL = /^_?(?:CHIPNAME|BOARDNAME|TARGETNAME|ENDIAN|[A-Z]*TAPID|WORKAREASIZE|FLASH_SIZE)$/;

/**
 * Whether other scripts should set a variable that a script reads: because of its name, or because one of them sets
 * it.
 */
export function isSetByOthers(name: string, file: string, library: Library | undefined): boolean {
  return isPart(file) && (CONVENTIONAL.test(name) || library?.sets(name, file) === true);
}
