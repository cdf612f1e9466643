import fc, { type Arbitrary } from "fast-check";
import {
  adapters,
  bankNames,
  bodies,
  dapNames,
  events,
  flashDrivers,
  mostly,
  numbers,
  spoiled,
  strays,
  tapNames,
  targetNames,
  targetTypes,
  transports,
} from "./words.ts";

/** Words in a row, each drawn from its own arbitrary or standing as it is. */
function words(...parts: readonly (string | Arbitrary<string>)[]): Arbitrary<string[]> {
  return fc.tuple(...parts.map((part) => (typeof part === "string" ? fc.constant(part) : part)));
}

function flat(lists: Arbitrary<string[]>): Arbitrary<string> {
  return lists.map((list) => list.join(" "));
}

function pair(option: string, value: Arbitrary<string>): Arbitrary<string> {
  return flat(words(option, value));
}

const tapOptions = fc.oneof(
  pair("-irlen", numbers),
  pair("-expected-id", numbers),
  pair("-irmask", numbers),
  pair("-ircapture", numbers),
  fc.constantFrom("-enable", "-disable", "-ignore-version", "-ignore-bypass"),
  fc.constantFrom("-irlen", "-expected-id", "-nosuch 1"),
);

const newTaps = spoiled(
  fc
    .tuple(
      mostly(
        ["jtag newtap", "swd newdap", "swj_newdap"],
        ["hla newtap", "swd newtap", "jtag newdap", "swim newtap"],
      ),
      mostly(["chip", "two"], ["{}", "0"]),
      mostly(["cpu", "bs"], ["{}", "{a b}"]),
      fc.oneof(fc.constant("-irlen 4"), fc.constant("-irlen 5 -expected-id 0")),
      fc.array(tapOptions, { maxLength: 3 }),
    )
    .map(([command, chip, tap, first, options]) => [command, chip, tap, first, ...options]),
);

const dapOptions = fc.oneof(
  pair("-chain-position", tapNames),
  pair("-dp-id", numbers),
  pair("-instance-id", numbers),
  fc.constantFrom("-ignore-syspwrupack", "-adiv5", "-adiv6", "-nosuch", "-dp-id", "-chain-position"),
);

const daps = spoiled(
  fc
    .tuple(
      mostly(["chip.dap", "two.dap"], ["chip.cpu", "{}", "echo", "dap"]),
      mostly(["-chain-position chip.cpu"], ["", "-chain-position 0"]),
      fc.array(dapOptions, { maxLength: 3 }),
    )
    .map(([name, first, options]) => ["dap create", name, first, ...options].filter((word) => word !== "")),
);

const targetOptions = fc.oneof(
  pair("-endian", mostly(["little", "big", "be", "le"], ["LITTLE", "{}", "unknown", "-dap"])),
  pair("-coreid", numbers),
  pair("-chain-position", tapNames),
  pair("-dap", dapNames),
  pair("-ap-num", numbers),
  pair("-work-area-phys", numbers),
  pair("-work-area-virt", numbers),
  pair("-work-area-size", numbers),
  pair("-work-area-backup", numbers),
  pair("-dbgbase", numbers),
  pair("-baseaddr", numbers),
  pair("-ctibase", numbers),
  pair("-rtos", mostly(["auto", "FreeRTOS", "hwthread", "linux"], ["nosuch", "{}", "freertos"])),
  pair("-gdb-port", mostly(["3333", "disabled"], ["abc", "{}"])),
  pair("-gdb-max-connections", numbers),
  pair("-cti", mostly(["nosuch"], ["{}", "chip.cpu"])),
  pair("-type", targetTypes),
  flat(words("-event", events, bodies)),
  flat(words("-event", events)),
  fc.constantFrom(
    "-defer-examine",
    "-event",
    "-nosuch",
    "-endian",
    "-coreid",
    "-dap",
    "-ap-num",
    "-work-area-size",
  ),
  fc.constantFrom(
    "-work-area-phys",
    "-chain-position",
    "-type",
    "-rtos",
    "-gdb-port",
    "-dbgbase",
    "-baseaddr",
    "extra",
  ),
  pair("-blocksize", numbers),
  fc.constantFrom("-enable_step_irq", "-enable_stm8l", "-blocksize", "-flashstart 0x8000"),
);

const targets = spoiled(
  fc
    .tuple(
      mostly(["two.cpu", "chip.cpu"], ["{}", "echo", "chip.dap", "{a b}"]),
      targetTypes,
      mostly(
        ["-dap chip.dap", "-chain-position chip.cpu"],
        ["-dap two.dap", "-chain-position 0", "", "-defer-examine"],
      ),
      fc.array(targetOptions, { maxLength: 4 }),
    )
    .map(([name, type, first, options]) =>
      ["target create", name, type, first, ...options].filter((word) => word !== ""),
    ),
);

const ownTargets = mostly(["chip.cpu", "two.cpu"], ["nosuch", "chip.dap"]);

const configures = fc
  .tuple(ownTargets, fc.array(targetOptions, { maxLength: 3 }))
  .map(([name, options]) => [name, "configure", ...options].join(" "));

const optionNames = fc.constantFrom(
  "-type",
  "-event",
  "-work-area-virt",
  "-work-area-phys",
  "-work-area-size",
  "-work-area-backup",
  "-endian",
  "-coreid",
  "-chain-position",
  "-dbgbase",
  "-rtos",
  "-defer-examine",
  "-gdb-port",
  "-gdb-max-connections",
  "-dap",
  "-ap-num",
  "-baseaddr",
  "-cti",
  "-blocksize",
  "-enable_stm8l",
  "-nosuch",
  "{}",
  "",
);

const cgets = fc
  .tuple(
    ownTargets,
    optionNames,
    fc.oneof({ weight: 3, arbitrary: fc.constant("") }, events, strays, optionNames),
  )
  .map(([name, option, more]) => `${name} cget ${option} ${more}`.trim());

const eventReads = fc.tuple(ownTargets, events).map(([name, event]) => `${name} cget -event ${event}`);

const banks = spoiled(
  words("flash bank", bankNames, flashDrivers, numbers, numbers, numbers, numbers, targetNames),
);

const resetFlags = mostly(
  ["none", "srst_only", "trst_only", "trst_and_srst", "separate", "srst_nogate", "connect_assert_srst"],
  [
    "srst_pulls_trst",
    "combined",
    "srst_open_drain",
    "srst_push_pull",
    "trst_push_pull",
    "srst_gates_jtag",
    "nosuch",
    "{}",
  ],
);

const asking = fc.constantFrom(
  "target names",
  "target current",
  "target types",
  "target count",
  "target",
  "dap names",
  "dap",
  "jtag names",
  "jtag",
  "jtag nosuch",
  "jtag_rclk",
  "jtag_rclk 100",
  "jtag_ntrst_delay 10",
  "flash list",
  "flash",
  "flash nosuch",
  "transport select",
  "transport",
  "using_jtag",
  "using_swd",
  "using_hla",
  "adapter",
  "adapter name",
  "adapter driver",
  "command mode",
  "command mode init",
  "command mode flash bank",
  "command mode nosuch",
  "command mode adapter speed",
  "hla nosuch",
  "chip.cpu",
  "chip.cpu nosuch",
  "chip.dap",
  "chip.dap nosuch",
  "chip.cpu curstate",
  "chip.cpu was_examined",
  "halt",
  "mdw 0",
  "reset halt",
  "adapter_name",
);

const askingMore = fc
  .tuple(
    fc.constantFrom(
      "target names",
      "target current",
      "dap names",
      "jtag names",
      "flash list",
      "using_swd",
      "adapter name",
    ),
    strays,
  )
  .map((both) => both.join(" "));

const settings = fc.oneof(
  pair("adapter driver", adapters),
  pair("adapter speed", numbers),
  flat(words("adapter speed", numbers, strays)),
  fc.constant("adapter speed"),
  pair("adapter srst delay", numbers),
  pair("adapter srst pulse_width", numbers),
  pair("adapter_khz", numbers),
  pair("adapter_nsrst_delay", numbers),
  pair("transport select", transports),
  flat(words("transport select", transports, strays)),
  fc.array(resetFlags, { maxLength: 3 }).map((flags) => ["reset_config", ...flags].join(" ")),
  pair("targets", targetNames),
  pair("gdb_port", mostly(["3333", "disabled"], ["abc", "{}"])),
  pair("gdb_memory_map", mostly(["enable", "disable"], ["nosuch", "{}"])),
  pair("gdb_flash_program", mostly(["enable", "disable"], ["nosuch", "{}"])),
  pair("gdb_breakpoint_override", mostly(["hard", "soft", "disable"], ["nosuch", "{}"])),
  pair(
    "find",
    fc.constantFrom("target/swj-dp.tcl", "nosuch.cfg", "sub.cfg", "target\\\\swj-dp.tcl", "{}", "a b"),
  ),
  pair(
    "source",
    fc.constantFrom("sub.cfg", "nosuch.cfg", "[find target/swj-dp.tcl]", "[find nosuch]", "{}", "a b"),
  ),
  pair("script", fc.constantFrom("sub.cfg", "nosuch.cfg", "{}", "a b")),
  pair("echo", fc.constantFrom("hello", "{}", "a b", "")),
  pair("cortex_m reset_config", mostly(["sysresetreq", "vectreset", "srst"], ["nosuch", "{}"])),
  pair("chip.cpu cortex_m reset_config", mostly(["sysresetreq", "vectreset"], ["nosuch"])),
  pair("add_script_search_dir", fc.constantFrom("sub", "{}", "a b")),
);

/** A command of OpenOCD's configuration stage, as likely as not with arguments that it refuses. */
export const commands: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: newTaps },
  { weight: 3, arbitrary: daps },
  { weight: 5, arbitrary: targets },
  { weight: 5, arbitrary: configures },
  { weight: 4, arbitrary: cgets },
  { weight: 1, arbitrary: eventReads },
  { weight: 4, arbitrary: banks },
  { weight: 4, arbitrary: asking },
  { weight: 1, arbitrary: askingMore },
  { weight: 5, arbitrary: settings },
);
