import { type Explanation, lines } from "./example.ts";

const swdTarget = [
  "swd newdap chip cpu -expected-id 0",
  "dap create chip.dap -chain-position chip.cpu",
  "target create chip.cpu cortex_m -dap chip.dap",
];

/** Of rules about slips that have one certain cause. */
export const slipExamples: Readonly<Record<string, Explanation>> = {
  "comment-in-command": {
    versions: "all",
    example: {
      before: lines("adapter speed 480 # kHz", "reset_config srst_only"),
      after: lines("adapter speed 480 ;# kHz", "reset_config srst_only"),
    },
  },
  "byte-order-mark": {
    versions: "all",
    example: {
      before: lines("\xef\xbb\xbfadapter speed 480"),
      after: lines("adapter speed 480"),
    },
  },
  "backslash-in-path": {
    versions: "all, on Windows, too",
    example: {
      before: lines("source [find interface\\adapter.cfg]"),
      after: lines("source [find interface/adapter.cfg]"),
      files: { "interface/adapter.cfg": lines("adapter speed 480") },
    },
  },
  "rtos-unknown": {
    versions: "all; Zephyr is known from 0.12.0 and ST's v1.8.0 on, RIOT from 0.11.0 and ST's v1.6.0",
    example: {
      before: lines(...swdTarget, "chip.cpu configure -rtos zephyr"),
      after: lines(...swdTarget, "chip.cpu configure -rtos Zephyr"),
      transports: ["swd"],
    },
  },
};
