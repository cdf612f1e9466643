import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** What reads like trouble, and is none. */
export const harmless: readonly LogEntry[] = [
  {
    id: "speed-rounded",
    stage: "probe",
    patterns: ["Unable to match requested speed {asked} kHz, using {got} kHz"],
    what: "the probe has no {asked} kHz and takes the next lower speed, {got} kHz",
    advice: [],
    isHarmless: true,
    source: [
      {
        file: "src/jtag/drivers/stlink_usb.c stlink_dump_speed_map(), stlink_match_speed_map()",
        versions: ALL,
      },
    ],
    example: ["Info : Unable to match requested speed 4000 kHz, using 3300 kHz"],
  },
  {
    id: "speed-not-set",
    stage: "config",
    patterns: [
      "An adapter speed is not selected in the init scripts. OpenOCD will try to run the adapter at the low speed ({speed} kHz)",
      'To remove this warnings and achieve reasonable communication speed with the target, set "adapter speed" or "jtag_rclk" in the init scripts.',
    ],
    what: "no `adapter speed` is set, so it is slow",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/jtag/adapter.c adapter_init()", versions: "0.11 to master" }],
    example: [
      "Warn : An adapter speed is not selected in the init scripts. OpenOCD will try to run the adapter at the low speed (100 kHz)",
    ],
  },
  {
    id: "deprecated",
    stage: "config",
    patterns: [
      "DEPRECATED! use {new}",
      "DEPRECATED! ({file}:{line}) use {new}",
      "DEPRECATED: {what}",
      "DEPRECATED target event {event}…",
    ],
    what: "a script uses a name that OpenOCD still accepts and later releases will not",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/jtag/startup.tcl, src/openocd.c, src/target/target.c", versions: ALL }],
    example: ["DEPRECATED! use 'adapter speed' not 'adapter_khz'"],
  },
  {
    id: "transport-selected-again",
    stage: "config",
    patterns: ['Transport "{name}" was already selected'],
    what: "the transport {name} is selected a second time, which changes nothing",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/transport/transport.c jim_transport_select()", versions: "0.12.0" }],
    example: ['Warn : Transport "jtag" was already selected'],
  },
  {
    id: "interface-twice",
    stage: "config",
    patterns: ["Interface already configured, ignoring"],
    what: "the adapter is configured a second time, which OpenOCD ignores",
    advice: [],
    isHarmless: true,
    source: [
      { file: "src/jtag/adapter.c handle_adapter_driver_command()", versions: ALL },
      { thread: "https://community.sparkfun.com/t/stm32f4-discovery-for-stm32f429/31323" },
    ],
    example: ["Warn : Interface already configured, ignoring"],
  },
  {
    id: "core-reset-only",
    stage: "target",
    patterns: [
      "Only resetting the Cortex-M core, use a reset-init event handler to reset any peripherals or configure hardware srst support.",
    ],
    what: "the reset reaches the core and leaves the peripherals as they are",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/target/cortex_m.c cortex_m_assert_reset()", versions: ALL }],
    example: [
      "Warn : Only resetting the Cortex-M core, use a reset-init event handler to reset any peripherals or configure hardware srst support.",
    ],
  },
  {
    id: "stepping-erratum",
    stage: "target",
    patterns: ["Silicon bug: single stepping may enter pending exception handler!"],
    what: "a known fault of this core, which matters to those who step through interrupts",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/target/cortex_m.c cortex_m_examine()", versions: ALL }],
    example: ["Warn : [stm32h7x.cpu0] Silicon bug: single stepping may enter pending exception handler!"],
  },
  {
    id: "gdb-keep-alive",
    stage: "server",
    patterns: [
      "keep_alive() was not invoked in the {limit} ms timelimit. …",
      "negative reply, retrying",
      "acknowledgment received, but no packet pending",
    ],
    what: "OpenOCD was busy, and GDB had to wait",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/helper/log.c gdb_timeout_warning()", versions: ALL }],
    example: [
      'Warn : keep_alive() was not invoked in the 1000 ms timelimit. GDB alive packet not sent! (1120 ms). Workaround: increase "set remotetimeout" in GDB',
    ],
  },
  {
    id: "gdb-extended-remote",
    stage: "server",
    patterns: ['Prefer GDB command "target extended-remote …'],
    what: "GDB was connected in the plainer of its two ways",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/server/gdb_server.c gdb_input_inner()", versions: "0.11 to master" }],
    example: ['Warn : Prefer GDB command "target extended-remote :3333" instead of "target remote :3333"'],
  },
  {
    id: "flash-range-padded",
    stage: "write",
    patterns: [
      "Adding extra {what} range, {range}",
      "Padding {n} bytes from {address}",
      "Section start address {address} breaks the required alignment of flash bank {bank}",
    ],
    what: "the firmware is filled up to whole words or sectors of the flash",
    advice: [],
    isHarmless: true,
    source: [
      {
        file: "src/flash/nor/core.c flash_iterate_address_range_inner(), flash_write_unlock_verify()",
        versions: ALL,
      },
    ],
    example: ["Warn : Adding extra erase range, 0x08001a30 .. 0x08001fff"],
  },
  {
    id: "difference-list-cut",
    stage: "verify",
    patterns: ["More than 128 errors, the rest are not printed.", "No more differences found."],
    what: "the list of differences ends here",
    advice: [],
    isHarmless: true,
    source: [{ file: "src/target/target.c handle_verify_image_command_internal()", versions: ALL }],
    example: ["More than 128 errors, the rest are not printed."],
  },
];
