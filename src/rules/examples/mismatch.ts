import { type Explanation, lines } from "./example.ts";

/** Of rules about scripts and a binary that do not match, and words that mean nothing. */
export const mismatchExamples: Readonly<Record<string, Explanation>> = {
  "command-unknown": {
    versions: "all; names changed most between ST's r1 and r2, and between 0.11 and 0.12.0",
    example: {
      openocd: "0.10.0+dev-00699-g13de478d2",
      before: lines("adapter speed 480", "reset_config srst_only"),
      after: lines("adapter_khz 480", "reset_config srst_only"),
    },
  },
  deprecated: {
    versions: "each its own words: 0.12.0 has 122 of them, master 167",
    example: { before: lines("adapter_khz 480") },
  },
  "expr-words": {
    versions: "master; 0.12.0 and ST's forks of it warn, all before them join the words",
    example: {
      openocd: "0.12.0+dev-02632-gabbbc2e05",
      before: lines("set _OFFSET 0x1000", "set _BASE [expr 0x08000000 + $_OFFSET]"),
      after: lines("set _OFFSET 0x1000", "set _BASE [expr {0x08000000 + $_OFFSET}]"),
    },
  },
  "flash-bank-address": {
    versions: "ST's 1.0 to 1.5 for `stm32l5x`; ST's 1.4 and later, 0.11.0 and later for `stm32h7x`",
    example: {
      openocd: "0.10.0+dev-01281-g1b5c82884",
      before: lines(
        "adapter driver st-link",
        "transport select dapdirect_swd",
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -work-area-phys 0x20000000 -work-area-size 0x8000",
        "flash bank chip.flash stm32l5x 0 0 0 0 chip.cpu",
      ),
      after: lines(
        "adapter driver st-link",
        "transport select dapdirect_swd",
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -work-area-phys 0x20000000 -work-area-size 0x8000",
        "flash bank chip.flash stm32l5x 0x08000000 0 0 0 chip.cpu",
      ),
    },
  },
  "swj-newdap-transport": {
    versions: "0.10.0 and ST's 1.0 to 1.5, with scripts of newer ones",
    example: {
      openocd: "0.10.0+dev-01281-g1b5c82884",
      before: lines(
        "proc swj_newdap {chip tag args} {",
        "\tif { [using_jtag] } {",
        "\t\teval jtag newtap $chip $tag $args",
        "\t} else {",
        "\t\teval swd newdap $chip $tag $args",
        "\t}",
        "}",
        "swj_newdap chip cpu -irlen 4 -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
      ),
      after: lines(
        "proc swj_newdap {chip tag args} {",
        "\tif { [using_hla] } { return [eval hla newtap $chip $tag $args] }",
        "\tif { [using_jtag] } {",
        "\t\teval jtag newtap $chip $tag $args",
        "\t} else {",
        "\t\teval swd newdap $chip $tag $args",
        "\t}",
        "}",
        "swj_newdap chip cpu -irlen 4 -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
      ),
      transports: ["hla_swd"],
    },
  },
  "chip-unsupported": {
    versions: "all; each learns chips, such as the C0 after 0.12.0",
    example: {
      name: "target/stm32c0x.cfg",
      before: lines(
        "swd newdap stm32c0x cpu -expected-id 0x0bc11477",
        "dap create stm32c0x.dap -chain-position stm32c0x.cpu",
        "target create stm32c0x.cpu cortex_m -dap stm32c0x.dap",
        "stm32c0x.cpu configure -work-area-phys 0x20000000 -work-area-size 0x1800 -work-area-backup 0",
        "flash bank stm32c0x.flash stm32l4x 0x08000000 0 0 0 stm32c0x.cpu",
      ),
      transports: ["swd"],
    },
  },
  "option-unknown": {
    versions: "all; `-gdb-max-connections` came with ST's 1.5.0, `cti create -baseaddr` with 0.11",
    example: {
      openocd: "0.10.0+dev-01281-g1b5c82884",
      before: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap -gdb-max-connections 2",
        "cti create chip.cti -dap chip.dap -ap-num 0 -baseaddr 0xE0043000",
      ),
      after: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "cti create chip.cti -dap chip.dap -ap-num 0 -ctibase 0xE0043000",
      ),
      transports: ["swd"],
    },
  },
  "target-type-unknown": {
    versions: "all; the old names of cores ended with 0.11",
    example: {
      before: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m3 -dap chip.dap",
      ),
      after: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
      ),
      transports: ["swd"],
    },
  },
  "dap-unsupported": {
    versions: "0.10.0, with configs of all others",
    example: {
      openocd: "0.10.0",
      before: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -endian little -dap chip.dap -ap-num 0",
      ),
      after: lines(
        "swd newdap chip cpu -expected-id 0",
        "target create chip.cpu cortex_m -endian little -chain-position chip.cpu",
      ),
      transports: ["swd"],
    },
  },
  "dap-required": {
    versions: "all but 0.10.0, which has no DAPs",
    example: {
      before: lines(
        "set _CHIPNAME chip",
        "swd newdap $_CHIPNAME cpu -expected-id 0",
        "set _TARGETNAME $_CHIPNAME.cpu",
        "target create $_TARGETNAME cortex_m -chain-position $_TARGETNAME",
      ),
      after: lines(
        "set _CHIPNAME chip",
        "swd newdap $_CHIPNAME cpu -expected-id 0",
        "set _TARGETNAME $_CHIPNAME.cpu",
        "dap create $_CHIPNAME.dap -chain-position $_TARGETNAME",
        "target create $_TARGETNAME cortex_m -dap $_CHIPNAME.dap",
      ),
      transports: ["swd"],
    },
  },
  "event-unknown": {
    versions: "all; ST's r1 has 28 events, 0.12.0 has 37",
    example: {
      before: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -event reset_init { echo ready }",
      ),
      after: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -event reset-init { echo ready }",
      ),
      transports: ["swd"],
    },
  },
  "transport-unsupported": {
    versions: "all; ST's r1 calls the transports of `st-link` stlink_swd and stlink_jtag",
    example: {
      before: lines("adapter driver st-link", "transport select hla_swd"),
      after: lines("adapter driver st-link", "transport select dapdirect_swd"),
    },
  },
  "source-not-found": {
    versions:
      "all; scripts were renamed from time to time, as interface/stlink-v2.cfg became interface/stlink.cfg",
    example: {
      before: lines("source [find target/Common.tcl]"),
      after: lines("source [find target/common.tcl]"),
      files: { "target/common.tcl": lines("proc common {} {}") },
    },
  },
  "reset-config-unknown": {
    versions: "all; the words are the same in each",
    example: {
      before: lines("reset_config srst-only srst_nogate"),
      after: lines("reset_config srst_only srst_nogate"),
    },
  },
  "flash-driver-unknown": {
    versions: "all; STM32L5 has a driver of its own in ST's r1 and r2 only, STM32H5 from ST's r6 on",
    example: {
      name: "target/stm32l5x.cfg",
      before: lines(
        "swd newdap stm32l5x cpu -expected-id 0",
        "dap create stm32l5x.dap -chain-position stm32l5x.cpu",
        "target create stm32l5x.cpu cortex_m -dap stm32l5x.dap",
        "stm32l5x.cpu configure -work-area-phys 0x20000000 -work-area-size 0x8000",
        "flash bank stm32l5x.flash stm32l5x 0x08000000 0 0 0 stm32l5x.cpu",
      ),
      after: lines(
        "swd newdap stm32l5x cpu -expected-id 0",
        "dap create stm32l5x.dap -chain-position stm32l5x.cpu",
        "target create stm32l5x.cpu cortex_m -dap stm32l5x.dap",
        "stm32l5x.cpu configure -work-area-phys 0x20000000 -work-area-size 0x8000",
        "flash bank stm32l5x.flash stm32l4x 0x08000000 0 0 0 stm32l5x.cpu",
      ),
      transports: ["swd"],
    },
  },
  "swj-newdap-recursion": {
    versions: "0.12.0 and later, with scripts of before",
    example: {
      before: lines(
        "proc swj_newdap {chip tap args} { eval hla newtap $chip $tap $args }",
        "swj_newdap chip cpu -expected-id 0",
      ),
      after: lines(
        'proc swj_newdap {chip tap args} { eval [expr {[using_jtag] ? "jtag newtap" : "swd newdap"}] $chip $tap $args }',
        "swj_newdap chip cpu -expected-id 0",
      ),
      transports: ["hla_swd"],
    },
  },
  "dap-command-under-hla": {
    versions: "all; up to 0.11 the command does not exist under HLA, from 0.12.0 on it is empty",
    example: {
      before: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -event halted {",
        "\tchip.dap apcsw 0x0B000000 0x4F000000",
        "}",
      ),
      after: lines(
        "swd newdap chip cpu -expected-id 0",
        "dap create chip.dap -chain-position chip.cpu",
        "target create chip.cpu cortex_m -dap chip.dap",
        "chip.cpu configure -event halted {",
        "\tif {![using_hla]} {",
        "\t\tchip.dap apcsw 0x0B000000 0x4F000000",
        "\t}",
        "}",
      ),
      transports: ["hla_swd"],
    },
  },
};
