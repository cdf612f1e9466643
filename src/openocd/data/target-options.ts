import type { ReleaseId } from "./releases.ts";
import { before, idsOf, since } from "./releases.ts";
import { maskOf, namesInOrder, type Table } from "./table.ts";

const ALL = since("0.10.0");

/** The options of `TARGET configure` and `TARGET cget`, by release. Source: the sources (src/target/target.c). */
const TARGET_OPTIONS: Table = [
  [
    ALL,
    `
    -type|-event|-work-area-virt|-work-area-phys|-work-area-size|-work-area-backup|-endian|-coreid
    -chain-position|-dbgbase|-rtos|-defer-examine`,
  ],
  [since("st-1.0.0"), "-gdb-port"],
  [since("st-1.5.0"), "-gdb-max-connections"],
  [since("st-1.0.0") & before("st-1.4.0"), "-dbg-under-srst"],
];

/** OpenOCD's own order, in which it lists them when it refuses one. */
const order = `
  -type|-event|-work-area-virt|-work-area-phys|-work-area-size|-work-area-backup|-endian|-coreid|-chain-position
  -dbgbase|-rtos|-defer-examine|-gdb-port|-gdb-max-connections|-dbg-under-srst`;

/** The options of `jtag newtap`, by release. Source: the sources (src/jtag/tcl.c). */
const TAP_OPTIONS: Table = [
  [ALL, "-irlen|-irmask|-ircapture|-enable|-disable|-expected-id|-ignore-version"],
  [since("st-1.11.0"), "-ignore-bypass"],
  [since("master"), "-ir-bypass"],
];

const tapOrder =
  "-irlen|-irmask|-ircapture|-enable|-disable|-expected-id|-ignore-version|-ignore-bypass|-ir-bypass";

/** The options of `dap create`, by release. Source: the sources (src/target/arm_dap.c). */
const DAP_OPTIONS: Table = [
  [ALL, "-chain-position|-ignore-syspwrupack"],
  [since("st-1.11.0"), "-dp-id|-instance-id|-adiv6|-adiv5"],
];

const dapOrder = "-chain-position|-ignore-syspwrupack|-dp-id|-instance-id|-adiv6|-adiv5";

/** The options of `cti create`, by release. Source: the sources (src/target/arm_cti.c). */
const CTI_OPTIONS: Table = [
  [ALL, "-dap|-ctibase|-ap-num"],
  [since("st-1.6.0"), "-baseaddr"],
];

const ctiOrder = "-dap|-ctibase|-ap-num|-baseaddr";

export type TargetOption =
  | "-type"
  | "-event"
  | "-work-area-virt"
  | "-work-area-phys"
  | "-work-area-size"
  | "-work-area-backup"
  | "-endian"
  | "-coreid"
  | "-chain-position"
  | "-dbgbase"
  | "-rtos"
  | "-defer-examine"
  | "-gdb-port"
  | "-gdb-max-connections"
  | "-dbg-under-srst";

/** The options of a target that a release has, in its own order. */
export function targetOptionsOf(release: ReleaseId): TargetOption[] {
  return namesInOrder(order, TARGET_OPTIONS, release) as TargetOption[];
}

/** Whether some release has an option of a target. */
export function isTargetOption(option: string): boolean {
  return maskOf(TARGET_OPTIONS, option) !== 0;
}

/** Those of `jtag newtap`. */
export function tapOptionsOf(release: ReleaseId): string[] {
  return namesInOrder(tapOrder, TAP_OPTIONS, release);
}

export function isTapOption(option: string): boolean {
  return maskOf(TAP_OPTIONS, option) !== 0;
}

/** Those of `dap create`. */
export function dapOptionsOf(release: ReleaseId): string[] {
  return namesInOrder(dapOrder, DAP_OPTIONS, release);
}

/** Those of `cti create`. */
export function ctiOptionsOf(release: ReleaseId): string[] {
  return namesInOrder(ctiOrder, CTI_OPTIONS, release);
}

export function isCtiOption(option: string): boolean {
  return maskOf(CTI_OPTIONS, option) !== 0;
}

export function isDapOption(option: string): boolean {
  return maskOf(DAP_OPTIONS, option) !== 0;
}

/** The releases that have an option of `target create`, `jtag newtap`, `dap create` or `cti create`. */
export function releasesWithOption(option: string): ReleaseId[] {
  const tables = [TARGET_OPTIONS, TAP_OPTIONS, DAP_OPTIONS, CTI_OPTIONS];
  return idsOf(tables.reduce((mask, table) => mask | maskOf(table, option), 0));
}
