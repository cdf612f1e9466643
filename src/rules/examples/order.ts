import { type Explanation, lines } from "./example.ts";

const target = [
  "if { [using_jtag] } {",
  "\tjtag newtap chip cpu -irlen 4",
  "} else {",
  "\tswd newdap chip cpu -expected-id 0",
  "}",
  "dap create chip.dap -chain-position chip.cpu",
  "target create chip.cpu cortex_m -dap chip.dap",
];

/** Of rules about what comes in the wrong order. */
export const orderExamples: Readonly<Record<string, Explanation>> = {
  "adapter-unknown": {
    versions: "all; ft2232 went with 0.8, stlink with 0.7; forks have drivers of their own",
    example: {
      before: lines("adapter driver cmsisdap", "transport select swd"),
      after: lines("adapter driver cmsis-dap", "transport select swd"),
    },
  },
  "adapter-too-late": {
    versions: "all",
    example: {
      before: lines("transport select swd", "adapter driver cmsis-dap"),
      after: lines("adapter driver cmsis-dap", "transport select swd"),
    },
  },
  "transport-too-late": {
    versions:
      "all; where the adapter's first transport is the one that is selected, OpenOCD only says that it is selected already",
    example: {
      before: lines("adapter driver jlink", "source [find target/chip.cfg]", "transport select swd"),
      after: lines("adapter driver jlink", "transport select swd", "source [find target/chip.cfg]"),
      files: { "target/chip.cfg": lines(...target) },
    },
  },
  "transport-not-selected": {
    versions: "all; master says that it is deprecated to select none",
    example: {
      before: lines("adapter driver jlink", "source [find target/nrf52.cfg]"),
      after: lines("adapter driver jlink", "transport select swd", "source [find target/nrf52.cfg]"),
      files: {
        "target/nrf52.cfg": lines(
          "if { [using_jtag] } {",
          "\tjtag newtap nrf52 cpu -expected-id 0x2ba01477",
          "} else {",
          "\tswd newdap nrf52 cpu -expected-id 0x2ba01477",
          "}",
        ),
      },
    },
  },
  "init-required": {
    versions: "all",
    example: {
      before: lines("adapter driver jlink", "transport select swd", ...target, "reset halt"),
      after: lines("adapter driver jlink", "transport select swd", ...target, "init", "reset halt"),
    },
  },
  "variable-too-late": {
    versions: "all",
    example: {
      before: lines("source [find target/chip.cfg]", "set WORKAREASIZE 0x4000 ;# all of it"),
      after: lines("set WORKAREASIZE 0x4000 ;# all of it", "source [find target/chip.cfg]"),
      files: {
        "target/chip.cfg": lines(
          "if { [info exists WORKAREASIZE] } {",
          "\tset _WORKAREASIZE $WORKAREASIZE",
          "} else {",
          "\tset _WORKAREASIZE 0x1000",
          "}",
        ),
      },
    },
  },
};
