/** Other programs that talk to the same chips, and what only they print. */
const PROGRAMS: readonly [name: string, prints: RegExp][] = [
  ["ST-LINK GDB server", /STMicroelectronics ST-LINK GDB server|^Error in initializing ST-LINK device/],
  [
    "STM32CubeProgrammer",
    /STM32CubeProgrammer v\d|STM32_Programmer_CLI|ST-LINK SN {2}:|OPTION BYTE PROGRAMMING/,
  ],
  ["probe-rs", /\bprobe[_-](?:rs|run)\b|\bcargo[ _-](?:flash|embed)\b/],
  ["pyOCD", /\bpyocd\b|^\d{7}:(?:INFO|WARNING|ERROR|CRITICAL):\w+:/],
  ["J-Link Commander", /SEGGER J-Link (?:Commander|GDB Server) V|\bJLinkExe\b/],
];

/** The program that a line is of, where only it prints that. */
export function programOf(line: string): string | undefined {
  return PROGRAMS.find(([, prints]) => prints.test(line))?.[0];
}

/** How those programs mark an error, where not as OpenOCD does. */
const ERRORS: readonly RegExp[] = [
  // 0000545 C Memory transfer fault … [__main__], and 0000364:CRITICAL:__main__:No ACK received
  /^\d{7} [CE] (.+?)(?: \[\w+\])?$/,
  /^\d{7}:(?:ERROR|CRITICAL):\w+:(.+)$/,
  // Error failed to flash …, and Error 0: …, as cargo-flash indents them
  /^\s{2,}Error (?:\d+: )?(.+)$/,
  /^\s*(?:ERROR|FAILED): (.+)$/,
];

/** The error that a line of another program has. */
export function errorOf(line: string): string | undefined {
  for (const one of ERRORS) {
    const message = one.exec(line)?.[1];
    if (message !== undefined) return message;
  }
  return undefined;
}
