import type { LogEntry } from "../entry.ts";

/** Protection against reading and writing, and TrustZone. */
export const security: readonly LogEntry[] = [
  {
    id: "readout-protected",
    stage: "erase",
    patterns: [
      "stm32x device protected",
      "stm32x device protected / flash not erased",
      "RDP level 1 ({value})",
    ],
    what: "the chip is protected: readout protection is on, or the sector may not be written",
    advice: [
      "Taking readout protection away erases the whole flash: `stm32l4x unlock 0` (stm32f1x, stm32f2x, stm32h7x by family), then a power cycle.",
      "STM32CubeProgrammer shows and changes the option bytes (RDP, WRP, PCROP) as well.",
    ],
    source: [
      {
        file: "src/flash/nor/stm32f1x.c stm32x_wait_status_busy(), src/flash/nor/stm32l4x.c",
        versions: "0.10 to master",
      },
      { thread: "https://github.com/ROBOTIS-GIT/OpenCM9.04/issues/76" },
      { thread: "https://github.com/googlecreativelab/open-nsynth-super/issues/76" },
      { thread: "https://github.com/ilg-archived/openocd/issues/9" },
    ],
    example: ["Error: stm32x device protected", "Error: failed erasing sectors 0 to 2"],
  },
  {
    id: "access-port-locked",
    stage: "target",
    patterns: [
      "nRF52 device has AP lock engaged (see UICR APPROTECT register).",
      "device has AP lock engaged (see UICR APPROTECT register).",
    ],
    what: "the chip's access port is locked (APPROTECT): it lets no debugger in",
    advice: [
      "`nrf52_recover` erases the whole chip and unlocks it (`nrf53_recover`, `nrf91_recover` by family).",
      "That needs CMSIS-DAP or J-Link with swd: an ST-LINK over HLA cannot reach the port that does it.",
    ],
    source: [{ file: "tcl/target/nrf52.cfg nrf52_check_ap_lock", versions: "0.11 to master" }],
    example: ["nRF52 device has AP lock engaged (see UICR APPROTECT register)."],
  },
  {
    id: "access-port-unreachable",
    stage: "target",
    patterns: [
      "Cannot access nRF52 CTRL-AP!",
      "Cannot access nRF CTRL-AP!",
      "{target:word} recovery failed.",
      "recovery failed.",
    ],
    what: "the port that erases and unlocks the chip cannot be reached",
    advice: [
      "That needs CMSIS-DAP or J-Link with swd: an ST-LINK over HLA cannot reach it.",
      "With one of those look at power and wires, and try a lower speed: `adapter speed 480`.",
    ],
    source: [{ file: "tcl/target/nrf52.cfg nrf52_recover", versions: "0.11 to master" }],
    example: ["Error: Cannot access nRF52 CTRL-AP!"],
  },
  {
    id: "readout-protected-for-good",
    stage: "erase",
    patterns: ["RDP level 2 ({value})"],
    what: "readout protection is at level 2, which nothing can take back",
    advice: ["This chip can be debugged and written no more: put another one in."],
    source: [{ file: "src/flash/nor/stm32l4x.c stm32l4_probe()", versions: "0.12.0" }],
    example: ["Info : RDP level 2 (0xCC)"],
  },
  {
    id: "flash-write-protected",
    stage: "write",
    patterns: ["flash memory write protected", "wait_flash_op_queue, WRPERR detected"],
    what: "a sector of the flash is protected against writing",
    advice: [
      "Take the protection away: `flash protect 0 0 last off`, or `flash write_image erase unlock …`.",
      "With TrustZone on, a sector that is secure by SECWM cannot be written at its non-secure address.",
    ],
    source: [
      {
        file: "src/flash/nor/stm32l4x.c stm32l4_write_block(), src/flash/nor/stm32h7x.c stm32x_wait_flash_op_queue()",
        versions: "0.11 to 0.12.0",
      },
    ],
    example: ["Error: flash memory write protected"],
  },
  {
    id: "trustzone-work-area",
    stage: "write",
    patterns: ["RDP = 0x55, the work-area should be in non-secure RAM (check SAU partitioning)"],
    what: "TrustZone is on and protection at level 0.5, where only non-secure RAM can be used",
    advice: [
      "Put the work area into RAM that the firmware leaves non-secure, at its non-secure address (0x2…).",
      "With TrustZone on and protection at level 0, RAM is reached at its secure address (0x3…).",
    ],
    rules: ["work-area-outside-ram"],
    source: [{ file: "src/flash/nor/stm32l4x.c stm32l4_write()", versions: "0.12.0" }],
    example: ["Warn : RDP = 0x55, the work-area should be in non-secure RAM (check SAU partitioning)"],
  },
  {
    id: "trustzone-switch-refused",
    stage: "target",
    patterns: [
      "TZEN can be set only when RDP level is 0",
      "Deactivation of TZEN is only possible when the RDP is changing to level 0",
      "This device does not have a TrustZone",
    ],
    what: "TrustZone cannot be switched like this",
    advice: [
      "It is switched on at protection level 0 only, and off only together with a way back from level 1 to 0, which erases the flash.",
      "STM32CubeProgrammer does both: RDP to level 1, then TZEN off and RDP to level 0 in one step.",
    ],
    source: [{ file: "src/flash/nor/stm32l4x.c stm32l4_handle_trustzone_command()", versions: "0.12.0" }],
    example: ["Error: Deactivation of TZEN is only possible when the RDP is changing to level 0"],
  },
];
