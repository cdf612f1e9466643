import type { LogEntry } from "../entry.ts";

/** Trace through TPIU and SWO. */
export const trace: readonly LogEntry[] = [
  {
    id: "trace-clock-missing",
    stage: "server",
    patterns: ["Trace clock-in frequency not set"],
    what: "the trace port is switched on, but the config does not set the core's clock",
    advice: [
      "Say so first, in hertz: `CHIP.tpiu configure -traceclk 72000000 -pin-freq 2000000 -output trace.log`.",
    ],
    source: [{ file: "src/target/arm_tpiu_swo.c jim_arm_tpiu_swo_enable()", versions: "0.12.0 to master" }],
    example: ["Error: Trace clock-in frequency not set"],
  },
  {
    id: "trace-port-in-use",
    stage: "server",
    patterns: ["Cannot configure TPIU/SWO; {name} is enabled!"],
    what: "the trace port {name} is on, and cannot be changed then",
    advice: ["Switch it off first: `{name} disable`, then `configure`, then `{name} enable`."],
    source: [{ file: "src/target/arm_tpiu_swo.c arm_tpiu_swo_configure()", versions: "0.12.0 to master" }],
    example: ["Error: Cannot configure TPIU/SWO; stm32f4x.tpiu is enabled!"],
  },
];
