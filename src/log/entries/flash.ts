import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** Erasing and writing. */
export const flash: readonly LogEntry[] = [
  {
    id: "flash-not-identified",
    stage: "write",
    patterns: [
      "Cannot identify target as an {family} family device.",
      "Cannot identify target as a {family} family.",
      "Cannot identify target as a stm32x",
      "can't get the device id",
      "unsupported device",
      "Cannot identify target as a STM32F0/1/3",
      "Cannot identify target as a STM32F2/4/7",
    ],
    what: "the flash driver does not know the chip that it found",
    advice: [
      { text: "{chip}", given: "chip-known" },
      "Is it the config of this chip? Each STM32 family has its own target/stm32….cfg.",
      "An older OpenOCD does not know newer chips: ST's r1 and r2 have the L5 in stm32l5x only, from 0.11 on it is stm32l4x.",
      "A chip held in reset or asleep gives an id of 0: `reset halt` first.",
    ],
    rules: ["flash-driver-unknown"],
    source: [
      {
        file: "src/flash/nor/stm32l4x.c stm32l4_probe(), src/flash/nor/stm32f1x.c, stm32f2x.c, stm32h7x.c",
        versions: ALL,
      },
      {
        thread:
          "https://community.st.com/t5/stm32-mcus-products/nucleo-f411re-openocd-quot-cannot-identify-target-as-a-stm32/td-p/111994",
      },
      {
        thread: "https://community.platformio.org/t/unable-to-upload-code-to-stm32f411ceu6-via-stlink/19894",
      },
    ],
    example: ["Warn : Cannot identify target as an STM32G0/G4/L4/L4+/L5/U5/WB/WL family device."],
  },
  {
    id: "flash-probe-failed",
    stage: "write",
    patterns: ["auto_probe failed", "error retrieving flash info"],
    what: "the flash bank could not be looked at",
    advice: [
      "Look at the errors before this one: the driver does not know the chip, or the chip does not answer.",
    ],
    follows: ["flash-not-identified", "memory-access-failed", "examination-failed", "target-not-halted"],
    source: [
      { file: "src/flash/nor/core.c get_flash_bank_by_name(), get_flash_bank_by_addr()", versions: ALL },
    ],
    example: ["Error: auto_probe failed"],
  },
  {
    id: "flash-size-assumed",
    stage: "write",
    patterns: [
      "STM32 flash size failed, probe inaccurate - assuming {size}k flash",
      "{name} cannot read the flash size register",
    ],
    what: "the size of the flash could not be read, and the largest of the family is assumed",
    advice: [
      "Reset and halt the chip first. Give the size in the `flash bank` line where the chip does not report it.",
    ],
    source: [{ file: "src/flash/nor/stm32l4x.c stm32l4_probe()", versions: ALL }],
    example: ["Warn : STM32 flash size failed, probe inaccurate - assuming 512k flash"],
  },
  {
    id: "erase-failed",
    stage: "erase",
    patterns: [
      "failed erasing sectors {first} to {last}",
      "Error erase sector {n}",
      "erase time-out or operation error sector {n}",
      "{driver} mass erase failed",
      "flash_erase returned {code}",
    ],
    what: "the flash could not be erased",
    advice: [
      "Is the chip protected (RDP, write protection, TrustZone)? `flash info 0` says so.",
      "Does a watchdog reset it meanwhile? Use `reset init`, or connect under reset.",
    ],
    follows: [
      "readout-protected",
      "readout-protected-for-good",
      "flash-write-protected",
      "flash-locked",
      "flash-timeout",
      "target-not-halted",
      "examination-failed",
      "memory-access-failed",
      "usb-transfer-failed",
      "communication-lost",
    ],
    source: [
      {
        file: "src/flash/nor/core.c flash_driver_erase(), src/flash/nor/stm32h7x.c stm32x_erase()",
        versions: ALL,
      },
      { thread: "https://github.com/ROBOTIS-GIT/OpenCM9.04/issues/76" },
    ],
    example: ["Error: failed erasing sectors 0 to 5", "Error: flash_erase returned -304"],
  },
  {
    id: "flash-timeout",
    stage: "write",
    patterns: ["timed out waiting for flash", "wait_flash_op_queue, time out expired, status: {status}"],
    what: "the flash was busy for longer than it should be",
    advice: [
      "Look at the supply voltage, and reset the chip first.",
      "A firmware that changes clocks or runs from the flash meanwhile has to be stopped: `reset init`.",
    ],
    follows: ["usb-transfer-failed", "communication-lost"],
    source: [
      {
        file: "src/flash/nor/stm32l4x.c stm32l4_wait_status_busy(), src/flash/nor/stm32h7x.c",
        versions: ALL,
      },
    ],
    example: ["Error: timed out waiting for flash"],
  },
  {
    id: "flash-locked",
    stage: "write",
    patterns: [
      "flash not unlocked STM32_FLASH_CR: {value}",
      "flash not unlocked STM32_FLASH_CRx: {value}",
      "options not unlocked STM32_FLASH_CR: {value}",
      "options not unlocked STM32_FLASH_OPTCR: {value}",
    ],
    what: "the flash did not let itself be unlocked",
    advice: [
      "It stays locked until the next reset after a wrong key: `reset halt`, or a power cycle.",
      "With TrustZone on, the secure registers are the ones to use, which the driver does from 0.12.0 on.",
    ],
    source: [
      { file: "src/flash/nor/stm32l4x.c stm32l4_unlock_reg(), src/flash/nor/stm32h7x.c", versions: ALL },
    ],
    example: ["Error: flash not unlocked STM32_FLASH_CR: c0000000"],
  },
  {
    id: "loader-failed",
    stage: "write",
    patterns: [
      "flash write algorithm aborted by target",
      "error starting target flash write algorithm",
      "error waiting for target flash write algorithm",
      "error executing {driver} flash write algorithm",
      "timeout waiting for algorithm, a target reset is recommended",
      "failed to get read pointer",
      "Failed to execute algorithm at {address}: {code}",
      "block write failed",
      "stm32x device programming failed / flash not erased",
    ],
    what: "the flash loader, a small program in the chip's RAM, did not get through",
    advice: [
      "Is the work area in RAM that is there, and that the loader may run in? With TrustZone on, RAM is at 0x3….",
      "Write with an erase before it (`flash write_image erase`, `program`): a flash that is not erased cannot be written.",
      "Does a watchdog reset the chip meanwhile? Use `reset init`, or stop it in debug (DBGMCU).",
    ],
    rules: ["work-area-outside-ram"],
    follows: [
      "flash-write-protected",
      "readout-protected",
      "trustzone-work-area",
      "flash-timeout",
      "target-not-halted",
      "memory-access-failed",
      "usb-transfer-failed",
      "communication-lost",
    ],
    source: [
      { file: "src/target/target.c target_run_flash_async_algorithm()", versions: ALL },
      { file: "src/flash/nor/stm32l4x.c stm32l4_write_block()", versions: ALL },
      {
        thread:
          "https://community.st.com/t5/stm32cubeide-mcus/nucleo-u575zi-q-can-t-run-any-program-using-openocd/td-p/855626",
      },
    ],
    example: [
      "Error: flash write algorithm aborted by target",
      "Error: error executing stm32l4 flash write algorithm",
      "Error: flash write failed = 00000088",
      "Error: block write failed",
      "Error: error writing to flash at address 0x08000000 at offset 0x00000000",
    ],
  },
  {
    id: "flash-write-failed",
    stage: "write",
    patterns: [
      "error writing to flash at address {address} at offset {offset}",
      "flash write failed = {status}",
      "flash write failed, FLASH_SR = {status}",
      "flash write failed just before address {address}",
      "flash write failed at address {address}",
      "Flash write aborted.",
    ],
    what: "the flash could not be written",
    advice: [
      "Erase first (`flash write_image erase`, `program`).",
      "Is the chip protected (RDP, write protection, TrustZone)? `flash info 0` says so.",
    ],
    follows: [
      "loader-failed",
      "flash-write-protected",
      "readout-protected",
      "flash-locked",
      "flash-timeout",
      "no-flash-loader",
      "work-area-missing",
      "sections-overlap",
      "target-not-halted",
      "examination-failed",
      "memory-access-failed",
      "usb-transfer-failed",
      "communication-lost",
    ],
    source: [{ file: "src/flash/nor/core.c flash_driver_write()", versions: ALL }],
    example: ["Error: error writing to flash at address 0x08000000 at offset 0x00000000"],
  },
  {
    id: "section-outside-flash",
    stage: "write",
    patterns: ["no flash bank found for address {address}", "No flash at address {address}"],
    what: "a part of the firmware is at {address}, where the config has no flash; OpenOCD skips it and continues",
    advice: [
      "Is the firmware linked for this chip, and a raw binary given its address (`program firmware.bin 0x08000000`)?",
      "A section in RAM has no business in the file: give it a load address in the flash (`AT>FLASH`), or take it out with `objcopy -R`.",
      "Is there a `flash bank` for every bank, with the right base and size? With TrustZone on the flash is at 0x0C000000 too.",
    ],
    rules: ["flash-bank-missing"],
    source: [
      { file: "src/flash/nor/core.c flash_write_unlock_verify(), get_flash_bank_by_addr()", versions: ALL },
      { thread: "https://github.com/ObKo/stm32-cmake/issues/181" },
      { thread: "https://github.com/modm-io/modm/issues/79" },
    ],
    example: ["Warn : no flash bank found for address 0x20000000"],
  },
  {
    id: "flash-bank-exceeded",
    stage: "write",
    patterns: [
      "Flash access does not fit into bank.",
      "Cannot cross flash bank borders",
      "write into gap from {from} to {to}",
      "Offset {offset} is out of range of the flash bank…",
    ],
    what: "the firmware reaches beyond the end of a flash bank",
    advice: [
      "Is it linked for this chip, and the config for the chip with so much flash?",
      "On a chip with two banks and a gap in between, a section must be in one of them.",
    ],
    rules: ["flash-bank-missing"],
    source: [
      { file: "src/flash/nor/core.c flash_iterate_address_range_inner()", versions: ALL },
      { file: "src/flash/nor/stm32l4x.c stm32l4_write()", versions: "0.11 to 0.12.0" },
    ],
    example: ["Error: Flash access does not fit into bank."],
  },
  {
    id: "nothing-written",
    stage: "write",
    patterns: ["wrote 0 bytes from file {file} in {time}", "wrote 0 bytes from file {file} (…"],
    what: "not one byte was written, and OpenOCD calls that a success",
    advice: [
      "Is {file} the right file, with something in it that belongs into the flash? `arm-none-eabi-objdump -h` shows its sections.",
    ],
    follows: ["section-outside-flash", "section-empty", "image-invalid"],
    source: [
      { file: "src/flash/nor/tcl.c handle_flash_write_image_command()", versions: ALL },
      { thread: "https://github.com/ObKo/stm32-cmake/issues/181" },
    ],
    example: [
      "wrote 0 bytes from file firmware.elf in 0.001673s (0.000 KiB/s)",
      "** Programming Finished **",
    ],
  },
  {
    id: "sections-overlap",
    stage: "image",
    patterns: ["Section at {address} overlaps section ending at {end}"],
    what: "two sections of the firmware overlap in the flash, at {address}",
    advice: ["Look at the linker script; files that were merged (bootloader and application) may overlap."],
    source: [{ file: "src/flash/nor/core.c flash_write_unlock_verify()", versions: "0.11 to master" }],
    example: [
      "Error: Section at 0x08004000 overlaps section ending at 0x08004100",
      "Error: Flash write aborted.",
    ],
  },
  {
    id: "not-sector-aligned",
    stage: "erase",
    patterns: ["address range {from} .. {to} is not sector-aligned"],
    what: "the range to erase does not begin and end with a sector",
    advice: ["Use `flash erase_address pad …` or `flash write_image erase`, which take whole sectors."],
    source: [{ file: "src/flash/nor/core.c flash_iterate_address_range_inner()", versions: ALL }],
    example: ["Error: address range 0x08000100 .. 0x080007ff is not sector-aligned"],
  },
  {
    id: "programming-failed",
    stage: "write",
    patterns: ["** Programming Failed **"],
    what: "`program` gave up while it erased or wrote",
    advice: ["Look at the errors before this one."],
    follows: "any",
    source: [{ file: "src/flash/startup.tcl program", versions: ALL }],
    example: ["** Programming Failed **"],
  },
  {
    id: "init-failed",
    stage: "target",
    patterns: ["** OpenOCD init failed **", "Command 'init' failed with error code {code}"],
    what: "OpenOCD did not get as far as the chip: `init` failed",
    advice: [
      "Look at the errors before this one.",
      "Where there is none, as in 0.10.0 with CMSIS-DAP, the chip did not answer: look at power and wires; `-d3` says more.",
    ],
    follows: "any",
    source: [
      { file: "src/flash/startup.tcl program", versions: ALL },
      { thread: "https://github.com/platformio/platform-ststm32/issues/613" },
    ],
    example: ["** OpenOCD init failed **", "shutdown command invoked"],
  },
];
