/**
 * Commands that have had several names. Sources: the programs (`COMMANDS`); the deprecated wrappers of OpenOCD
 * 0.12.0 and of master (src/jtag/startup.tcl, src/target/startup.tcl, src/flash/startup.tcl), each of which names its
 * successor and takes the same arguments; the sources of ST's tags for the words that point them to `stlink-server`.
 */

import { before, bitOf, since, UP_TO_0_11 } from "./releases.ts";

/** All releases. */
export const ALL = since("0.10.0");
/** Before upstream of March 2020. */
const OLD = before("st-1.4.0");
const SINCE_1_4 = since("st-1.4.0");
const ST_1_4_TO_1_7 = SINCE_1_4 & before("0.11.0");
const SINCE_0_11 = since("st-1.6.0");
/** Since upstream of October 2021, of which ST's 1.8 to 1.10 are. */
export const SINCE_2021 = since("st-1.8.0");
const SINCE_0_12 = since("st-1.11.0");
const BEFORE_0_12 = before("st-1.11.0");
const OF_2021 = SINCE_2021 & BEFORE_0_12;
const MASTER = since("master");

/** Names that are there whatever the adapter; `COMMANDS` says when, and those that it lacks were always there. */
export const CORE = `
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

/** By adapter: `word_rest`, which upstream of 2021 made `word rest`, with the same arguments. */
export const GROUPED: readonly (readonly [adapter: string, words: string])[] = [
  // Older programs have it on Arm only, and were not asked.
  [
    "bcm2835gpio",
    "speed_coeffs|peripheral_base|jtag_nums|srst_num|swclk_num|swd_nums|swdio_num|tck_num|tdi_num|tdo_num|tms_num|trst_num",
  ],
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
export const OWN: readonly (readonly [
  adapter: string,
  ...names: (readonly [mask: number, name: string])[],
])[] = [
  // The serial number, which 0.12.0 gives to all adapters alike.
  ["aice", [BEFORE_0_12, "aice serial"], [SINCE_0_12, "adapter serial"]],
  ["cmsis-dap", [BEFORE_0_12, "cmsis_dap_serial"], [SINCE_0_12, "adapter serial"]],
  [
    "ft232r",
    [UP_TO_0_11, "ft232r_serial_desc"],
    [OF_2021, "ft232r serial_desc"],
    [SINCE_0_12, "adapter serial"],
  ],
  ["ftdi", [UP_TO_0_11, "ftdi_serial"], [OF_2021, "ftdi serial"], [SINCE_0_12, "adapter serial"]],
  ["hla", [BEFORE_0_12, "hla_serial"], [SINCE_0_12, "adapter serial"]],
  ["jlink", [BEFORE_0_12, "jlink serial"], [SINCE_0_12, "adapter serial"]],
  ["kitprog", [BEFORE_0_12, "kitprog_serial"], [SINCE_0_12, "adapter serial"]],
  ["presto", [UP_TO_0_11, "presto_serial"], [OF_2021, "presto serial"], [SINCE_0_12, "adapter serial"]],
  ["st-link", [BEFORE_0_12, "st-link serial"], [SINCE_0_12, "adapter serial"]],
  [
    "vsllink",
    [UP_TO_0_11, "vsllink_usb_serial"],
    [OF_2021, "vsllink usb_serial"],
    [SINCE_0_12, "adapter serial"],
  ],
  ["ftdi", [OLD, "ftdi_location"], [SINCE_1_4, "adapter usb location"]],
  [
    "xds110",
    [OLD, "xds110_serial"],
    [SINCE_1_4 & BEFORE_0_12, "xds110 serial"],
    [SINCE_0_12, "adapter serial"],
  ],
  ["xds110", [OLD, "xds110_supply_voltage"], [SINCE_1_4, "xds110 supply"]],
  // ST's stlink-server.
  [
    "hla",
    [since("st-1.3.0") & before("st-1.6.0"), "hla_use_stlink_server"],
    [ST_1_4_TO_1_7, "hla_stlink_interface server"],
    [SINCE_2021, "hla_stlink_backend tcp"],
    [MASTER, "hla stlink_backend tcp"],
  ],
  [
    "st-link",
    [since("st-1.3.0") & before("st-1.6.0"), "st-link use_stlink_server"],
    [since("st-1.4.0") & before("master") & ~bitOf("0.11.0") & ~bitOf("0.12.0"), "st-link interface server"],
    [SINCE_2021, "st-link backend tcp"],
  ],
  // What master gave to groups.
  ["cmsis-dap", [SINCE_0_11, "cmsis_dap_backend"], [MASTER, "cmsis-dap backend"]],
  ["cmsis-dap", [SINCE_0_11, "cmsis_dap_usb"], [MASTER, "cmsis-dap usb"]],
  ["cmsis-dap", [ALL, "cmsis_dap_vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["hla", [ALL, "hla_command"], [MASTER, "hla command"]],
  ["hla", [ALL, "hla_device_desc"], [MASTER, "hla device_desc"]],
  ["hla", [ALL, "hla_layout"], [MASTER, "hla layout"]],
  ["hla", [SINCE_2021, "hla_stlink_backend"], [MASTER, "hla stlink_backend"]],
  ["hla", [ALL, "hla_vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["kitprog", [ALL, "kitprog_init_acquire_psoc"], [MASTER, "kitprog init_acquire_psoc"]],
  ["ft232r", [SINCE_2021, "ft232r vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["ftdi", [SINCE_2021, "ftdi vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["ftdi", [SINCE_2021, "ftdi device_desc"], [MASTER, "adapter usb product_name"]],
  ["openjtag", [SINCE_2021, "openjtag device_desc"], [MASTER, "adapter usb product_name"]],
  ["st-link", [since("st-1.4.0"), "st-link vid_pid"], [MASTER, "adapter usb vid_pid"]],
  ["usb_blaster", [SINCE_2021, "usb_blaster vid_pid"], [MASTER, "adapter usb vid_pid"]],
];

/**
 * Commands that `init` brings, and releases that have them: before 0.12.0 configs read memory with `mem2array`, which
 * 0.12.0 keeps as a proc and master does not. What takes the one's place is no plain rename.
 */
export const AFTER_INIT: readonly (readonly [mask: number, names: string])[] = [
  [SINCE_0_12, "get_reg|read_memory|set_reg|write_memory"],
  [before("master"), "array2mem|mem2array"],
];

/** Words that `COMMANDS` does not have for every release that knows them: up to ST's 1.5 `hla newtap` is there under HLA only. */
export const ALWAYS = ["hla", "hla newtap"];
