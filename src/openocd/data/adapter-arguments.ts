/**
 * Commands that adapter drivers bring, by how many arguments they take: a number, `least-most`, `least+` for any more, `2+2` for
 * pairs, several numbers for either; `any` where the count alone decides nothing. A group is what stands before a subcommand.
 * Source: the programs, with each driver chosen and each command called with 0 to 9 arguments; where releases differ, it is `any`.
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
  [
    "any",
    `
    vsllink usb_serial|vsllink_usb_serial
    aice adapter|aice count_to_check_dbger|aice custom_restart_script|aice custom_srst_script
    aice custom_trst_script|aice desc|aice info|aice port|aice reset|aice retry_times|aice serial
    aice vid_pid|am335xgpio speed_coeffs|bcm2835gpio peripheral_base|bcm2835gpio peripheral_mem_dev
    bcm2835gpio speed_coeffs|buspirate adc|buspirate led|cmsis-dap backend|cmsis-dap cmd|cmsis-dap info
    cmsis-dap quirk|cmsis-dap tcp|cmsis-dap tcp host|cmsis-dap tcp min_timeout|cmsis-dap tcp port
    cmsis-dap usb|cmsis-dap usb interface|cmsis_dap_usb interface|dmem ap_address_offset
    dmem base_address|dmem device|dmem emu_ap_list|dmem emu_base_address_range|dmem info|dmem max_aps
    dummy foo|dummy foo bar|dummy foo baz|dummy foo flag|dummy hello|espusbjtag setio|espusbjtag tdo
    ft232r serial_desc|ft232r vid_pid|ftdi device_desc|ftdi get_signal|ftdi jscan3_mode|ftdi oscan1_mode
    ftdi set_signal|jlink config|jlink config ip|jlink config mac|jlink config reset
    jlink config targetpower|jlink config usb|jlink config write|jlink emucom|jlink emucom read
    jlink emucom write|jlink freemem|jlink hwstatus|jlink jtag|jlink targetpower|jtag_dpi set_address
    jtag_dpi set_port|jtag_vpi set_address|jtag_vpi set_port|jtag_vpi stop_sim_on_exit
    kitprog acquire_psoc|kitprog info|kitprog init_acquire_psoc|linuxgpiod gpiochip|linuxgpiod led_num
    linuxgpiod srst_num|linuxgpiod swclk_num|linuxgpiod swdio_num|linuxgpiod tck_num|linuxgpiod tdi_num
    linuxgpiod tdo_num|linuxgpiod tms_num|linuxgpiod trst_num|openjtag device_desc|openjtag variant
    parport cable|parport port|parport toggling_time|parport write_on_exit|presto serial
    remote_bitbang host|remote_bitbang port|remote_bitbang use_remote_sleep|spidev mode|spidev path
    spidev queue_entries|st-link arp_init|st-link backend|st-link cmd|st-link interface
    st-link use_stlink_server|sysfsgpio srst_num|sysfsgpio swclk_num|sysfsgpio swdio_num
    sysfsgpio tck_num|sysfsgpio tdi_num|sysfsgpio tdo_num|sysfsgpio tms_num|sysfsgpio trst_num
    ulink download_firmware|usb_blaster device_desc|usb_blaster firmware|usb_blaster lowlevel_driver
    usb_blaster pin|usb_blaster vid_pid|xds110 info|xlnx_axi_xvc dev_addr|xlnx_axi_xvc dev_file|xvc host
    xvc port`,
  ],
];
