/**
 * Scripts of chips that can be debugged by SWD alone, by the beginning of their names. Sources: what the scripts of OpenOCD 0.12.0
 * and master say of these chips themselves, and the datasheets' chapters on debugging of Nordic's nRF5x and ST's Cortex-M0+ families.
 */
const SWD_ONLY =
  /^(?:nrf5[1-3]|nrf91|stm32(?:f0|g0|c0|u0)x|stm32l0|rp2040|at91samdxx|atsam(?:d|l|e5)|psoc4)/i;

/** Whether a script is of a chip that cannot be reached by JTAG. */
export function isSwdOnly(file: string): boolean {
  return SWD_ONLY.test(file.replace(/^.*[\\/]/, ""));
}
