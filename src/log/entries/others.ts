import type { LogEntry } from "../entry.ts";

const wires =
  "Look at power and wires: SWDIO, SWCLK, GND, and the probe's VTref; connect under reset, at a lower speed.";

/** What other programs say that talk to the same chips: ST-LINK GDB server, STM32CubeProgrammer, probe-rs, pyOCD, J-Link. */
export const others: readonly LogEntry[] = [
  {
    id: "other-chip-silent",
    stage: "target",
    patterns: [
      "Error in initializing ST-LINK device.",
      "Reason: Unknown. Please check power and cabling to target.",
      "Reason: No device found on target.",
      "Target unknown error {code}",
      "Target no device found",
      "No STM32 target found!…",
      "Unable to get core ID",
      "Connecting to the chip was unsuccessful.…",
      "Target device did not respond to request.",
      "…: Target device did not respond to request.",
      "No ACK received",
      "Cannot connect to target.",
      "Could not connect to the target device.",
    ],
    what: "the probe is there, and the chip does not answer it",
    advice: [
      wires,
      "Firmware may have switched off the debug pins, or sleep: hold the chip in reset while the program connects (`mode=UR` of STM32CubeProgrammer, `--connect-under-reset` of probe-rs).",
      "End other programs that use the probe: with ST's stlink-server several share it, and one may hold it.",
    ],
    source: [
      { thread: "https://github.com/Marus/cortex-debug/issues/1008" },
      { thread: "https://github.com/osresearch/airbreak/issues/59" },
      { thread: "https://github.com/knurling-rs/probe-run/issues/427" },
      { thread: "https://github.com/pyocd/pyOCD/issues/806" },
    ],
    example: [
      "STMicroelectronics ST-LINK GDB server. Version 7.5.0",
      "Target unknown error 32",
      "Error in initializing ST-LINK device.",
      "Reason: Unknown. Please check power and cabling to target.",
    ],
  },
  {
    id: "other-probe-not-found",
    stage: "probe",
    patterns: [
      "no probe was found",
      "No probe was found.…",
      "No connected probes were found.",
      "No debug probe detected.",
      "No ST-LINK detected!",
      "Reason: No ST-LINK detected…",
      "No available debug probes are connected",
    ],
    what: "no debug probe was found, or none that could be opened",
    advice: [
      "Is it plugged in, with a cable that carries data? `lsusb` (Linux) or the device manager (Windows) shows it.",
      "On Linux, udev rules have to let you open it. End other programs that use it.",
    ],
    follows: ["usb-access-denied"],
    source: [
      { thread: "https://github.com/knurling-rs/probe-run/issues/238" },
      { thread: "https://github.com/ferrous-systems/embedded-trainings-2020/pull/175" },
    ],
    example: ["Running probe-run --chip nRF52840_xxAA hello", "Error: no probe was found"],
  },
  {
    id: "other-probe-outdated",
    stage: "probe",
    patterns: [
      "…The firmware on the probe is outdated, and not supported by probe-rs. {which}",
      "old ST-LINK firmware version. Please upgrade it.…",
    ],
    what: "the probe's firmware is too old for the program",
    advice: ["Update the probe's firmware, with its maker's tool."],
    source: [{ thread: "https://github.com/rp-rs/rp2040-project-template/issues/109" }],
    example: [
      "Error: Failed to open probe: Failed to open the debug probe.",
      "2: The firmware on the probe is outdated, and not supported by probe-rs. The minimum supported firmware version is 2.2.0.",
    ],
  },
  {
    id: "other-probe-refused",
    stage: "probe",
    patterns: ["Failed to open probe: {reason}", "Failed to open the debug probe.…"],
    what: "the debug probe could not be opened",
    advice: [
      "End other programs that use it, and plug it in again. On Linux, udev rules have to let you open it.",
    ],
    follows: ["other-probe-outdated", "other-probe-not-found", "usb-access-denied"],
    source: [{ thread: "https://github.com/rp-rs/rp2040-project-template/issues/109" }],
    example: [
      "Running probe-rs run --chip RP2040",
      "Error: Failed to open probe: Failed to open the debug probe.",
    ],
  },
  {
    id: "other-debug-transport-unsupported",
    stage: "target",
    patterns: [
      "The version '{version}' of the debug transport module (DTM) is currently not supported.",
      "…: The version '{version}' of the debug transport module (DTM) is currently not supported.",
    ],
    what: "what answers on JTAG is no debug transport of RISC-V that the program knows: it says version {version}",
    advice: [
      "13 to 15 mean that the line is not driven properly: check TDO, power and reset, and try a lower speed.",
      "With J-Link, update its firmware; another probe shows whether it is the chip.",
    ],
    source: [{ thread: "https://github.com/probe-rs/probe-rs/issues/665" }],
    example: [
      "DEBUG probe_rs::architecture::riscv::dtm > Dtmcs { version: 13 }",
      "1: The version '13' of the debug transport module (DTM) is currently not supported.",
    ],
  },
  {
    id: "other-memory-refused",
    stage: "target",
    patterns: [
      "Memory transfer fault (read) @ {range}",
      "Memory transfer fault (write) @ {range}",
      "SWD/JTAG Transfer Fault @ {range}",
    ],
    what: "the chip does not let memory at {range} be reached",
    advice: [
      "In the flash that is readout protection (RDP): taking it away, with STM32CubeProgrammer for example, erases the whole flash.",
      "Elsewhere the address may not exist in this chip, be without a clock, or be secure: is the target type that of the chip?",
    ],
    source: [
      { thread: "https://github.com/pyocd/pyOCD/issues/1689" },
      { thread: "https://github.com/pyocd/pyOCD/issues/760" },
    ],
    example: [
      "$ pyocd flash --target stm32l011f4ux firmware.elf",
      "0000545 C Memory transfer fault (read) @ 0x08000000-0x0800003f [__main__]",
    ],
  },
  {
    id: "other-erase-failed",
    stage: "erase",
    patterns: ["Mass erase operation failed.…", "failed to erase memory"],
    what: "the flash could not be erased",
    advice: ["Is the chip protected (RDP, write protection)? STM32CubeProgrammer shows the option bytes."],
    source: [{ thread: "https://github.com/stm32duino/Arduino_Tools/issues/82" }],
    example: ["STM32CubeProgrammer v2.9.0", "Error: Mass erase operation failed."],
  },
];
