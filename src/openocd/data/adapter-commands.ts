/**
 * By releases and adapter driver, the commands that choosing it brings, with the full names of subcommands as far as the
 * program lists them (from ST's 1.8.0 on). Source: `info commands` of the programs before and after each choice; for a driver
 * that a build was made without, the nearest one that has it.
 */
export const ADAPTER_COMMANDS: readonly (readonly [mask: number, adapter: string, names: string])[] = [
  [0b011111111111111111, "aice", "aice"],
  [
    0b011111110000000000,
    "aice",
    `
    aice adapter|aice count_to_check_dbger|aice custom_restart_script|aice custom_srst_script
    aice custom_trst_script|aice desc|aice info|aice port|aice reset|aice retry_times|aice vid_pid`,
  ],
  [0b000001110000000000, "aice", "aice serial"],
  [0b100000000000000000, "am335xgpio", "am335xgpio|am335xgpio speed_coeffs"],
  [0b111111111111111111, "amt_jtagaccel", "rtck"],
  [0b000000001111111111, "amt_jtagaccel", "parport_port"],
  [0b111111111111111111, "arm-jtag-ew", "armjtagew_info"],
  [0b100000000000000000, "at91rm9200", "at91rm9200_device"],
  [
    0b100000000000000000,
    "bcm2835gpio",
    "bcm2835gpio|bcm2835gpio peripheral_base|bcm2835gpio peripheral_mem_dev|bcm2835gpio speed_coeffs",
  ],
  [
    0b111111110000000000,
    "buspirate",
    `
    buspirate|buspirate adc|buspirate led|buspirate mode|buspirate port|buspirate pullup
    buspirate speed|buspirate vreg`,
  ],
  [
    0b000000001111111111,
    "buspirate",
    `
    buspirate_adc|buspirate_led|buspirate_mode|buspirate_port|buspirate_pullup|buspirate_speed
    buspirate_vreg`,
  ],
  [0b100000000000000000, "ch347", "ch347"],
  [0b111111111111111111, "cmsis-dap", "cmsis-dap"],
  [0b111111110000000000, "cmsis-dap", "cmsis-dap cmd|cmsis-dap info"],
  [
    0b100000000000000000,
    "cmsis-dap",
    `
    cmsis-dap backend|cmsis-dap quirk|cmsis-dap tcp|cmsis-dap tcp host|cmsis-dap tcp min_timeout
    cmsis-dap tcp port|cmsis-dap usb|cmsis-dap usb interface`,
  ],
  [0b011111111111111111, "cmsis-dap", "cmsis_dap_vid_pid"],
  [0b011111111110000000, "cmsis-dap", "cmsis_dap_backend|cmsis_dap_usb"],
  [0b011111110000000000, "cmsis-dap", "cmsis_dap_usb interface"],
  [0b000001111111111111, "cmsis-dap", "cmsis_dap_serial"],
  [
    0b100000000000000000,
    "dmem",
    `
    dmem|dmem ap_address_offset|dmem base_address|dmem device|dmem emu_ap_list
    dmem emu_base_address_range|dmem info|dmem max_aps`,
  ],
  [0b111111111111111111, "dummy", "dummy"],
  [0b111111110000000000, "dummy", "dummy foo|dummy foo bar|dummy foo baz|dummy foo flag|dummy hello"],
  [
    0b111110000000000000,
    "esp_usb_jtag",
    "espusbjtag|espusbjtag caps_descriptor|espusbjtag chip_id|espusbjtag setio|espusbjtag tdo",
  ],
  [0b011110000000000000, "esp_usb_jtag", "espusbjtag vid_pid"],
  [
    0b111111110000000000,
    "ft232r",
    `
    ft232r|ft232r jtag_nums|ft232r restore_serial|ft232r srst_num|ft232r tck_num|ft232r tdi_num
    ft232r tdo_num|ft232r tms_num|ft232r trst_num`,
  ],
  [0b011111110000000000, "ft232r", "ft232r vid_pid"],
  [0b000001110000000000, "ft232r", "ft232r serial_desc"],
  [0b000000001111111110, "ft232r", "ft232r_serial_desc|ft232r_vid_pid"],
  [
    0b000000001111100000,
    "ft232r",
    `
    ft232r_jtag_nums|ft232r_restore_serial|ft232r_srst_num|ft232r_tck_num|ft232r_tdi_num
    ft232r_tdo_num|ft232r_tms_num|ft232r_trst_num`,
  ],
  [
    0b111111110000000000,
    "ftdi",
    `
    ftdi|ftdi channel|ftdi get_signal|ftdi layout_init|ftdi layout_signal|ftdi set_signal
    ftdi tdo_sample_edge`,
  ],
  [0b100000000000000000, "ftdi", "ftdi jscan3_mode|ftdi oscan1_mode"],
  [0b011111110000000000, "ftdi", "ftdi device_desc|ftdi vid_pid"],
  [0b000001110000000000, "ftdi", "ftdi serial"],
  [
    0b000000001111111111,
    "ftdi",
    `
    ftdi_channel|ftdi_device_desc|ftdi_get_signal|ftdi_layout_init|ftdi_layout_signal|ftdi_serial
    ftdi_set_signal|ftdi_tdo_sample_edge|ftdi_vid_pid`,
  ],
  [0b000000000000011111, "ftdi", "ftdi_location"],
  [0b000000001111111111, "gw16012", "parport_port"],
  [0b100000000000000000, "hla", "hla command|hla device_desc|hla layout|hla stlink_backend"],
  [0b011111111111111111, "hla", "hla_command|hla_device_desc|hla_layout|hla_vid_pid"],
  [0b011111110000000000, "hla", "hla_stlink_backend"],
  [0b000001111111111111, "hla", "hla_serial"],
  [0b000000000111100000, "hla", "hla_stlink_interface"],
  [0b000000000001110000, "hla", "hla_use_stlink_server"],
  [0b111111111111111111, "jlink", "jlink"],
  [
    0b111111110000000000,
    "jlink",
    `
    jlink config|jlink config ip|jlink config mac|jlink config reset|jlink config targetpower
    jlink config usb|jlink config write|jlink emucom|jlink emucom read|jlink emucom write
    jlink freemem|jlink hwstatus|jlink jtag|jlink targetpower|jlink usb`,
  ],
  [0b000001110000000000, "jlink", "jlink serial"],
  [0b111111110000000000, "jtag_dpi", "jtag_dpi|jtag_dpi set_address|jtag_dpi set_port"],
  [0b000000001110000000, "jtag_dpi", "jtag_dpi_set_address|jtag_dpi_set_port"],
  [
    0b111111110000000000,
    "jtag_vpi",
    "jtag_vpi|jtag_vpi set_address|jtag_vpi set_port|jtag_vpi stop_sim_on_exit",
  ],
  [0b000000001111111111, "jtag_vpi", "jtag_vpi_set_address|jtag_vpi_set_port"],
  [0b000000001111100000, "jtag_vpi", "jtag_vpi_stop_sim_on_exit"],
  [0b111111111111111110, "kitprog", "kitprog"],
  [0b111111110000000000, "kitprog", "kitprog acquire_psoc|kitprog info"],
  [0b100000000000000000, "kitprog", "kitprog init_acquire_psoc"],
  [0b011111111111111110, "kitprog", "kitprog_init_acquire_psoc"],
  [0b000001111111111110, "kitprog", "kitprog_serial"],
  [
    0b000001110000000000,
    "linuxgpiod",
    `
    linuxgpiod|linuxgpiod gpiochip|linuxgpiod jtag_nums|linuxgpiod led_num|linuxgpiod srst_num
    linuxgpiod swclk_num|linuxgpiod swd_nums|linuxgpiod swdio_num|linuxgpiod tck_num
    linuxgpiod tdi_num|linuxgpiod tdo_num|linuxgpiod tms_num|linuxgpiod trst_num`,
  ],
  [
    0b000000001110000000,
    "linuxgpiod",
    `
    linuxgpiod_gpiochip|linuxgpiod_jtag_nums|linuxgpiod_led_num|linuxgpiod_srst_num
    linuxgpiod_swclk_num|linuxgpiod_swd_nums|linuxgpiod_swdio_num|linuxgpiod_tck_num
    linuxgpiod_tdi_num|linuxgpiod_tdo_num|linuxgpiod_tms_num|linuxgpiod_trst_num`,
  ],
  [0b100000000000000000, "linuxspidev", "spidev|spidev mode|spidev path|spidev queue_entries"],
  [0b111111111111111111, "opendous", "opendous_hw_jtag|opendous_info|opendous_type"],
  [0b111111110000000000, "openjtag", "openjtag|openjtag variant"],
  [0b011111110000000000, "openjtag", "openjtag device_desc"],
  [0b000000001111111111, "openjtag", "openjtag_device_desc|openjtag_variant"],
  [
    0b111111110000000000,
    "parport",
    "parport|parport cable|parport port|parport toggling_time|parport write_on_exit",
  ],
  [0b000000001111111111, "parport", "parport_cable|parport_port|parport_toggling_time|parport_write_on_exit"],
  [0b000001110000000000, "presto", "presto|presto serial"],
  [0b000000001111111111, "presto", "presto_serial"],
  [0b111111110000000000, "remote_bitbang", "remote_bitbang|remote_bitbang host|remote_bitbang port"],
  [0b100000000000000000, "remote_bitbang", "remote_bitbang use_remote_sleep"],
  [0b000000001111111111, "remote_bitbang", "remote_bitbang_host|remote_bitbang_port"],
  [0b111111111111100000, "rshim", "rshim"],
  [0b111111110000000000, "rshim", "rshim device"],
  [0b111111111111111110, "st-link", "st-link"],
  [0b111111110000000000, "st-link", "st-link backend|st-link cmd"],
  [0b011111110000000000, "st-link", "st-link vid_pid"],
  [0b011011110000000000, "st-link", "st-link interface"],
  [0b000001110000000000, "st-link", "st-link serial"],
  [
    0b111111110000000000,
    "sysfsgpio",
    `
    sysfsgpio|sysfsgpio jtag_nums|sysfsgpio srst_num|sysfsgpio swclk_num|sysfsgpio swd_nums
    sysfsgpio swdio_num|sysfsgpio tck_num|sysfsgpio tdi_num|sysfsgpio tdo_num|sysfsgpio tms_num
    sysfsgpio trst_num`,
  ],
  [
    0b000000001111111111,
    "sysfsgpio",
    `
    sysfsgpio_jtag_nums|sysfsgpio_srst_num|sysfsgpio_swclk_num|sysfsgpio_swd_nums
    sysfsgpio_swdio_num|sysfsgpio_tck_num|sysfsgpio_tdi_num|sysfsgpio_tdo_num|sysfsgpio_tms_num
    sysfsgpio_trst_num`,
  ],
  [0b111111110000000000, "ulink", "ulink|ulink download_firmware"],
  [0b000000001111111111, "ulink", "ulink_download_firmware"],
  [
    0b111111110000000000,
    "usb_blaster",
    "usb_blaster|usb_blaster firmware|usb_blaster lowlevel_driver|usb_blaster pin",
  ],
  [0b011111110000000000, "usb_blaster", "usb_blaster vid_pid"],
  [0b000001110000000000, "usb_blaster", "usb_blaster device_desc"],
  [
    0b000000001111111111,
    "usb_blaster",
    `
    usb_blaster_device_desc|usb_blaster_firmware|usb_blaster_lowlevel_driver|usb_blaster_pin
    usb_blaster_vid_pid`,
  ],
  [
    0b111110000000000000,
    "vdebug",
    "vdebug|vdebug batching|vdebug bfm_path|vdebug mem_path|vdebug polling|vdebug server",
  ],
  [
    0b111111110000000000,
    "vsllink",
    `
    vsllink|vsllink usb_bulkin|vsllink usb_bulkout|vsllink usb_interface|vsllink usb_pid
    vsllink usb_vid`,
  ],
  [0b000001110000000000, "vsllink", "vsllink usb_serial"],
  [
    0b000000001111111111,
    "vsllink",
    `
    vsllink_usb_bulkin|vsllink_usb_bulkout|vsllink_usb_interface|vsllink_usb_pid|vsllink_usb_serial
    vsllink_usb_vid`,
  ],
  [0b111111111111111110, "xds110", "xds110"],
  [0b111111110000000000, "xds110", "xds110 info|xds110 supply"],
  [0b000001110000000000, "xds110", "xds110 serial"],
  [0b000000000000011110, "xds110", "xds110_serial"],
  [0b100000000000000000, "xlnx_axi_xvc", "xlnx_axi_xvc|xlnx_axi_xvc dev_addr|xlnx_axi_xvc dev_file"],
  [0b111111110000000000, "xlnx_pcie_xvc", "xlnx_pcie_xvc|xlnx_pcie_xvc config"],
  [0b000000001111100000, "xlnx_pcie_xvc", "xlnx_pcie_xvc_config"],
  [0b100000000000000000, "xvc", "xvc|xvc host|xvc port"],
];
