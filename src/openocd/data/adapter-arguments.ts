/**
 * Commands that adapter drivers bring, by how many arguments they take: a number, `least-most`, `least+` for any more, `2+2`
 * for pairs, several numbers for either. `any`: the count alone decides nothing, or releases differ; so it is with those that
 * only `adapter-commands.ts` has. Source: the programs, with each driver chosen and each command called with 0 to 9 arguments.
 */
export const ADAPTER_ARGUMENTS: readonly (readonly [counts: string, names: string])[] = [
  [
    "0-1",
    `
    ft232r restore_serial|ft232r srst_num|ft232r tck_num|ft232r tdi_num|ft232r tdo_num|ft232r tms_num
    ft232r trst_num|ft232r_restore_serial|ft232r_srst_num|ft232r_tck_num|ft232r_tdi_num|ft232r_tdo_num
    ft232r_tms_num|ft232r_trst_num|ftdi tdo_sample_edge|ftdi_tdo_sample_edge|jtag_dpi_set_address
    jtag_dpi_set_port`,
  ],
  [
    "0,2",
    `
    linuxgpiod swd_nums|linuxgpiod_swd_nums|sysfsgpio swd_nums|sysfsgpio_swd_nums`,
  ],
  [
    "0,4",
    `
    ft232r jtag_nums|ft232r_jtag_nums|linuxgpiod jtag_nums|linuxgpiod_jtag_nums|sysfsgpio jtag_nums
    sysfsgpio_jtag_nums`,
  ],
  [
    "1",
    `
    espusbjtag caps_descriptor|espusbjtag chip_id|ftdi channel|ftdi serial|ftdi_channel|ftdi_serial
    jlink serial|jlink usb|jtag_vpi_stop_sim_on_exit|parport_write_on_exit|presto_serial
    remote_bitbang_host|remote_bitbang_port|rshim device|st-link serial|usb_blaster_device_desc
    usb_blaster_firmware|usb_blaster_lowlevel_driver|vdebug batching|vdebug server|vsllink usb_bulkin
    vsllink usb_bulkout|vsllink usb_interface|vsllink usb_pid|vsllink usb_vid|vsllink_usb_bulkin
    vsllink_usb_bulkout|vsllink_usb_interface|vsllink_usb_pid|vsllink_usb_vid|xds110 serial
    xds110 supply`,
  ],
  [
    "1+",
    `
    buspirate mode|buspirate port|buspirate pullup|buspirate speed|buspirate vreg|buspirate_mode
    buspirate_port|buspirate_pullup|buspirate_speed|buspirate_vreg|ftdi layout_signal|ftdi_layout_signal
    xlnx_pcie_xvc config|xlnx_pcie_xvc_config`,
  ],
  [
    "2",
    `
    espusbjtag vid_pid|ftdi layout_init|ftdi_layout_init|vdebug bfm_path|vdebug polling`,
  ],
  [
    "2+",
    `
    cmsis_dap_vid_pid|ftdi vid_pid|ftdi_vid_pid`,
  ],
  [
    "2+2",
    `
    st-link vid_pid`,
  ],
  [
    "3",
    `
    vdebug mem_path`,
  ],
  ["any", "st-link arp_init|st-link use_stlink_server"],
];
