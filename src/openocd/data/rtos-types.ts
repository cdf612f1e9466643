import { unpack } from "./table.ts";

/** An operating system that `TARGET configure -rtos` knows. */
export interface RtosType {
  name: string;
  /** The target types that it knows, where it does not take all. */
  targets: readonly string[] | undefined;
  /** OpenOCD's number for any other type, and what it logs then, `%` standing for the type. */
  refusal: { status: number; log: string };
}

/** In OpenOCD's own order. Source: the program, asked with targets of several types (OpenOCD 0.12.0), and its sources. */
const rows: readonly (readonly [name: string, targets: string, status: number, log: string])[] = [
  [
    "ThreadX",
    "arm926ejs|cortex_m|cortex_r4|hla_target",
    -1,
    "Could not find target in ThreadX compatibility list",
  ],
  ["FreeRTOS", "cortex_m|hla_target|nds32_v3", -1, "Could not find target in FreeRTOS compatibility list"],
  ["eCos", "cortex_m", -1, "Could not find target in eCos compatibility list"],
  ["linux", "", 0, ""],
  ["chibios", "cortex_m|hla_target", -1, ""],
  ["Chromium-EC", "cortex_m|hla_target", -4, "Chromium-EC: target not supported: %"],
  ["embKernel", "cortex_m|hla_target", -1, ""],
  ["mqx", "cortex_m", -1, 'MQX RTOS - could not find target "%" in MQX compatibility list'],
  ["uCOS-III", "cortex_m|esirisc", -4, "uCOS-III: target not supported: %"],
  ["nuttx", "", 0, ""],
  ["RIOT", "cortex_m|hla_target", -4, "Could not find target in RIOT compatibility list"],
  ["Zephyr", "arcv2|cortex_m|cortex_r4|hla_target", -4, "Could not find target in Zephyr compatibility list"],
  ["hwthread", "", 0, ""],
];

export const RTOS_TYPES: readonly RtosType[] = rows.map(([name, targets, status, log]) => ({
  name,
  targets: targets === "" ? undefined : unpack(targets),
  refusal: { status, log },
}));
