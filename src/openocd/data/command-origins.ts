/**
 * Commands of OpenOCD 0.12.0 that are not there from the start: what must be chosen or made before they exist.
 * Source: `info commands` of the program before and after each choice; its sources for the drivers that the
 * program at hand was built without (aice, am335xgpio, at91rm9200, bcm2835gpio, ep93xx, imx_gpio, jtag_dpi,
 * jtag_vpi, vdebug, xlnx_pcie_xvc), for the targets nds32 and for the flash drivers str9x and str9xpec.
 *
 * `target create` registers the commands of its type twice: by themselves, at large (`arm semihosting`,
 * `cortex_m reset_config`), and below the target's own name (`stm32l5x.cpu cortex_m reset_config`). What is
 * listed here is the first form; what every target has below its name is `OBJECT_COMMANDS.target`.
 * Under an HLA transport a `cortex_m` becomes an `hla_target`, which has no command `cortex_m`, and a DAP's
 * command has no subcommands at all.
 */

/**
 * What brings a command: an adapter driver, a transport, a target of a type, a flash bank with a driver, a NAND
 * or PLD device with a driver, or the end of the configuration stage. `flash init` is the part of `init` that
 * runs when there is a flash bank; `nand init` and `pld init` likewise.
 */
export type OriginKind =
  | "adapter"
  | "transport"
  | "targetType"
  | "flashDriver"
  | "nandDriver"
  | "pldDriver"
  | "stage";

/** Per kind: rows of packed names, and the packed commands that each of those names brings. */
type Origins = Readonly<Record<OriginKind, readonly (readonly [names: string, commands: string])[]>>;

export const ORIGINS: Origins = {
  adapter: [
    ["aice", "aice"],
    ["am335xgpio", "am335xgpio"],
    ["amt_jtagaccel", "rtck"],
    ["arm-jtag-ew", "armjtagew_info"],
    ["at91rm9200", "at91rm9200_device"],
    ["bcm2835gpio", "bcm2835gpio"],
    ["ch347", "ch347"],
    ["dmem", "dmem"],
    ["linuxspidev", "spidev"],
    ["xlnx_axi_xvc", "xlnx_axi_xvc"],
    ["xvc", "xvc"],
    ["buspirate", "buspirate"],
    ["cmsis-dap", "cmsis-dap|cmsis_dap_backend|cmsis_dap_usb|cmsis_dap_vid_pid"],
    ["dummy", "dummy"],
    ["esp_usb_jtag", "espusbjtag"],
    ["ft232r", "ft232r"],
    ["ftdi", "ftdi"],
    ["hla", "hla_command|hla_device_desc|hla_layout|hla_stlink_backend|hla_vid_pid"],
    [
      "imx_gpio",
      `
      imx_gpio_jtag_nums|imx_gpio_peripheral_base|imx_gpio_speed_coeffs|imx_gpio_srst_num
      imx_gpio_swclk_num|imx_gpio_swd_nums|imx_gpio_swdio_num|imx_gpio_tck_num|imx_gpio_tdi_num
      imx_gpio_tdo_num|imx_gpio_tms_num|imx_gpio_trst_num`,
    ],
    ["jlink", "jlink"],
    ["jtag_dpi", "jtag_dpi"],
    ["jtag_vpi", "jtag_vpi"],
    ["kitprog", "kitprog|kitprog_init_acquire_psoc"],
    ["opendous", "opendous_hw_jtag|opendous_info|opendous_type"],
    ["openjtag", "openjtag"],
    ["parport", "parport"],
    ["remote_bitbang", "remote_bitbang"],
    ["rshim", "rshim"],
    ["st-link", "st-link"],
    ["sysfsgpio", "sysfsgpio"],
    ["ulink", "ulink"],
    ["usb_blaster", "usb_blaster"],
    ["vdebug", "vdebug"],
    ["vsllink", "vsllink"],
    ["xds110", "xds110"],
    ["xlnx_pcie_xvc", "xlnx_pcie_xvc"],
  ],
  transport: [
    [
      "aice_jtag",
      `
      jtag arp_init|jtag arp_init-reset|jtag cget|jtag configure|jtag init|jtag names|jtag newtap
      jtag scan_chain|jtag tapdisable|jtag tapenable|jtag tapisenabled`,
    ],
    [
      "hla_jtag|dapdirect_jtag",
      `
      jtag arp_init|jtag arp_init-reset|jtag cget|jtag configure|jtag init|jtag names|jtag newtap
      jtag tapdisable|jtag tapenable|jtag tapisenabled`,
    ],
    [
      "jtag",
      `
      drscan|flush_count|ipdbg|irscan|jtag arp_init|jtag arp_init-reset|jtag cget|jtag configure
      jtag drscan|jtag flush_count|jtag init|jtag names|jtag newtap|jtag pathmove|jtag tapdisable
      jtag tapenable|jtag tapisenabled|jtag_flush_queue_sleep|pathmove|runtest|scan_chain|svf
      tms_sequence|verify_ircapture|verify_jtag|wait_srst_deassert|xsvf`,
    ],
    ["swd|hla_swd|dapdirect_swd", "swd"],
    ["swim", "swim"],
    ["stlink_swd|stlink_jtag", "stlink_dap"],
  ],
  targetType: [
    ["aarch64", "aarch64|arm|catch_exc"],
    ["arcv2", "arc"],
    ["arm11", "arm|arm11|etm"],
    ["arm720t|arm7tdmi", "arm|arm7_9|etm"],
    ["arm920t|fa526", "arm|arm7_9|arm9|arm920t|etm"],
    ["arm926ejs|feroceon", "arm|arm7_9|arm9|arm926ejs|etm"],
    ["arm946e", "arm|arm7_9|arm9|arm946e|etm"],
    ["arm966e|dragonite", "arm|arm7_9|arm9|arm966e|etm"],
    ["arm9tdmi", "arm|arm7_9|arm9|etm"],
    ["cortex_a", "arm|cache|cache_config|cortex_a"],
    [
      "cortex_m",
      `
      arm|cortex_m|itm|rtt channellist|rtt channels|rtt polling_interval|rtt setup|rtt start|rtt stop
      tpiu config`,
    ],
    ["cortex_r4", "arm|cortex_r4"],
    ["dsp563xx", "mdwp|mdwx|mdwy|mwwp|mwwx|mwwy|rwpc|wpp|wpx|wpy"],
    ["esirisc", "esirisc"],
    ["esp32|esp32s3", "arm|esp32|xtensa"],
    ["esp32s2", "arm|xtensa"],
    [
      "hla_target",
      `
      arm|itm|rtt channellist|rtt channels|rtt polling_interval|rtt setup|rtt start|rtt stop|tpiu config`,
    ],
    ["mips_m4k", "mips32|mips_m4k"],
    ["mips_mips64", "mips64mode32"],
    ["nds32_v2|nds32_v3|nds32_v3m", "nds"],
    ["or1k", "addreg|du_list|du_select|tap_list|tap_select"],
    ["quark_d20xx|quark_x10xx", "x86_32"],
    ["riscv", "arm|riscv"],
    ["stm8", "stm8"],
    ["testee", "testee"],
    ["xscale", "arm|xscale"],
    ["xtensa", "xtensa"],
  ],
  flashDriver: [
    ["ambiqmicro", "ambiqmicro"],
    ["at91sam3", "at91sam3"],
    ["at91sam4", "at91sam4"],
    ["at91sam4l", "at91sam4l"],
    ["at91sam7", "at91sam7"],
    ["at91samd", "at91samd"],
    ["atsame5", "atsame5"],
    ["atsamv", "atsamv"],
    ["avr", "avrf"],
    ["efm32", "efm32"],
    ["em357", "em357"],
    ["faux", "faux"],
    ["fm3", "fm3"],
    ["jtagspi", "jtagspi"],
    ["kinetis", "kinetis"],
    ["kinetis_ke", "kinetis_ke"],
    ["lpc2000", "lpc2000"],
    ["lpc2900", "lpc2900"],
    ["max32xxx", "max32xxx"],
    ["msp432", "msp432"],
    ["niietcm4", "niietcm4"],
    ["nrf5|nrf51", "nrf5|nrf51"],
    ["numicro", "numicro"],
    ["pic32mx", "pic32mx"],
    ["psoc4", "psoc4"],
    ["psoc5lp", "psoc5lp"],
    ["psoc6", "psoc6"],
    ["rsl10", "rsl10"],
    ["sim3x", "sim3x"],
    ["stellaris", "stellaris"],
    ["stm32f1x", "stm32f1x"],
    ["stm32f2x", "stm32f2x"],
    ["stm32h7x", "stm32h7x"],
    ["stm32l4x", "stm32l4x"],
    ["stm32lx", "stm32lx"],
    ["stmqspi", "stmqspi"],
    ["str7x", "str7x"],
    ["str9x", "str9x"],
    ["str9xpec", "str9xpec"],
    ["swm050", "swm050"],
    ["tms470", "tms470"],
    ["xcf", "xcf"],
    ["xmc4xxx", "xmc4xxx"],
  ],
  nandDriver: [
    ["at91sam9", "at91sam9"],
    ["lpc3180", "lpc3180"],
    ["lpc32xx", "lpc32xx"],
    ["mxc", "mxc"],
    ["nonce", "foo|hello"],
  ],
  pldDriver: [
    ["gowin", "gowin"],
    ["intel", "intel"],
    ["lattice|ecp2_3|ecp5|certus", "lattice"],
    ["virtex2", "virtex2"],
  ],
  stage: [
    [
      "init",
      `
      bp|dump_image|fast_load|fast_load_image|get_reg|halt|load_image|mdb|mdd|mdh|mdw|mwb|mwd|mwh|mww
      poll|profile|ps|rbp|read_memory|reg|reset|reset_nag|resume|rwp|set_reg|soft_reset_halt|step
      target_request|test_image|test_mem_access|trace|verify_image|verify_image_checksum|virt2phys
      wait_halt|wp|write_memory`,
    ],
    [
      "flash init",
      `
      flash erase_address|flash erase_check|flash erase_sector|flash fillb|flash filld|flash fillh
      flash fillw|flash info|flash mdb|flash mdh|flash mdw|flash padded_value|flash probe|flash protect
      flash read_bank|flash verify_bank|flash verify_image|flash write_bank|flash write_image`,
    ],
    [
      "nand init",
      `
      nand check_bad_blocks|nand dump|nand erase|nand info|nand list|nand probe|nand raw_access
      nand verify|nand write`,
    ],
    ["pld init", "pld devices|pld load"],
  ],
};

/** Things whose creation makes a command of the same name. */
export type ObjectKind = "target" | "dap" | "cti" | "tpiu";

/** The subcommands of the objects that `target create`, `dap create`, `cti create` and `tpiu create` make (OpenOCD 0.12.0). */
export const OBJECT_COMMANDS: Readonly<Record<ObjectKind, string>> = {
  target: `
    arp_examine|arp_halt|arp_halt_gdb|arp_poll|arp_reset|arp_waitstate|array2mem|cget|configure|curstate
    eventlist|examine_deferred|get_reg|invoke-event|mdb|mdd|mdh|mdw|mem2array|mwb|mwd|mwh|mww
    read_memory|set_reg|was_examined|write_memory`,
  dap: "apcsw|apid|apreg|apsel|baseaddr|dpreg|info|memaccess|nu_npcx_quirks|ti_be_32_quirks",
  cti: "ack|channel|dump|enable|read|testmode|write",
  tpiu: "cget|configure|disable|enable|eventlist",
};
