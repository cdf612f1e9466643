import type { LogEntry } from "../entry.ts";

/** RISC-V cores and their debug transport. */
export const riscv: readonly LogEntry[] = [
  {
    id: "riscv-dtm-unsupported",
    stage: "target",
    patterns: [
      "Unsupported DTM version {version}. (dtmcontrol={value})",
      "Unsupported DTM version: {version}",
    ],
    what: "what answers on JTAG is no debug transport of RISC-V that OpenOCD knows: it says version {version}",
    advice: [
      "Version 15 or 14 means that the line floats: check TDO, the supply and that the chip is out of reset.",
      "A TAP of another core or a wrong `-irlen` before it on the scan chain shifts the answer: compare the IDCODEs that `scan_chain` lists with the chip's manual.",
      "Where the core is reached through the TAP of an FPGA (Xilinx is 0x…093), the config must say so: `riscv use_bscan_tunnel`, or `riscv set_ir`.",
      "Try a slower clock: `adapter speed 100`.",
    ],
    follows: ["scan-chain-silent"],
    source: [
      {
        file: "src/target/riscv/riscv.c, riscv-011.c and riscv-013.c examine()",
        versions: "0.10 to master",
      },
    ],
    example: ["Error: Unsupported DTM version: 15"],
  },
  {
    id: "riscv-debug-module-asleep",
    stage: "target",
    patterns: [
      "Debug Module did not become active. dmcontrol={value}",
      "Debug Module (at address dbgbase={address}) did not become active in {seconds} s. Increase the timeout with 'riscv set_command_timeout_sec'",
    ],
    what: "the debug module of the RISC-V core does not wake up",
    advice: [
      "Hold the chip in reset while OpenOCD connects, or reset it right before: firmware may have stopped the clock of the debug module or taken its pins.",
      "Where the chip may lock debugging, take that lock away first, with the vendor's tool.",
      "Try a slower clock: `adapter speed 100`.",
    ],
    follows: ["scan-chain-silent"],
    source: [
      { file: "src/target/riscv/riscv-013.c examine() and wait_for_dm()", versions: "0.11 to master" },
    ],
    example: ["Error: Debug Module did not become active. dmcontrol=0x0"],
  },
];
