/**
 * Global variables that OpenOCD's own start-up scripts set, and that configs read or append to. Source: the
 * programs, asked before any config.
 */

import { before, bitOf, type Release, since } from "./releases.ts";
import { unpack } from "./table.ts";

const SINCE_1_8 = since("st-1.8.0");
const SINCE_0_12 = since("st-1.11.0");
const MASTER = since("master");
const ONLY_0_12 = SINCE_0_12 & before("master");

/** By releases, in order: commands that the telnet server does not offer for completion. */
const AUTOCOMPLETE_SKIP: readonly (readonly [mask: number, names: string])[] = [
  [
    SINCE_0_12,
    `
    _run_post_init_commands|_run_pre_shutdown_commands|adapter_gpio_helper_with_caller
    adapter_gpio_helper|adapter_gpio_jtag_nums_with_caller|adapter_gpio_jtag_nums
    adapter_gpio_swd_nums_with_caller|adapter_gpio_swd_nums`,
  ],
  [
    SINCE_1_8,
    `
    jtag_reset|adapter_khz|adapter_name|adapter_nsrst_delay|adapter_nsrst_assert_width|interface
    interface_transports|interface_list`,
  ],
  [MASTER, "espusbjtag vid_pid"],
  [SINCE_1_8, "ftdi_location|xds110_serial|xds110_supply_voltage|hla newtap"],
  [MASTER, "ftdi device_desc"],
  [
    SINCE_1_8,
    `
    ftdi_device_desc|ftdi_serial|ftdi_channel|ftdi_layout_init|ftdi_layout_signal|ftdi_set_signal
    ftdi_get_signal|ftdi_vid_pid`,
  ],
  [MASTER, "ftdi vid_pid"],
  [SINCE_1_8, "ftdi_tdo_sample_edge|remote_bitbang_host|remote_bitbang_port|openjtag_device_desc"],
  [MASTER, "openjtag_device_desc"],
  [SINCE_1_8, "openjtag_variant|parport_port|parport_cable"],
  [MASTER, "parport_select_cable"],
  [
    SINCE_1_8,
    `
    parport_write_on_exit|parport_toggling_time|jtag_dpi_set_port|jtag_dpi_set_address|jtag_vpi_set_port
    jtag_vpi_set_address|jtag_vpi_stop_sim_on_exit|presto_serial|xlnx_pcie_xvc_config`,
  ],
  [MASTER, "xlnx_axi_xvc_config"],
  [
    SINCE_1_8,
    `
    ulink_download_firmware|vsllink_usb_vid|vsllink_usb_pid|vsllink_usb_serial|vsllink_usb_bulkin
    vsllink_usb_bulkout|vsllink_usb_interface`,
  ],
  [SINCE_0_12, "bcm2835_gpio_helper"],
  [
    SINCE_1_8,
    `
    bcm2835gpio_jtag_nums|bcm2835gpio_tck_num|bcm2835gpio_tms_num|bcm2835gpio_tdo_num
    bcm2835gpio_tdi_num|bcm2835gpio_swd_nums|bcm2835gpio_swclk_num|bcm2835gpio_swdio_num
    bcm2835gpio_swdio_dir_num|bcm2835gpio_srst_num|bcm2835gpio_trst_num`,
  ],
  [
    SINCE_0_12,
    `
    bcm2835gpio jtag_nums|bcm2835gpio tck_num|bcm2835gpio tms_num|bcm2835gpio tdo_num
    bcm2835gpio tdi_num|bcm2835gpio swd_nums|bcm2835gpio swclk_num|bcm2835gpio swdio_num
    bcm2835gpio swdio_dir_num|bcm2835gpio srst_num|bcm2835gpio trst_num`,
  ],
  [
    SINCE_1_8,
    `
    bcm2835gpio_speed_coeffs|bcm2835gpio_peripheral_base|linuxgpiod_jtag_nums|linuxgpiod_tck_num
    linuxgpiod_tms_num|linuxgpiod_tdo_num|linuxgpiod_tdi_num|linuxgpiod_srst_num|linuxgpiod_trst_num
    linuxgpiod_swd_nums|linuxgpiod_swclk_num|linuxgpiod_swdio_num|linuxgpiod_led_num|linuxgpiod_gpiochip
    sysfsgpio_jtag_nums|sysfsgpio_tck_num|sysfsgpio_tms_num|sysfsgpio_tdo_num|sysfsgpio_tdi_num
    sysfsgpio_srst_num|sysfsgpio_trst_num|sysfsgpio_swd_nums|sysfsgpio_swclk_num|sysfsgpio_swdio_num
    buspirate_adc|buspirate_vreg|buspirate_pullup|buspirate_led|buspirate_speed|buspirate_mode
    buspirate_port|usb_blaster_device_desc|usb_blaster_vid_pid`,
  ],
  [MASTER, "usb_blaster vid_pid"],
  [
    SINCE_1_8,
    "usb_blaster_lowlevel_driver|usb_blaster_pin|usb_blaster_firmware|ft232r_serial_desc|ft232r_vid_pid",
  ],
  [MASTER, "ft232r vid_pid"],
  [
    SINCE_1_8,
    `
    ft232r_jtag_nums|ft232r_tck_num|ft232r_tms_num|ft232r_tdo_num|ft232r_tdi_num|ft232r_srst_num
    ft232r_trst_num|ft232r_restore_serial`,
  ],
  [ONLY_0_12, "aice serial"],
  [
    SINCE_0_12,
    `
    cmsis_dap_serial|ft232r serial_desc|ftdi serial|hla_serial|jlink serial|kitprog_serial|presto serial
    st-link serial|vsllink usb_serial|xds110 serial|linuxgpiod|linuxgpiod tck_num|linuxgpiod tms_num
    linuxgpiod tdi_num|linuxgpiod tdo_num|linuxgpiod trst_num|linuxgpiod srst_num|linuxgpiod swclk_num
    linuxgpiod swdio_num|linuxgpiod swdio_dir_num|linuxgpiod led_num|linuxgpiod gpiochip
    linuxgpiod jtag_nums|linuxgpiod swd_nums|am335xgpio jtag_nums|am335xgpio tck_num|am335xgpio tms_num
    am335xgpio tdi_num|am335xgpio tdo_num|am335xgpio swd_nums|am335xgpio swclk_num|am335xgpio swdio_num
    am335xgpio swdio_dir_num|am335xgpio swdio_dir_output_state|am335xgpio srst_num|am335xgpio trst_num
    am335xgpio led_num|am335xgpio led_on_state`,
  ],
  [
    MASTER,
    `
    cmsis_dap_backend|cmsis_dap_vid_pid|cmsis_dap_usb|hla_layout|hla_device_desc|hla_vid_pid|hla_command
    hla_stlink_backend|st-link vid_pid|kitprog_init_acquire_psoc|pld device|ipdbg -start|ipdbg -stop
    _post_init_target_array_mem`,
  ],
  [
    SINCE_1_8,
    "aarch64 smp_on|aarch64 smp_off|cortex_a smp_on|cortex_a smp_off|mips_m4k smp_on|mips_m4k smp_off",
  ],
  [
    MASTER,
    `
    arm disassemble|aarch64 disassemble|_post_init_target_cortex_a_cache_auto|cache_config l2x
    riscv set_enable_virtual|riscv set_enable_virt2phys|riscv set_ebreakm|riscv set_ebreaks
    riscv set_ebreaku`,
  ],
  [SINCE_1_8, "prevent_cps|POST|Host:|_telnet_autocomplete_helper"],
  [
    MASTER,
    `
    gdb_sync|gdb_port|gdb_memory_map|gdb_flash_program|gdb_report_data_abort
    gdb_report_register_access_error|gdb_breakpoint_override|gdb_target_description|gdb_save_tdesc
    tcl_port|tcl_notifications|tcl_trace|telnet_port`,
  ],
  [SINCE_1_8, "program_error"],
];

/** By releases, what runs at the end of `init`. */
const POST_INIT = "_post_init_target_array_mem|_post_init_target_cortex_a_cache_auto";

/** Names and values of those that are lists. */
export function startupLists({ id }: Release): Lists {
  const lists = listsById.get(id) ?? listsOf(bitOf(id));
  listsById.set(id, lists);
  return lists;
}

type Lists = Readonly<Record<string, readonly string[]>>;

const listsById = new Map<string, Lists>();

function listsOf(bit: number): Lists {
  if ((bit & SINCE_1_8) === 0) return {};
  const skipped = AUTOCOMPLETE_SKIP.flatMap(([mask, names]) => (mask & bit ? unpack(names) : []));
  return {
    _telnet_autocomplete_skip: skipped,
    ...(bit & MASTER && { post_init_commands: unpack(POST_INIT) }),
  };
}
