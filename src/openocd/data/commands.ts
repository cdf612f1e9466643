import type { Table } from "./table.ts";

/**
 * Commands and procs that exist before any target does, by release, with the full names of subcommands
 * (`adapter driver`). Source: `info commands` of the programs, run with the dummy adapter, hence with the
 * commands of the transport `jtag` and with `dummy`; names that begin with `_` are internal to OpenOCD. For
 * those, and for commands that come with other adapters, transports, target types, flash drivers or `init`, see
 * `originsOf` in `command-origins.ts`. The first word of a name here is not always a command of its own: `aarch64 smp_on`
 * exists from the start, `aarch64` only with a target of that type.
 */
export const COMMANDS: Table = [
  [
    0b111111111111111111,
    `
    *|+|-|/|adapter_khz|adapter_name|adapter_nsrst_assert_width|adapter_nsrst_delay|add_help_text
    add_script_search_dir|add_usage_text|after|alias|append|apply|array|bindto|break|capture|catch|clock
    collect|command|command mode|concat|continue|curry|debug_level|default_to_jtag|dict|dict append
    dict for|dict incr|dict lappend|dict remove|dict replace|dict update|drscan|dummy|dummy foo
    dummy foo bar|dummy foo baz|dummy foo flag|dummy hello|echo|env|error|errorInfo|eval|exists|exit
    expr|file copy|file delete force|fileevent|finalize|find|flash|flash bank|flash banks|flash init
    flash list|flush_count|for|foreach|format|function|gdb_breakpoint_override|gdb_flash_program
    gdb_memory_map|gdb_port|gdb_report_data_abort|gdb_save_tdesc|gdb_sync|gdb_target_description|getref
    global|help|if|incr|info|info nameofexecutable|init|init_board|init_reset|init_target_events
    init_targets|interface|interface_list|interface_transports|irscan|join|jsp_port|jtag|jtag arp_init
    jtag arp_init-reset|jtag cget|jtag configure|jtag drscan|jtag flush_count|jtag init|jtag names
    jtag newtap|jtag pathmove|jtag tapdisable|jtag tapenable|jtag tapisenabled|jtag_flush_queue_sleep
    jtag_init|jtag_ntrst_assert_width|jtag_ntrst_delay|jtag_rclk|jtag_reset|lambda|lambda.finalizer
    lappend|lassign|lindex|linsert|list|llength|lmap|local|log_output|loop|lrange|lrepeat|lreplace
    lreverse|lsearch|lset|lsort|measure_clk|ms|nand|nand device|nand drivers|nand init|new_target_name
    noinit|ocd_find|ocd_gdb_restart|ocd_process_reset|ocd_process_reset_inner|parray|pathmove|pid|pld
    pld device|pld init|poll_period|popen|power_dropout|power_restore|proc|program|program_error|puts
    rand|range|ref|regexp|regsub|rename|reset_config|return|runtest|scan|scan_chain|script|set
    set_default_target_event|setref|shutdown|sleep|source|split|srst_asserted|srst_deasserted|stackdump
    stacktrace|stm32f0x|stm32f3x|stm32f4x|string|subst|svf|switch|tailcall|target|target create
    target current|target init|target names|target smp|target types|targets|tcl_notifications|tcl_port
    tcl_trace|telnet_port|throw|time|tms_sequence|transport|transport init|transport list
    transport select|try|unset|upcall|update|uplevel|upvar|usage|using_hla|using_jtag|using_swd
    verify_ircapture|verify_jtag|version|vwait|wait_srst_deassert|while|xsvf`,
  ],
  [
    0b111111111111111110,
    `
    alarm|cd|class|close|cti|cti create|cti names|dap|dap create|dap info|dap init|dap names|eof|exec
    fconfigure|file|flush|gdb_report_register_access_error|gets|glob|glob.explode|glob.glob|glob.globdir
    history|interp|kill|load|namespace|namespace code|namespace delete|namespace import|namespace info
    namespace inscope|namespace origin|namespace upvar|namespace which|open|os.fork|os.gethostname
    os.getids|os.uptime|pack|package|pwd|read|readdir|seek|signal|socket|stderr|stdin|stdout|super
    syslog|tell|tree|tree children|tree classname|tree classvars|tree depth|tree destroy|tree dump
    tree eval|tree finalize|tree get|tree getall|tree insert|tree keyexists|tree lappend|tree method
    tree methods|tree new|tree next|tree numchildren|tree parent|tree set|tree vars|tree walk|unpack
    variable`,
  ],
  [0b111111111111110000, "stm32f7x|stm32g0x|stm32g4x|stm32wbx"],
  [
    0b111111111111100000,
    `
    Host:|POST|adapter|adapter assert|adapter deassert|adapter driver|adapter list|adapter name
    adapter speed|adapter srst|adapter srst delay|adapter srst pulse_width|adapter usb
    adapter usb location|defer|ftdi_location|pipe|prevent_cps|stm32l0x|stm32l1x|stm32wlx|tree delete
    wait|xds110_serial|xds110_supply_voltage`,
  ],
  [0b111111111110000000, "hla|hla newtap|rtt|rtt server|rtt server start|rtt server stop|stm32l5x"],
  [0b111111110111000000, "swo|swo create|swo names|tpiu|tpiu create|tpiu names"],
  [0b111111110110000000, "swo init|tpiu init"],
  [0b111111110100000000, "stm32u5x"],
  [
    0b111111110000000000,
    `
    aarch64 smp_off|aarch64 smp_on|bcm2835gpio_jtag_nums|bcm2835gpio_peripheral_base
    bcm2835gpio_speed_coeffs|bcm2835gpio_srst_num|bcm2835gpio_swclk_num|bcm2835gpio_swd_nums
    bcm2835gpio_swdio_dir_num|bcm2835gpio_swdio_num|bcm2835gpio_tck_num|bcm2835gpio_tdi_num
    bcm2835gpio_tdo_num|bcm2835gpio_tms_num|bcm2835gpio_trst_num|buspirate_adc|buspirate_led
    buspirate_mode|buspirate_port|buspirate_pullup|buspirate_speed|buspirate_vreg|cortex_a smp_off
    cortex_a smp_on|ft232r_jtag_nums|ft232r_restore_serial|ft232r_serial_desc|ft232r_srst_num
    ft232r_tck_num|ft232r_tdi_num|ft232r_tdo_num|ft232r_tms_num|ft232r_trst_num|ft232r_vid_pid
    ftdi_channel|ftdi_device_desc|ftdi_get_signal|ftdi_layout_init|ftdi_layout_signal|ftdi_serial
    ftdi_set_signal|ftdi_tdo_sample_edge|ftdi_vid_pid|ipdbg|jtag_dpi_set_address|jtag_dpi_set_port
    jtag_vpi_set_address|jtag_vpi_set_port|jtag_vpi_stop_sim_on_exit|linuxgpiod_gpiochip
    linuxgpiod_jtag_nums|linuxgpiod_led_num|linuxgpiod_srst_num|linuxgpiod_swclk_num|linuxgpiod_swd_nums
    linuxgpiod_swdio_num|linuxgpiod_tck_num|linuxgpiod_tdi_num|linuxgpiod_tdo_num|linuxgpiod_tms_num
    linuxgpiod_trst_num|mips_m4k smp_off|mips_m4k smp_on|openjtag_device_desc|openjtag_variant
    parport_cable|parport_port|parport_toggling_time|parport_write_on_exit|presto_serial
    remote_bitbang_host|remote_bitbang_port|sysfsgpio_jtag_nums|sysfsgpio_srst_num|sysfsgpio_swclk_num
    sysfsgpio_swd_nums|sysfsgpio_swdio_num|sysfsgpio_tck_num|sysfsgpio_tdi_num|sysfsgpio_tdo_num
    sysfsgpio_tms_num|sysfsgpio_trst_num|ulink_download_firmware|usb_blaster_device_desc
    usb_blaster_firmware|usb_blaster_lowlevel_driver|usb_blaster_pin|usb_blaster_vid_pid
    vsllink_usb_bulkin|vsllink_usb_bulkout|vsllink_usb_interface|vsllink_usb_pid|vsllink_usb_serial
    vsllink_usb_vid|xlnx_pcie_xvc_config|xtrace`,
  ],
  [
    0b111110000000000000,
    `
    adapter gpio|adapter serial|adapter_gpio_helper|adapter_gpio_helper_with_caller
    adapter_gpio_jtag_nums|adapter_gpio_jtag_nums_with_caller|adapter_gpio_swd_nums
    adapter_gpio_swd_nums_with_caller|am335xgpio jtag_nums|am335xgpio led_num|am335xgpio led_on_state
    am335xgpio srst_num|am335xgpio swclk_num|am335xgpio swd_nums|am335xgpio swdio_dir_num
    am335xgpio swdio_dir_output_state|am335xgpio swdio_num|am335xgpio tck_num|am335xgpio tdi_num
    am335xgpio tdo_num|am335xgpio tms_num|am335xgpio trst_num|bcm2835_gpio_helper|bcm2835gpio jtag_nums
    bcm2835gpio srst_num|bcm2835gpio swclk_num|bcm2835gpio swd_nums|bcm2835gpio swdio_dir_num
    bcm2835gpio swdio_num|bcm2835gpio tck_num|bcm2835gpio tdi_num|bcm2835gpio tdo_num
    bcm2835gpio tms_num|bcm2835gpio trst_num|cmsis_dap_serial|ft232r serial_desc|ftdi serial|gd32e23x
    hla_serial|jlink serial|kitprog_serial|linuxgpiod|linuxgpiod gpiochip|linuxgpiod jtag_nums
    linuxgpiod led_num|linuxgpiod srst_num|linuxgpiod swclk_num|linuxgpiod swd_nums
    linuxgpiod swdio_dir_num|linuxgpiod swdio_num|linuxgpiod tck_num|linuxgpiod tdi_num
    linuxgpiod tdo_num|linuxgpiod tms_num|linuxgpiod trst_num|presto serial|st-link serial
    vsllink usb_serial|xds110 serial`,
  ],
  [0b111010000000000000, "json::decode|json::encode|json::subencode"],
  [
    0b100000000000000000,
    `
    aarch64 disassemble|adapter usb product_name|adapter usb vid_pid|arm disassemble|cache_config l2x
    cmsis_dap_backend|cmsis_dap_usb|cmsis_dap_vid_pid|espusbjtag vid_pid|ft232r vid_pid|ftdi device_desc
    ftdi vid_pid|gdb|gdb breakpoint_override|gdb flash_program|gdb memory_map|gdb port
    gdb report_data_abort|gdb report_register_access_error|gdb save_tdesc|gdb sync
    gdb target_description|hla_command|hla_device_desc|hla_layout|hla_stlink_backend|hla_vid_pid
    ipdbg -start|ipdbg -stop|ipdbg create-hub|kitprog_init_acquire_psoc|namespace ensemble
    openjtag device_desc|parport_select_cable|pld create|poll_interval|riscv|riscv set_enable_virt2phys
    riscv set_enable_virtual|services|st-link vid_pid|tcl|tcl notifications|tcl port|tcl trace|telnet
    telnet port|timerate|tree constructor|tree defaultconstructor|usb_blaster vid_pid
    xlnx_axi_xvc_config`,
  ],
  [0b011111111111100000, "adapter transports"],
  [0b011110000000000000, "aice serial|array2mem|mem2array"],
  [0b010000000000000000, "ReadAPEx|ReadMemAP"],
  [
    0b000000001111111111,
    `
    armv4_5|cortex_a8|cortex_m3|debug|jtag_khz|jtag_nsrst_assert_width|jtag_nsrst_delay|stlink
    stlink_device_desc|stlink_layout|stlink_serial|stlink_vid_pid|stm32f2xxx|stm32x`,
  ],
  [0b000000000001111110, "using_stlink_jtag|using_stlink_swd"],
  [0b000000000001100000, "stlink_dap|stlink_dap newtap"],
  [
    0b000000000000011111,
    `
    command type|dict merge|dict values|dict with|mflash|mflash bank|mflash init|ocd_adapter_khz
    ocd_adapter_nsrst_assert_width|ocd_adapter_nsrst_delay|ocd_add_help_text|ocd_add_script_search_dir
    ocd_add_usage_text|ocd_bindto|ocd_bouncer|ocd_command|ocd_debug_level|ocd_dummy|ocd_echo|ocd_exit
    ocd_flash|ocd_gdb_breakpoint_override|ocd_gdb_flash_program|ocd_gdb_memory_map|ocd_gdb_port
    ocd_gdb_report_data_abort|ocd_gdb_save_tdesc|ocd_gdb_sync|ocd_gdb_target_description|ocd_help
    ocd_init|ocd_interface|ocd_interface_list|ocd_interface_transports|ocd_irscan|ocd_jsp_port|ocd_jtag
    ocd_jtag_flush_queue_sleep|ocd_jtag_ntrst_assert_width|ocd_jtag_ntrst_delay|ocd_jtag_rclk
    ocd_jtag_reset|ocd_log_output|ocd_mflash|ocd_nand|ocd_noinit|ocd_pld|ocd_poll_period
    ocd_reset_config|ocd_runtest|ocd_scan_chain|ocd_shutdown|ocd_sleep|ocd_svf|ocd_target|ocd_targets
    ocd_tcl_notifications|ocd_tcl_port|ocd_tcl_trace|ocd_telnet_port|ocd_tms_sequence|ocd_transport
    ocd_usage|ocd_verify_ircapture|ocd_verify_jtag|ocd_wait_srst_deassert|ocd_xsvf`,
  ],
  [
    0b000000000000011110,
    `
    arp_adapter_reset|arp_examine_one|arp_init_reset|arp_is_tap_enabled|arp_reset_default_handler
    arp_reset_halt_default_handler|arp_reset_plan_no_srst|arp_reset_plan_srst_dbg_Working
    arp_reset_plan_srst_dbg_cleared|arp_reset_plan_srst_dbg_gated|arp_reset_simple_halter|binary
    binary format|binary scan|binary::nextarg|ocd_cti|ocd_dap|ocd_gdb_report_register_access_error
    os.wait|reset_assert_final|reset_config_includes|reset_deassert_initial|tcl::prefix`,
  ],
];
