/**
 * When commands of OpenOCD 0.12.0 may be used: before `init`, after it, or at any time. Source: `command mode`
 * of the program, asked for every command with each adapter driver, transport, target type and flash driver
 * it has, checked against the registrations in its sources, which also give the drivers it was built without.
 * Groups are left out, for only the mode of the subcommand counts: `cortex_m` is `exec`, and
 * `cortex_m reset_config` may yet be used in a config. `jtag configure` is `exec` under the transport
 * `hla_jtag` and `any` under all others; here it is `any`.
 */

import type { ObjectKind } from "./command-origins.ts";

/** `config`: only before `init`. `exec`: only after it. `any`: always. */
export type CommandMode = "any" | "config" | "exec";

/** Full names. All other commands are `any`. */
export const MODES: Readonly<Record<"exec" | "config", string>> = {
  exec: `
    aarch64 cache_info|aarch64 dbginit|aarch64 disassemble|aarch64 mcr|aarch64 mrc|aarch64 smp
    aarch64 smp_gdb|adapter assert|adapter deassert|aice info|aice reset|ambiqmicro mass_erase
    ambiqmicro page_erase|ambiqmicro program_otp|arc jtag get-aux-reg|arc jtag get-core-reg
    arc jtag set-aux-reg|arc jtag set-core-reg|arm core_state|arm disassemble|arm mcr|arm mrc|arm reg
    arm semihosting|arm semihosting_basedir|arm semihosting_cmdline|arm semihosting_fileio
    arm semihosting_read_user_param|arm semihosting_redirect|arm semihosting_resexit|arm9 vector_catch
    arm920t cache_info|arm920t cp15|arm920t read_cache|arm920t read_mmu|arm926ejs cache_info
    arm946e cp15|arm946e dcache|arm946e icache|arm966e cp15|armjtagew_info|at91sam3 gpnvm|at91sam3 info
    at91sam3 slowclk|at91sam4 gpnvm|at91sam4 info|at91sam4 slowclk|at91sam4l smap_reset_deassert
    at91sam7 gpnvm|at91samd bootloader|at91samd chip-erase|at91samd dsu_reset_deassert|at91samd eeprom
    at91samd nvmuserrow|at91samd set-security|atsame5 bootloader|atsame5 chip-erase
    atsame5 dsu_reset_deassert|atsame5 userpage|atsamv gpnvm|avrf mass_erase|bp|buspirate adc
    buspirate led|cache_config l2x|catch_exc|cmsis-dap cmd|cmsis-dap info|cortex_a cache_info
    cortex_a dbginit|cortex_a smp|cortex_a smp_gdb|cortex_m maskisr|cortex_m vector_catch
    cortex_r4 dbginit|cortex_r4 maskisr|dap info|drscan|dump_image|efm32 debuglock|em357 lock
    em357 mass_erase|em357 unlock|esirisc flush_caches|esirisc trace analyze|esirisc trace dump
    esirisc trace info|esirisc trace init|esirisc trace start|esirisc trace status|esirisc trace stop
    esp32 smp|esp32 smp_gdb|espusbjtag setio|espusbjtag tdo|exit|fast_load|flash erase_address
    flash erase_check|flash erase_sector|flash fillb|flash filld|flash fillh|flash fillw|flash info
    flash mdb|flash mdh|flash mdw|flash padded_value|flash probe|flash protect|flash read_bank
    flash verify_bank|flash verify_image|flash write_bank|flash write_image|flush_count|fm3 chip_erase
    ftdi get_signal|ftdi set_signal|gdb_save_tdesc|get_reg|halt|hla_command|ipdbg|irscan|jlink config ip
    jlink config mac|jlink config reset|jlink config targetpower|jlink config usb|jlink config write
    jlink emucom read|jlink emucom write|jlink freemem|jlink hwstatus|jlink jtag|jlink targetpower
    jtag cget|jtag drscan|jtag flush_count|jtag pathmove|jtag tapdisable|jtag tapenable
    jtag tapisenabled|jtagspi always_4byte|jtagspi cmd|jtagspi set|kinetis disable_wdog
    kinetis fcf_source|kinetis fopt|kinetis mdm check_security|kinetis mdm halt|kinetis mdm mass_erase
    kinetis mdm reset|kinetis nvm_partition|kinetis_ke disable_wdog|kinetis_ke mdm check_security
    kinetis_ke mdm mass_erase|kitprog acquire_psoc|kitprog info|load_image|lpc2000 part_id
    lpc2900 password|lpc2900 read_custom|lpc2900 secure_jtag|lpc2900 secure_sector|lpc2900 signature
    lpc2900 write_custom|lpc3180 select|lpc32xx select|max32xxx mass_erase|max32xxx protection_check
    max32xxx protection_clr|max32xxx protection_set|mdb|mdd|mdh|mdw|mdwp|mdwx|mdwy|mips32 cp0
    mips64mode32|mips_m4k cp0|mips_m4k smp|mips_m4k smp_gdb|msp432 bsl|msp432 mass_erase|mwb|mwd|mwh|mww
    mwwp|mwwx|mwwy|mxc biswap|nand check_bad_blocks|nand dump|nand erase|nand info|nand list|nand probe
    nand raw_access|nand verify|nand write|nds auto_break|nds bulk_read|nds bulk_write|nds cache
    nds dcache|nds decode|nds dssim|nds icache|nds mem_access|nds mem_mode|nds multi_write
    nds query cpuid|nds query endian|nds query target|nds read_edmsr|nds write_edmsr
    niietcm4 bflash_info_remap|niietcm4 driver_info|niietcm4 extmem_boot|niietcm4 extmem_cfg
    niietcm4 service_mode_erase|niietcm4 uflash_erase|niietcm4 uflash_full_erase|niietcm4 uflash_protect
    niietcm4 uflash_protect_check|niietcm4 uflash_read_byte|niietcm4 uflash_write_byte|nrf5 info
    nrf5 mass_erase|nrf51 info|nrf51 mass_erase|numicro chip_erase|numicro read_isp|numicro write_isp
    opendous_hw_jtag|opendous_info|pathmove|pic32mx pgm_word|pic32mx unlock|pld devices|pld load|poll
    profile|ps|psoc4 flash_autoerase|psoc4 mass_erase|psoc5lp mass_erase|psoc6 mass_erase
    psoc6 reset_halt|rbp|read_memory|reg|reset|resume|riscv info|rsl10 lock|rsl10 mass_erase
    rsl10 unlock|rtt channellist|rtt channels|rtt polling_interval|rtt start|rtt stop|runtest|rwp|rwpc
    set_reg|sim3x lock|sim3x mass_erase|soft_reset_halt|st-link cmd|stellaris mass_erase
    stellaris recover|step|stm32f1x lock|stm32f1x mass_erase|stm32f1x options_load|stm32f1x options_read
    stm32f1x options_write|stm32f1x unlock|stm32f2x lock|stm32f2x mass_erase|stm32f2x optcr2_write
    stm32f2x options_read|stm32f2x options_write|stm32f2x otp|stm32f2x unlock|stm32h7x lock
    stm32h7x mass_erase|stm32h7x option_read|stm32h7x option_write|stm32h7x unlock|stm32l4x lock
    stm32l4x mass_erase|stm32l4x option_load|stm32l4x option_read|stm32l4x option_write|stm32l4x otp
    stm32l4x trustzone|stm32l4x unlock|stm32l4x wrp_info|stm32lx lock|stm32lx mass_erase|stm32lx unlock
    stmqspi cmd|stmqspi mass_erase|stmqspi set|str7x disable_jtag|str9x flash_config
    str9xpec disable_turbo|str9xpec enable_turbo|str9xpec lock|str9xpec options_cmap
    str9xpec options_lvdsel|str9xpec options_lvdthd|str9xpec options_lvdwarn|str9xpec options_read
    str9xpec options_write|str9xpec part_id|str9xpec unlock|svf|swm050 mass_erase|swo init
    target_request debugmsgs|tcl_notifications|tcl_trace|test_image|test_mem_access|tpiu init
    trace history|trace point|ulink download_firmware|verify_image|verify_image_checksum
    virtex2 read_stat|wait_halt|wp|wpp|wpx|wpy|write_memory|x86_32 idb|x86_32 idh|x86_32 idw|x86_32 iwb
    x86_32 iwh|x86_32 iww|xcf ccb|xcf configure|xds110 info|xmc4xxx flash_password
    xmc4xxx flash_unprotect|xscale analyze_trace|xscale cache_info|xscale cp15|xscale dcache
    xscale dump_trace|xscale icache|xscale mmu|xscale trace_buffer|xscale trace_image
    xscale vector_catch|xscale vector_table|xsvf|xtensa perfmon_dump|xtensa perfmon_enable
    xtensa tracedump|xtensa tracestart|xtensa tracestop`,
  config: `
    adapter driver|adapter gpio|adapter serial|adapter transports|adapter usb location|aice adapter
    aice count_to_check_dbger|aice custom_restart_script|aice custom_srst_script|aice custom_trst_script
    aice desc|aice port|aice retry_times|aice vid_pid|am335xgpio speed_coeffs|arc add-reg
    arc add-reg-type-flags|arc add-reg-type-struct|at91rm9200_device|at91sam9 ale|at91sam9 ce
    at91sam9 cle|at91sam9 rdy_busy|bcm2835gpio peripheral_base|bcm2835gpio speed_coeffs|bindto
    buspirate mode|buspirate port|buspirate pullup|buspirate speed|buspirate vreg|cmsis_dap_backend
    cmsis_dap_usb interface|cmsis_dap_vid_pid|espusbjtag caps_descriptor|espusbjtag chip_id
    espusbjtag vid_pid|etm config|flash bank|flash init|ft232r jtag_nums|ft232r restore_serial
    ft232r srst_num|ft232r tck_num|ft232r tdi_num|ft232r tdo_num|ft232r tms_num|ft232r trst_num
    ft232r vid_pid|ftdi channel|ftdi device_desc|ftdi layout_init|ftdi vid_pid|gdb_flash_program
    gdb_memory_map|gdb_port|gdb_report_data_abort|gdb_report_register_access_error
    gdb_target_description|hla_device_desc|hla_layout|hla_stlink_backend|hla_vid_pid|imx_gpio_jtag_nums
    imx_gpio_peripheral_base|imx_gpio_speed_coeffs|imx_gpio_srst_num|imx_gpio_swclk_num
    imx_gpio_swd_nums|imx_gpio_swdio_num|imx_gpio_tck_num|imx_gpio_tdi_num|imx_gpio_tdo_num
    imx_gpio_tms_num|imx_gpio_trst_num|jlink usb|jtag newtap|jtag_dpi set_address|jtag_dpi set_port
    jtag_vpi set_address|jtag_vpi set_port|jtag_vpi stop_sim_on_exit|kinetis create_banks
    kitprog_init_acquire_psoc|nand device|nand init|nds boot_time|nds keep_target_edm_ctl
    nds login_edm_operation|nds login_edm_passcode|nds reset_halt_as_init|noinit|opendous_type
    openjtag device_desc|openjtag variant|parport cable|parport port|parport toggling_time
    parport write_on_exit|pld device|pld init|remote_bitbang host|remote_bitbang port|riscv expose_csrs
    riscv expose_custom|rshim device|rtck|st-link backend|st-link vid_pid|swd newdap|swim newtap
    sysfsgpio jtag_nums|sysfsgpio srst_num|sysfsgpio swclk_num|sysfsgpio swd_nums|sysfsgpio swdio_num
    sysfsgpio tck_num|sysfsgpio tdi_num|sysfsgpio tdo_num|sysfsgpio tms_num|sysfsgpio trst_num
    target create|target init|tcl_port|telnet_port|usb_blaster firmware|usb_blaster lowlevel_driver
    usb_blaster vid_pid|vdebug batching|vdebug bfm_path|vdebug mem_path|vdebug polling|vdebug server
    vsllink usb_bulkin|vsllink usb_bulkout|vsllink usb_interface|vsllink usb_pid|vsllink usb_vid
    xds110 supply|xlnx_pcie_xvc config|xtensa xtdef|xtensa xtmem|xtensa xtmmu|xtensa xtmpu|xtensa xtopt
    xtensa xtreg|xtensa xtregfmt|xtensa xtregs`,
};

/** Subcommands of objects that are `exec`. Of the others, two of a DAP are `config`, the rest are `any`. */
export const OBJECT_EXEC: Readonly<Record<ObjectKind, string>> = {
  target: `
    arp_examine|arp_halt|arp_halt_gdb|arp_poll|arp_reset|arp_waitstate|array2mem|curstate|eventlist
    examine_deferred|get_reg|invoke-event|mdb|mdd|mdh|mdw|mem2array|mwb|mwd|mwh|mww|read_memory|set_reg
    was_examined|write_memory`,
  dap: "apid|apreg|baseaddr|dpreg|info|memaccess",
  cti: "ack|channel|dump|enable|read|testmode|write",
  tpiu: "disable",
};

export const DAP_CONFIG = ["nu_npcx_quirks", "ti_be_32_quirks"];
