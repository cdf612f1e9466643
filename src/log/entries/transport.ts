import type { LogEntry } from "../entry.ts";

const ALL = "0.10 to master";

/** Adapter drivers and the transports they have. */
export const transport: readonly LogEntry[] = [
  {
    id: "adapter-missing",
    stage: "config",
    patterns: [
      'Debug Adapter has to be specified, see "{command}" command',
      "No Valid JTAG Interface Configured.",
    ],
    what: "no adapter is configured",
    advice: [
      "Name the probe's config first: `-f interface/stlink.cfg`, `interface/cmsis-dap.cfg` and so on.",
    ],
    follows: ["config-not-given", "source-not-found"],
    source: [
      { file: "src/jtag/adapter.c adapter_init()", versions: ALL },
      { thread: "https://github.com/TeXitoi/blue-pill-quickstart/issues/6" },
    ],
    example: ['Error: Debug Adapter has to be specified, see "adapter driver" command'],
  },
  {
    id: "adapter-not-first",
    stage: "config",
    patterns: [
      "Debug adapter does not support any transports? Check config file order.",
      "Debug adapter doesn't support any transports?",
    ],
    what: "the transport is asked for before an adapter is configured",
    advice: ["Name the interface before the target: `openocd -f interface/stlink.cfg -f target/….cfg`."],
    rules: ["adapter-too-late", "transport-too-late"],
    follows: ["source-not-found"],
    source: [
      { file: "src/transport/transport.c jim_transport_select()", versions: ALL },
      { thread: "https://github.com/Marus/cortex-debug/issues/10" },
      { thread: "https://github.com/eclipse-threadx/getting-started/issues/295" },
    ],
    example: ["Error: Debug adapter does not support any transports? Check config file order."],
  },
  {
    id: "transport-missing",
    stage: "config",
    patterns: [
      "session transport was not selected. Use 'transport select <transport>'",
      "unable to select a session transport. Can't continue.",
      "transport is not selected",
    ],
    what: "no transport is selected",
    advice: [
      "Select it after the interface: `transport select hla_swd`, `dapdirect_swd`, `swd` or `jtag`, whichever the adapter has.",
    ],
    rules: ["transport-not-selected", "transport-too-late"],
    follows: ["adapter-not-first", "adapter-missing"],
    source: [{ file: "src/transport/transport.c handle_transport_init(), src/openocd.c", versions: ALL }],
    example: ["Error: session transport was not selected. Use 'transport select <transport>'"],
  },
  {
    id: "transport-unsupported",
    stage: "config",
    patterns: [
      "Debug adapter doesn't support '{name}' transport",
      "No transport named '{name}' is available.",
    ],
    what: "the adapter does not have the transport {name} in this OpenOCD",
    advice: [
      "ST-LINK has hla_swd with interface/stlink.cfg and dapdirect_swd with interface/stlink-dap.cfg; in OpenOCD's master it is plain swd.",
      "CMSIS-DAP, J-Link and most others have swd and jtag.",
    ],
    rules: ["transport-unsupported"],
    source: [
      { file: "src/transport/transport.c jim_transport_select()", versions: ALL },
      { thread: "https://github.com/hbend1li/stm8_started/issues/1" },
      { thread: "https://github.com/platformio/platform-ststm32/pull/907" },
    ],
    example: ["Error: Debug adapter doesn't support 'swim' transport", "target/stm8s.cfg:7: Error: "],
  },
  {
    id: "transport-chosen-before",
    stage: "config",
    patterns: ["Can't change session's transport after the initial selection was made"],
    what: "the transport is selected a second time, to another one",
    advice: [
      "Select it once, directly after the interface and before the target; a target or board file may do so itself.",
      "An adapter with one transport only selects it by itself.",
    ],
    rules: ["transport-too-late", "transport-unsupported"],
    source: [
      { file: "src/transport/transport.c jim_transport_select()", versions: ALL },
      { thread: "https://github.com/tinygo-org/tinygo/pull/3081" },
    ],
    example: ["Error: Can't change session's transport after the initial selection was made"],
  },
  {
    id: "jtag-required",
    stage: "config",
    patterns: ['session transport is "{name}" but your config requires JTAG'],
    what: "a script uses a command of JTAG's, and the session runs over {name}",
    advice: [
      "Use `swj_newdap` in the place of `jtag newtap` in your own scripts.",
      "Where the chip can be reached by JTAG alone, `transport select jtag` with an adapter that has it.",
    ],
    source: [{ file: "src/jtag/startup.tcl default_to_jtag", versions: ALL }],
    example: [
      'embedded:startup.tcl:154: Error: session transport is "swd" but your config requires JTAG',
      "in procedure 'jtag' called at file \"board.cfg\", line 3",
    ],
  },
  {
    id: "target-not-over-transport",
    stage: "config",
    patterns: [
      "The selected transport doesn't support this target",
      "ERROR: HLA transport cannot work with this target.",
      "Error : hla does not support {chip} devices",
    ],
    what: "the target's type cannot be reached over this transport: HLA has Cortex-M only",
    advice: ["Use `interface/stlink-dap.cfg` with dapdirect_swd, or another adapter, for other cores."],
    source: [{ file: "src/target/target.c target_create()", versions: ALL }],
    example: ["Error: The selected transport doesn't support this target"],
  },
  {
    id: "adapter-driver-unknown",
    stage: "config",
    patterns: [
      "The specified debug interface was not found ({name})",
      "The specified adapter driver was not found ({name})",
    ],
    what: "this OpenOCD was built without a driver {name}",
    advice: [
      "The list after it shows which ones it has. ST-LINK is `hla` or `st-link` (`stlink` is no driver's name).",
      "Distributions leave some out: another build has it.",
    ],
    rules: ["adapter-unknown"],
    source: [{ file: "src/jtag/adapter.c handle_adapter_driver_command()", versions: ALL }],
    example: ["Error: The specified debug interface was not found (stlink)"],
  },
  {
    id: "hla-layout",
    stage: "config",
    patterns: [
      "No adapter layout '{name}' found",
      "no layout specified",
      "already specified hl_layout {name}",
    ],
    what: "`hla_layout` is missing, unknown or given twice",
    advice: [
      "For ST-LINK it is `hla_layout stlink`, once; a board file sources its interface itself and needs no -f for it.",
    ],
    source: [
      {
        file: "src/jtag/hla/hla_interface.c hl_interface_handle_layout_command()",
        versions: "0.10 to 0.12.0",
      },
      { thread: "https://community.sparkfun.com/t/stm32f4-discovery-for-stm32f429/31323" },
    ],
    example: ["Error: already specified hl_layout stlink"],
  },
];
