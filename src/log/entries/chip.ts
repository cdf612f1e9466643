import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** What keeps the probe from the chip before a word is exchanged. */
const noLink = ["voltage-low", "gpio-pins-moved", "probe-firmware-broken"];

/** Over HLA nothing but the core is reached, and an nRF52 that is protected shows none. */
const nrf52 = {
  text: "An nRF52 whose access protection is on looks like this. `nrf52_recover` erases and unlocks it, with a CMSIS-DAP or J-Link: an ST-LINK over HLA cannot reach the port that does it.",
  given: "nrf52-over-hla",
} as const;

/** Why the probe does not reach the chip, and the errors that follow. */
const noChip = [
  ...noLink,
  "target-unreachable",
  "debug-port-silent",
  "scan-chain-silent",
  "idcode-unexpected",
  "core-unrecognized",
];

/** The chip that the probe is connected to. */
export const chip: readonly LogEntry[] = [
  {
    id: "voltage-low",
    stage: "target",
    patterns: [
      "target voltage may be too low for reliable debugging",
      "Target voltage: 0.{digits}",
      "Target voltage too low. Check target power",
      "voltage check failed",
      "VTref=0.{digits}V",
    ],
    what: "the probe measures no supply voltage at the chip, or too little of it",
    advice: [
      "Power the board: most probes do not. Connect the probe's VCC or VTref pin to its supply, and the grounds.",
      "On a Nucleo or Discovery board look at the jumpers that connect chip and ST-LINK.",
    ],
    source: [{ file: "src/jtag/drivers/stlink_usb.c stlink_usb_init_mode()", versions: ALL }],
    example: [
      "Info : Target voltage: 0.003167",
      "Error: target voltage may be too low for reliable debugging",
    ],
  },
  {
    id: "target-unreachable",
    stage: "target",
    patterns: ["init mode failed (unable to connect to the target)"],
    what: "the ST-LINK is there, and no chip answers it",
    advice: [
      nrf52,
      "Look at power and wires: SWDIO, SWCLK, GND, and the probe's VTref.",
      "The firmware may have switched off the debug pins, or sleep: connect under reset (`reset_config srst_only srst_nogate connect_assert_srst`, NRST wired), or hold the reset button while OpenOCD starts.",
      "Try a lower speed: `adapter speed 480`.",
      "A chip whose readout protection is at level 2 can never be reached again.",
    ],
    follows: noLink,
    source: [
      { file: "src/jtag/drivers/stlink_usb.c stlink_usb_open()", versions: ALL },
      { thread: "https://github.com/Marus/cortex-debug/issues/791" },
      { thread: "https://github.com/rust-embedded/book/issues/300" },
      { thread: "https://github.com/arduino/ArduinoCore-mbed/issues/735" },
    ],
    example: ["Error: init mode failed (unable to connect to the target)", "in procedure 'program'"],
  },
  {
    id: "debug-port-silent",
    stage: "target",
    patterns: [
      "Error connecting DP: cannot read IDR",
      "Could not initialize the debug port",
      "DP initialisation failed",
      "CMSIS-DAP failed to connect in mode ({mode})",
      "Failed to connect multidrop {name}",
      "Failed to select multidrop {name}",
      "DAP init failed",
      "Read incorrect DLIPDR {value} (possibly CTRL/STAT value)…",
      "Read incorrect DLPIDR {value} (possibly CTRL/STAT value)…",
    ],
    what: "the probe is there, and the chip's debug port does not answer",
    advice: [
      "Look at power and wires: SWDIO, SWCLK, GND; swap SWDIO and SWCLK where you are not sure.",
      "Connect under reset (`reset_config srst_only srst_nogate connect_assert_srst`, NRST wired).",
      "Try a lower speed: `adapter speed 480`.",
    ],
    follows: [...noLink, "cmsis-dap-firmware-too-old"],
    source: [
      { file: "src/target/adi_v5_swd.c swd_connect_single()", versions: "0.12.0 and master" },
      { thread: "https://github.com/rgrr/yapicoprobe/issues/110" },
      { thread: "https://github.com/windowsair/wireless-esp8266-dap/issues/80" },
      { thread: "https://github.com/loopj/wavephoenix/issues/4" },
    ],
    example: ["Error: Error connecting DP: cannot read IDR"],
  },
  {
    id: "scan-chain-silent",
    stage: "target",
    patterns: [
      "JTAG scan chain interrogation failed: all {bits}",
      "Check JTAG interface, timings, target power, etc.",
      "double-check your JTAG setup (interface, speed, ...)",
      "Trying to use configured scan chain anyway...",
      "Bypassing JTAG setup events due to errors",
      "{tap}: IR capture error; saw {saw} not {expected}",
      "IR capture error at bit {bit}, saw {saw} not 0x...3",
      "Invalid ACK ({ack}) in DAP response",
      "JTAG-DP STICKY ERROR",
      "Unexpected idcode after end of chain: {details}",
      "dtmcontrol is 0. Check JTAG connectivity/board power.",
      "missing data from bitq interface",
    ],
    what: "nothing sensible comes back over JTAG",
    advice: [
      "Look at power and wires: TCK, TMS, TDI, TDO, GND. Try a lower speed: `adapter speed 100`.",
      {
        text: "Boards with a Cortex-M often wire SWD only: use it there, `transport select swd` or `hla_swd`.",
        unless: "jtag-only",
      },
    ],
    follows: [...noLink, "idcode-unexpected", "esp-usb-jtag-silent"],
    source: [
      { file: "src/jtag/core.c jtag_examine_chain_check(), jtag_validate_ircapture()", versions: ALL },
      {
        file: "src/target/adi_v5_jtag.c jtagdp_overrun_check(), jtagdp_transaction_endcheck()",
        versions: ALL,
      },
    ],
    example: [
      "Error: JTAG scan chain interrogation failed: all zeroes",
      "Error: Check JTAG interface, timings, target power, etc.",
      "Error: Trying to use configured scan chain anyway...",
    ],
  },
  {
    id: "idcode-unexpected",
    stage: "target",
    patterns: [
      "UNEXPECTED idcode: {id}",
      "expected {n} of {count}: {id}",
      "JTAG tap: {tap} UNEXPECTED: {id} (…",
      "JTAG tap: {tap} expected {n} of {count}: {id} (…",
    ],
    what: "the chip says another id than the config expects",
    advice: [
      "Is it the config of this chip? stm32f0x, stm32f1x, stm32c0x and so on differ.",
      "A clone of an STM32F103 says 0x2ba01477: where you trust it, `set CPUTAPID 0x2ba01477` before the target's config (0 takes any).",
    ],
    source: [
      {
        file: "src/jtag/hla/hla_interface.c hl_interface_init_target(), src/jtag/core.c jtag_match_idcode()",
        versions: ALL,
      },
      { thread: "https://github.com/stecman/hw-boot-selection/issues/7" },
      { thread: "https://github.com/TeXitoi/blue-pill-quickstart/issues/9" },
      { thread: "https://github.com/bmd-studio/stm32-for-vscode/issues/189" },
    ],
    example: [
      "Warn : UNEXPECTED idcode: 0x2ba01477",
      "Error: expected 1 of 1: 0x1ba01477",
      "openocd.cfg:16: Error: ",
      "in procedure 'program_and_run' ",
      "in procedure 'program' called at file \"openocd.cfg\", line 16",
    ],
  },
  {
    id: "second-core-silent",
    stage: "target",
    patterns: [
      "Cortex-M PARTNO {part} is unrecognized",
      "Could not find MEM-AP to control the core",
      "Could not find an AHB-AP to control the core",
      "Unexpected OCD_ID = {id}",
      "target {name} examination failed",
      "Failed to read memory at {address}",
      "timed out while waiting for target {state}",
    ],
    given: "second-core",
    what: "one core of the chip does not answer, and another one does",
    advice: [
      "The chip can be flashed and debugged by the core that answers: this one may be off, held in reset, or missing in this chip.",
      "Where it is not needed, leave it out: `set DUAL_CORE 0` before the scripts of an STM32H7, `set ESP32_ONLYCPU 1` before those of an ESP32 (`ESP32_S3_ONLYCPU` for an S3).",
      "Firmware on the first core has to start it before it can be debugged.",
    ],
    source: [
      {
        file: "src/target/cortex_m.c cortex_m_examine(), src/target/target.c target_examine()",
        versions: ALL,
      },
      { file: "tcl/target/stm32h7x.cfg, tcl/target/esp32.cfg", versions: "0.11 to master" },
    ],
    example: [
      "Info : [stm32h7x.cpu0] Cortex-M7 r1p1 processor detected",
      "Error: [stm32h7x.cpu1] Cortex-M PARTNO 0x0 is unrecognized",
      "Warn : target stm32h7x.cpu1 examination failed",
    ],
  },
  {
    id: "core-unrecognized",
    stage: "target",
    patterns: [
      "Cortex-M PARTNO {part} is unrecognized",
      "Could not find MEM-AP to control the core",
      "Could not find an AHB-AP to control the core",
      "Could not find any Access Port for debug",
      "Unexpected OCD_ID = {id}",
    ],
    what: "the debug port answers, but no core can be found through it",
    advice: [
      nrf52,
      "The chip may be held in reset, asleep, without power in part, or protected: connect under reset.",
      "Try a lower speed, `adapter speed 480`, and the right access port (`-ap-num`) on chips with several cores.",
    ],
    follows: noLink,
    source: [
      { file: "src/target/cortex_m.c cortex_m_examine()", versions: "0.11 to master" },
      { thread: "https://github.com/STMicroelectronics/OpenOCD/issues/38" },
      { thread: "https://github.com/STMicroelectronics/OpenOCD/issues/21" },
      { thread: "https://sourceforge.net/p/openocd/mailman/message/58763811" },
    ],
    example: [
      "Error: [stm32h7x.cpu0] Cortex-M PARTNO 0x0 is unrecognized",
      "Warn : target stm32h7x.cpu0 examination failed",
      "Error: Target not examined yet",
    ],
  },
  {
    id: "examination-failed",
    stage: "target",
    patterns: [
      "target {name} examination failed",
      "Target not examined yet",
      "Target {name} not examined yet, refuse gdb connection {n}!",
      "TARGET: {name} - Not examined",
      "Examination failed, GDB will be halted. Polling again in {ms}ms",
      "Polling target {name} failed, trying to reexamine",
      "Polling target {name} failed, GDB will be halted. Polling again in {ms}ms",
    ],
    what: "OpenOCD could not find out what core it has before it",
    advice: [
      nrf52,
      "Look at the errors before this one. Connect under reset, at a lower speed; a chip with several cores may have this one switched off.",
    ],
    follows: [
      ...noChip,
      "second-core-silent",
      "riscv-dtm-unsupported",
      "riscv-debug-module-asleep",
      "communication-lost",
      "memory-access-failed",
      "usb-transfer-failed",
    ],
    source: [{ file: "src/target/target.c target_examine(), handle_target()", versions: ALL }],
    example: ["Warn : target stm32l5.cpu examination failed", "Error: Target not examined yet"],
  },
  {
    id: "communication-lost",
    stage: "target",
    patterns: ["jtag status contains invalid mode value - communication failure"],
    what: "the ST-LINK lost the chip",
    advice: [
      "A firmware that sleeps stops the debug clock: let it run on in the sleep modes (DBGMCU_CR), or connect under reset.",
      "Look at power and wires, and try a lower speed: `adapter speed 480`.",
    ],
    follows: [...noLink, "usb-transfer-failed"],
    source: [
      { file: "src/target/hla_target.c adapter_poll()", versions: ALL },
      {
        thread:
          "https://www.jsykora.info/posts/2014/2014-10-22-error-jtag-status-contains-invalid-mode-value-communication-failure-solved/",
      },
      { thread: "https://www.openstm32.org/tiki-view_forum_thread.php?comments_parentId=7259&forumId=7" },
    ],
    example: [
      "Error: jtag status contains invalid mode value - communication failure",
      "Polling target stm32f3x.cpu failed, trying to reexamine",
      "Examination failed, GDB will be halted. Polling again in 100ms",
    ],
  },
  {
    id: "halt-timeout",
    stage: "target",
    patterns: ["timed out while waiting for target {state}", "Halt timed out, wake up GDB."],
    what: "the core did not stop in time",
    advice: [
      nrf52,
      "Connect under reset (`reset_config srst_only srst_nogate connect_assert_srst`, NRST wired); without a reset wire `reset_config none` and `cortex_m reset_config sysresetreq`.",
      "Give the chip time after a reset: `adapter srst delay 100`.",
      "A firmware that switches off its debug pins, or resets itself by a watchdog, has to be caught in reset.",
    ],
    follows: [...noChip, "communication-lost", "examination-failed"],
    source: [
      { file: "src/target/target.c target_wait_state()", versions: ALL },
      { thread: "https://github.com/vsergeev/arm-bmw-sw/issues/1" },
      { thread: "https://github.com/STMicroelectronics/OpenOCD/issues/9" },
    ],
    example: ["Error: timed out while waiting for target halted", "TARGET: lpc1114.cpu - Not halted"],
  },
  {
    id: "target-not-halted",
    stage: "target",
    patterns: [
      "TARGET: {name} - Not halted",
      "Target not halted",
      "target not halted",
      "target {name} is not halted ({what})",
      "GDB connection {n} on target {name} not halted",
    ],
    what: "a command needs a halted core, but the core runs",
    advice: ["Use `reset halt` or `reset init` first; `program` does so itself."],
    follows: ["halt-timeout", "examination-failed", "communication-lost", ...noChip],
    source: [{ file: "src/target/startup.tcl ocd_process_reset_inner, src/flash/nor/*.c", versions: ALL }],
    example: ["Error: Target not halted"],
  },
  {
    id: "device-id-unreadable",
    stage: "write",
    patterns: ["0x40015800", "0xe0042000", "0xe0044000", "0x5c001000", "0x44024000"].map(
      (address) => `Failed to read memory at ${address}`,
    ),
    what: "the chip's id is not where the flash driver looks for it",
    advice: [
      { text: "{chip}", given: "chip-known" },
      "Is it the config of this chip? Each STM32 family has its own target/stm32….cfg, and an older OpenOCD does not know newer families.",
      "Without a clock or power in that part of the chip the id cannot be read: connect under reset.",
    ],
    follows: ["flash-not-identified", "target-unreachable", "debug-port-silent", "communication-lost"],
    source: [
      { file: "src/flash/nor/stm32l4x.c stm32l4_read_idcode()", versions: "0.11 to master" },
      { thread: "https://github.com/STMicroelectronics/OpenOCD/issues/40" },
    ],
    example: ["Error: Failed to read memory at 0x40015800"],
  },
  {
    id: "memory-access-failed",
    stage: "target",
    patterns: [
      "Failed to read memory at {address}",
      "Failed to write memory at {address}",
      "Failed to read memory and, additionally, failed to find out where",
      "Failed to write memory and, additionally, failed to find out where",
      "read_memory: read at {address} with width={width} and count={count} failed",
      "write_memory: write at {address} with width={width} and count={count} failed",
      "read_memory: failed to read memory",
      "write_memory: failed to write memory",
      "mem2array: Read @ {address}, w={width}, cnt={count}, failed",
      "array2mem: Write @ {address}, w={width}, cnt={count}, failed",
      "error while reading from address {address}",
      "error while writing to address {address}",
    ],
    what: "memory of the chip cannot be read or written",
    advice: [
      "The address may not exist in this chip, be without a clock, or be secure (TrustZone) or protected (RDP).",
      "In a handler of the config it may be meant for another chip of the family.",
    ],
    follows: [...noChip, "communication-lost", "usb-transfer-failed"],
    source: [
      { file: "src/target/arm_adi_v5.c mem_ap_read(), mem_ap_write()", versions: ALL },
      { file: "src/target/target.c target_jim_read_memory()", versions: "0.12.0" },
    ],
    example: ["Error: Failed to read memory at 0xe000ed00"],
  },
  {
    id: "reset-failed",
    stage: "target",
    patterns: ["** Unable to reset target **"],
    what: "`program` could not reset the chip and stop it",
    advice: ["Look at the errors before this one. Is NRST wired? Without it, `reset_config none`."],
    follows: "any",
    source: [{ file: "src/flash/startup.tcl program", versions: ALL }],
    example: ["** Unable to reset target **"],
  },
  {
    id: "srst-not-wired",
    stage: "target",
    patterns: [
      "Hardware srst not supported, falling back to software reset",
      "adapter has no srst signal",
      "Can't assert SRST: nSRST signal is not defined",
      "transport has no trst signal",
    ],
    what: "the config wants the reset line, and the adapter has none",
    advice: [
      "Use `reset_config none`, with `cortex_m reset_config sysresetreq`; or wire NRST and use an adapter that has it.",
    ],
    source: [{ file: "src/target/hla_target.c hl_assert_reset(), src/jtag/adapter.c", versions: ALL }],
    example: ["Error: Hardware srst not supported, falling back to software reset"],
  },
  {
    id: "srst-gates-debug",
    stage: "target",
    patterns: ["'srst_nogate' reset_config option is required"],
    what: "the config connects under reset, and says that reset switches off debugging",
    advice: [
      "Add `srst_nogate`, which holds for every STM32: `reset_config srst_only srst_nogate connect_assert_srst`.",
    ],
    source: [{ file: "src/jtag/core.c adapter_system_reset(), src/jtag/hla/hla_interface.c", versions: ALL }],
    example: ["Warn : 'srst_nogate' reset_config option is required"],
  },
  {
    id: "core-lockup",
    stage: "target",
    patterns: ["clearing lockup after double fault", "{name} -- clearing lockup after double fault"],
    what: "the core had locked up: a fault happened in the handler of a fault",
    advice: [
      "An empty flash does that, and is no trouble when you are about to write it.",
      "Else the firmware's vector table or stack is wrong: is it linked for, and written to, the start of the flash?",
    ],
    source: [{ file: "src/target/cortex_m.c cortex_m_poll()", versions: ALL }],
    example: ["Error: [stm32l5.cpu] clearing lockup after double fault"],
  },
];
