/** Other programs that talk to the same chips, and what only they print. */
const PROGRAMS: readonly [name: string, prints: RegExp][] = [
  ["ST-LINK GDB server", /STMicroelectronics ST-LINK GDB server|^Error in initializing ST-LINK device/],
  ["STM32CubeProgrammer", /STM32CubeProgrammer v\d|STM32_Programmer_CLI|ST-LINK SN {2}:/],
  ["probe-rs", /\bprobe[_-](?:rs|run)\b|\bcargo[ _-](?:flash|embed)\b/],
  ["pyOCD", /\bpyocd\b|^\d{7}:(?:INFO|WARNING|ERROR|CRITICAL):\w+:/],
  ["J-Link Commander", /SEGGER J-Link (?:Commander|GDB Server) V|\bJLinkExe\b/],
];

/** The program that a line is of, where only it prints that. */
export function programOf(line: string): string | undefined {
  return PROGRAMS.find(([, prints]) => prints.test(line))?.[0];
}
