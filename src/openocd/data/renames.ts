/**
 * Commands that have had several names. Sources: the programs (`COMMANDS`); the deprecated wrappers of OpenOCD
 * 0.12.0 and of master (src/jtag/startup.tcl, src/target/startup.tcl, src/flash/startup.tcl), each of which names its
 * successor and takes the same arguments; ST's r1, r2 and r3 for the words that point them to `stlink-server`.
 */

import { ADAPTER_DRIVERS } from "./adapter-drivers.ts";
import { originsOf } from "./command-origins.ts";
import { COMMANDS } from "./commands.ts";
import { FLASH_DRIVERS } from "./flash-drivers.ts";
import { before, bitOf, idsOf, type ReleaseId, since } from "./releases.ts";
import { allNames, has, maskOf, unpack } from "./table.ts";
import { TARGET_TYPES } from "./target-types.ts";

/** Names of one command, the oldest first. Where an argument was renamed with it, it is part of the name. */
interface Rename {
  readonly names: readonly string[];
  /** The adapter driver whose command it is. */
  readonly adapter?: string;
}

const ALL = since("st-r1");
const R1 = before("st-r2");
const SINCE_R2 = since("st-r2");
/** Up to ST's r3, hence up to 0.11. */
const UP_TO_0_11 = before("0.12.0");
const R2_TO_0_11 = SINCE_R2 & UP_TO_0_11;
const SINCE_0_12 = since("0.12.0");
const MASTER = since("master");

/** Names that are there whatever the adapter; `COMMANDS` says when, and those that it lacks were always there. */
const CORE = `
  jtag_khz > adapter_khz > adapter speed
  jtag_nsrst_delay > adapter_nsrst_delay > adapter srst delay
  jtag_nsrst_assert_width > adapter_nsrst_assert_width > adapter srst pulse_width
  interface > adapter driver
  interface_list > adapter list
  interface_transports > adapter transports
  adapter_name > adapter name
  gdb_breakpoint_override > gdb breakpoint_override
  gdb_flash_program > gdb flash_program
  gdb_memory_map > gdb memory_map
  gdb_port > gdb port
  gdb_report_data_abort > gdb report_data_abort
  gdb_report_register_access_error > gdb report_register_access_error
  gdb_save_tdesc > gdb save_tdesc
  gdb_sync > gdb sync
  gdb_target_description > gdb target_description
  tcl_notifications > tcl notifications
  tcl_port > tcl port
  tcl_trace > tcl trace
  telnet_port > telnet port
  armv4_5 > arm
  cortex_a8 > cortex_a
  cortex_m3 > cortex_m
  stm32x > stm32f1x
  stm32f2xxx > stm32f2x
  stlink_device_desc > hla_device_desc
  stlink_layout > hla_layout
  stlink_serial > hla_serial
  stlink_vid_pid > hla_vid_pid`;

/** By adapter: `word_rest`, which 0.12.0 made `word rest`, with the same arguments. */
const GROUPED: readonly (readonly [adapter: string, words: string])[] = [
  ["bcm2835gpio", "speed_coeffs|peripheral_base"],
  ["buspirate", "adc|led|mode|port|pullup|speed|vreg"],
  ["ft232r", "jtag_nums|restore_serial|srst_num|tck_num|tdi_num|tdo_num|tms_num|trst_num|vid_pid"],
  ["ftdi", "channel|device_desc|get_signal|layout_init|layout_signal|set_signal|tdo_sample_edge|vid_pid"],
  ["jtag_dpi", "set_address|set_port"],
  ["jtag_vpi", "set_address|set_port|stop_sim_on_exit"],
  ["openjtag", "device_desc|variant"],
  ["parport", "cable|port|toggling_time|write_on_exit"],
  ["remote_bitbang", "host|port"],
  ["sysfsgpio", "jtag_nums|srst_num|swclk_num|swd_nums|swdio_num|tck_num|tdi_num|tdo_num|tms_num|trst_num"],
  ["ulink", "download_firmware"],
  ["usb_blaster", "device_desc|firmware|lowlevel_driver|pin|vid_pid"],
  ["vsllink", "usb_bulkin|usb_bulkout|usb_interface|usb_pid|usb_vid"],
  ["xlnx_pcie_xvc", "config"],
];

/** By adapter, its other names, each with the releases that have it. */
const OWN: readonly (readonly [adapter: string, ...names: (readonly [mask: number, name: string])[]])[] = [
  // The serial number, which 0.12.0 gives to all adapters alike.
  ["aice", [UP_TO_0_11, "aice serial"], [SINCE_0_12, "adapter serial"]],
  ["cmsis-dap", [UP_TO_0_11, "cmsis_dap_serial"], [SINCE_0_12, "adapter serial"]],
  ["ft232r", [UP_TO_0_11, "ft232r_serial_desc"], [0, "ft232r serial_desc"], [SINCE_0_12, "adapter serial"]],
  ["ftdi", [UP_TO_0_11, "ftdi_serial"], [0, "ftdi serial"], [SINCE_0_12, "adapter serial"]],
  ["hla", [UP_TO_0_11, "hla_serial"], [SINCE_0_12, "adapter serial"]],
  ["jlink", [UP_TO_0_11, "jlink serial"], [SINCE_0_12, "adapter serial"]],
  ["kitprog", [UP_TO_0_11, "kitprog_serial"], [SINCE_0_12, "adapter serial"]],
  ["presto", [UP_TO_0_11, "presto_serial"], [0, "presto serial"], [SINCE_0_12, "adapter serial"]],
  ["st-link", [UP_TO_0_11, "st-link serial"], [SINCE_0_12, "adapter serial"]],
  ["vsllink", [UP_TO_0_11, "vsllink_usb_serial"], [0, "vsllink usb_serial"], [SINCE_0_12, "adapter serial"]],
  ["ftdi", [R1, "ftdi_location"], [SINCE_R2, "adapter usb location"]],
  ["xds110", [R1, "xds110_serial"], [R2_TO_0_11, "xds110 serial"], [SINCE_0_12, "adapter serial"]],
  ["xds110", [R1, "xds110_supply_voltage"], [SINCE_R2, "xds110 supply"]],
  // ST's stlink-server.
  [
    "hla",
    [R1, "hla_use_stlink_server"],
    [R2_TO_0_11, "hla_stlink_interface server"],
    [SINCE_0_12, "hla_stlink_backend tcp"],
    [MASTER, "hla stlink_backend tcp"],
  ],
  [
    "st-link",
    [R1, "st-link use_stlink_server"],
    [R2_TO_0_11, "st-link interface server"],
    [SINCE_0_12, "st-link backend tcp"],
  ],
  // What master gave to groups.
  ["cmsis-dap", [SINCE_0_12, "cmsis_dap_backend"], [MASTER, "cmsis-dap backend"]],
  ["cmsis-dap", [SINCE_0_12, "cmsis_dap_usb"], [MASTER, "cmsis-dap usb"]],
  ["cmsis-dap", [ALL, "cmsis_dap_vid_pid"], [MASTER, "cmsis-dap vid_pid"]],
  ["hla", [ALL, "hla_command"], [MASTER, "hla command"]],
  ["hla", [ALL, "hla_device_desc"], [MASTER, "hla device_desc"]],
  ["hla", [ALL, "hla_layout"], [MASTER, "hla layout"]],
  ["hla", [SINCE_0_12, "hla_stlink_backend"], [MASTER, "hla stlink_backend"]],
  ["hla", [ALL, "hla_vid_pid"], [MASTER, "hla vid_pid"]],
  ["kitprog", [ALL, "kitprog_init_acquire_psoc"], [MASTER, "kitprog init_acquire_psoc"]],
  ["ft232r", [SINCE_0_12, "ft232r vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["ftdi", [SINCE_0_12, "ftdi vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["ftdi", [SINCE_0_12, "ftdi device_desc"], [MASTER, "adapter usb product_name"]],
  ["openjtag", [SINCE_0_12, "openjtag device_desc"], [MASTER, "adapter usb product_name"]],
  ["st-link", [ALL, "st-link vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["usb_blaster", [SINCE_0_12, "usb_blaster vid_pid"], [MASTER, "adapter usb vid_pid"]],
];

/**
 * Commands that `init` brings, and releases that have them: before 0.12.0 configs read memory with `mem2array`, which
 * 0.12.0 keeps as a proc and master does not. What takes the one's place is no plain rename.
 */
const AFTER_INIT: readonly (readonly [mask: number, names: string])[] = [
  [SINCE_0_12, "get_reg|read_memory|set_reg|write_memory"],
  [before("master"), "array2mem|mem2array"],
];

/** Words that `COMMANDS` does not have for every release that knows them: ST's r1 and r2 have a true `hla newtap`. */
const ALWAYS = ["hla", "hla newtap"];

interface Index {
  readonly renames: readonly Rename[];
  /** Every name in them. */
  readonly all: ReadonlySet<string>;
  /** By name, which releases have it. */
  readonly masks: ReadonlyMap<string, number>;
  /** By name, the adapters that bring it. */
  readonly adapters: ReadonlyMap<string, readonly string[]>;
}

let index: Index | undefined;

function indexed(): Index {
  if (index !== undefined) return index;
  const renames: Rename[] = unpack(CORE).map((row) => ({ names: row.split(" > ") }));
  const masks = new Map<string, number>();
  const adapters = new Map<string, string[]>();
  const note = (adapter: string, name: string, mask: number) => {
    masks.set(name, (masks.get(name) ?? maskOf(COMMANDS, name)) | mask);
    adapters.set(name, [...(adapters.get(name) ?? []), adapter]);
  };
  const rows = [
    ...GROUPED.flatMap(([adapter, words]) => unpack(words).map((word) => grouped(adapter, word))),
    ...OWN,
  ];
  for (const [adapter, ...names] of rows) {
    for (const [mask, name] of names) note(adapter, name, mask);
    renames.push({ names: names.map(([, name]) => name), adapter });
  }
  for (const [mask, names] of AFTER_INIT) for (const name of unpack(names)) masks.set(name, mask);
  for (const name of ALWAYS) masks.set(name, ALL);
  index = { renames, all: new Set(renames.flatMap(({ names }) => names)), masks, adapters };
  return index;
}

function grouped(adapter: string, word: string): (typeof OWN)[number] {
  return [adapter, [UP_TO_0_11, `${adapter}_${word}`], [SINCE_0_12, `${adapter} ${word}`]];
}

/** Which releases have a command of that full name; undefined where that is not known. */
function releaseMask(name: string): number | undefined {
  const known = indexed().masks.get(name);
  if (known !== undefined) return known;
  // What an adapter, a target or `init` brings was asked of 0.12.0 only.
  if (originsOf(name).length > 0) return undefined;
  return maskOf(COMMANDS, name) || undefined;
}

/** No command's name has more words. */
const LONGEST = 4;

const changing = new Map<ReleaseId, ReadonlySet<string>>();

/** Whether all commands that begin with a word have had one name only, and a release has them. */
export function isSettled(word: string, release: ReleaseId): boolean {
  const known = changing.get(release) ?? firstWordsOfOthers(release);
  changing.set(release, known);
  return !known.has(word);
}

function firstWordsOfOthers(release: ReleaseId): ReadonlySet<string> {
  const { all, masks } = indexed();
  const names = [...all.keys(), ...masks.keys(), ...allNames(COMMANDS)].filter(
    (name) => all.has(name) || !((masks.get(name) ?? maskOf(COMMANDS, name)) & bitOf(release)),
  );
  return new Set(names.map((name) => name.split(" ", 1)[0]!));
}

/**
 * The command that some words call, by its full name, where a release is known not to have it and another one is known
 * to: `adapter speed` for `adapter speed 100` in ST's r1. Undefined for all other words.
 */
export function lackingIn(words: readonly string[], release: ReleaseId): string | undefined {
  const names = prefixes(words.slice(0, LONGEST));
  const { masks } = indexed();
  const own = names.find((one) => masks.has(one));
  const name = own ?? names.find((one) => maskOf(COMMANDS, one) > 0);
  if (name === undefined || (masks.get(name) ?? maskOf(COMMANDS, name)) & bitOf(release)) return undefined;
  return own === undefined && isBrought(words, release) ? undefined : name;
}

/** The command that some words call, by its full name, where it has had several names. */
export function renamedAs(words: readonly string[]): string | undefined {
  const { all } = indexed();
  return prefixes(words.slice(0, LONGEST)).find((name) => all.has(name));
}

/** The longest first. */
function prefixes(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(0, words.length - i).join(" "));
}

/** Whether something that a config chooses or creates may bring the command in that release. */
function isBrought(words: readonly string[], release: ReleaseId): boolean {
  const [first = ""] = words;
  const isDriver = [ADAPTER_DRIVERS, FLASH_DRIVERS, TARGET_TYPES].some((table) => has(table, first, release));
  return isDriver || originsOf(words.slice(0, 2).join(" ")).length > 0;
}

/** The releases that have a command of that full name, oldest first. */
export function releasesWithCommand(name: string): ReleaseId[] {
  return idsOf(releaseMask(name) ?? 0);
}

/** Whether an adapter brings a command of that name in a release. */
export function isOfAdapter(name: string, adapter: string, release: ReleaseId): boolean {
  const { adapters, masks } = indexed();
  return adapters.get(name)?.includes(adapter) === true && (masks.get(name)! & bitOf(release)) !== 0;
}

/**
 * What a release calls a command that has another name elsewhere, its newest name where it has several. Where more than
 * one adapter had a name of its own for it, the adapter in use decides. Undefined where there is no such name, or it
 * cannot be told.
 */
export function nameIn(name: string, release: ReleaseId, adapter: string): string | undefined {
  const found = new Set<string>();
  for (const rename of indexed().renames) {
    if (!rename.names.includes(name)) continue;
    if (rename.adapter !== undefined && adapter !== "" && rename.adapter !== adapter) continue;
    const own = successors(rename.names).findLast((one) => (releaseMask(one) ?? ALL) & bitOf(release));
    if (own !== undefined) found.add(own);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The names of a command with those that others renamed it to, the oldest first. */
function successors(names: readonly string[]): string[] {
  const further = indexed().renames.find((one) => one.names[0] === names.at(-1));
  const earlier = indexed().renames.find((one) => one.names.at(-1) === names[0]);
  return [...(earlier?.names.slice(0, -1) ?? []), ...names, ...(further?.names.slice(1) ?? [])];
}

/** Every name that a command has had, itself included. */
export function namesOf(name: string): string[] {
  const all = indexed().renames.filter(({ names }) => names.includes(name));
  return [...new Set([name, ...all.flatMap(({ names }) => successors(names))])];
}

/** The newest name of a command. */
export function newestName(name: string): string {
  const rename = indexed().renames.find(({ names }) => names.includes(name));
  return rename === undefined ? name : successors(rename.names).at(-1)!;
}
