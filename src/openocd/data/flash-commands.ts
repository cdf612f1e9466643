/**
 * By releases and flash driver, the commands that a bank of it brings, with the full names of subcommands. Source: `usage` of
 * the programs before and after a bank of each; drivers that are not here take a bank only with words that were not known, or
 * bring no command.
 */
export const FLASH_COMMANDS: readonly (readonly [mask: number, driver: string, names: string])[] = [
  [
    0b111111111111111111,
    "ambiqmicro",
    `
    ambiqmicro|ambiqmicro mass_erase|ambiqmicro page_erase|ambiqmicro program_otp`,
  ],
  [
    0b100000000000000000,
    "artery",
    `
    artery|artery fap|artery fap disable|artery fap enable|artery fap state|artery mass_erase`,
  ],
  [0b111111111111111111, "at91sam3", "at91sam3|at91sam3 gpnvm|at91sam3 info|at91sam3 slowclk"],
  [0b111111111111111111, "at91sam4", "at91sam4|at91sam4 gpnvm|at91sam4 info|at91sam4 slowclk"],
  [0b111111111111111111, "at91sam4l", "at91sam4l|at91sam4l smap_reset_deassert"],
  [0b111111111111111111, "at91sam7", "at91sam7|at91sam7 gpnvm"],
  [
    0b111111111111111111,
    "at91samd",
    `
    at91samd|at91samd bootloader|at91samd chip-erase|at91samd dsu_reset_deassert|at91samd eeprom
    at91samd set-security`,
  ],
  [0b111111111111111110, "at91samd", "at91samd nvmuserrow"],
  [0b000001111111111111, "at91samd", "at91samd info"],
  [
    0b111111111111100000,
    "atsame5",
    `
    atsame5|atsame5 bootloader|atsame5 chip-erase|atsame5 dsu_reset_deassert|atsame5 userpage`,
  ],
  [0b111111111111111111, "atsamv", "atsamv|atsamv gpnvm"],
  [0b111111111111111111, "avr", "avrf|avrf mass_erase"],
  [0b111111111111111111, "efm32", "efm32|efm32 debuglock"],
  [0b111111111111111111, "em357", "em357|em357 lock|em357 mass_erase|em357 unlock"],
  [0b000000001111100000, "esirisc", "flash mass_erase|flash ref_erase"],
  [0b111111111111111111, "faux", "faux|faux foo|faux foo bar|faux foo baz|faux foo flag|faux hello"],
  [0b000001111111111111, "fm4", "fm4"],
  [0b111110000000000000, "jtagspi", "jtagspi|jtagspi always_4byte|jtagspi cmd|jtagspi set"],
  [
    0b111111111111111111,
    "kinetis",
    `
    kinetis|kinetis disable_wdog|kinetis fcf_source|kinetis fopt|kinetis mdm|kinetis mdm check_security
    kinetis mdm halt|kinetis mdm mass_erase|kinetis mdm reset|kinetis nvm_partition`,
  ],
  [0b111111111111111110, "kinetis", "kinetis create_banks"],
  [
    0b111111111111111111,
    "kinetis_ke",
    `
    kinetis_ke|kinetis_ke disable_wdog|kinetis_ke mdm|kinetis_ke mdm check_security
    kinetis_ke mdm mass_erase`,
  ],
  [0b000001111111111111, "kinetis_ke", "kinetis_ke mdm test_securing"],
  [0b111111111111111111, "lpc2000", "lpc2000|lpc2000 part_id"],
  [
    0b011111111111111110,
    "max32xxx",
    `
    max32xxx|max32xxx mass_erase|max32xxx protection_check|max32xxx protection_clr
    max32xxx protection_set`,
  ],
  [0b111111111111111110, "msp432", "msp432|msp432 bsl|msp432 mass_erase"],
  [
    0b111111111111111111,
    "niietcm4",
    `
    niietcm4|niietcm4 bflash_info_remap|niietcm4 driver_info|niietcm4 extmem_boot|niietcm4 extmem_cfg
    niietcm4 service_mode_erase|niietcm4 uflash_erase|niietcm4 uflash_full_erase|niietcm4 uflash_protect
    niietcm4 uflash_protect_check|niietcm4 uflash_read_byte|niietcm4 uflash_write_byte`,
  ],
  [0b111111111111111110, "nrf5", "nrf5|nrf5 mass_erase|nrf51|nrf51 mass_erase"],
  [0b011111111111100000, "nrf5", "nrf5 info|nrf51 info"],
  [0b111111111111111111, "nrf51", "nrf51|nrf51 mass_erase"],
  [0b111111111111111110, "nrf51", "nrf5|nrf5 mass_erase"],
  [0b011111111111100000, "nrf51", "nrf5 info|nrf51 info"],
  [0b111111111111111111, "numicro", "numicro|numicro chip_erase|numicro read_isp|numicro write_isp"],
  [0b111111111111111111, "pic32mx", "pic32mx|pic32mx pgm_word|pic32mx unlock"],
  [0b111111111111111111, "psoc4", "psoc4|psoc4 flash_autoerase|psoc4 mass_erase"],
  [0b111111111111111110, "psoc5lp", "psoc5lp|psoc5lp mass_erase"],
  [0b000001111111111110, "psoc5lp_eeprom", "psoc5lp_eeprom"],
  [0b000001111111111110, "psoc5lp_nvl", "psoc5lp_nvl"],
  [0b111111111111111110, "psoc6", "psoc6|psoc6 mass_erase|psoc6 reset_halt"],
  [0b100000000000000000, "rp2xxx", "rp2xxx|rp2xxx _switch_target|rp2xxx rom_api_call"],
  [0b111111111111111111, "sim3x", "sim3x|sim3x lock|sim3x mass_erase"],
  [0b111111111111111111, "stellaris", "stellaris|stellaris mass_erase|stellaris recover"],
  [0b010000000000000000, "stldr", "stldr|stldr init|stldr mass_erase|stldr set_loader"],
  [
    0b111111111111111111,
    "stm32f1x",
    `
    stm32f1x|stm32f1x lock|stm32f1x mass_erase|stm32f1x options_read|stm32f1x options_write
    stm32f1x unlock`,
  ],
  [0b111111111111100000, "stm32f1x", "stm32f1x options_load"],
  [
    0b111111111111111111,
    "stm32f2x",
    `
    stm32f2x|stm32f2x lock|stm32f2x mass_erase|stm32f2x options_read|stm32f2x options_write
    stm32f2x unlock`,
  ],
  [0b111111111111111110, "stm32f2x", "stm32f2x optcr2_write"],
  [0b111111111111100000, "stm32f2x", "stm32f2x otp"],
  [
    0b011000000000000000,
    "stm32h5x",
    `
    stm32h5x|stm32h5x mass_erase|stm32h5x option_load|stm32h5x option_read|stm32h5x option_write
    stm32h5x trustzone`,
  ],
  [0b111111111111111110, "stm32h7x", "stm32h7x|stm32h7x lock|stm32h7x mass_erase|stm32h7x unlock"],
  [0b111111111111100000, "stm32h7x", "stm32h7x option_read|stm32h7x option_write"],
  [0b111111111111111111, "stm32l4x", "stm32l4x|stm32l4x lock|stm32l4x mass_erase|stm32l4x unlock"],
  [0b111111111111111110, "stm32l4x", "stm32l4x option_load|stm32l4x option_read|stm32l4x option_write"],
  [0b111111110110000000, "stm32l4x", "stm32l4x otp|stm32l4x trustzone"],
  [0b111111110000000000, "stm32l4x", "stm32l4x wrp_info"],
  [0b000000000110000000, "stm32l4x", "stm32l4x wrp_desc"],
  [
    0b000000000001111110,
    "stm32l5x",
    `
    stm32l5x|stm32l5x independent_watchdog_soft_selection|stm32l5x independent_watchdog_standby
    stm32l5x independent_watchdog_stop|stm32l5x lock|stm32l5x mass_erase|stm32l5x unlock
    stm32l5x window_watchdog_soft_selection`,
  ],
  [0b111111111111111111, "stm32lx", "stm32lx|stm32lx lock|stm32lx mass_erase|stm32lx unlock"],
  [0b100000000000000000, "stm32lx", "stm32lx option_load"],
  [0b111111111111110000, "stmqspi", "stmqspi|stmqspi cmd|stmqspi mass_erase|stmqspi set"],
  [0b111111111111111111, "str7x", "str7x|str7x disable_jtag"],
  [0b111111111111100000, "swm050", "swm050|swm050 mass_erase"],
  [0b111111111111111111, "tms470", "tms470|tms470 flash_keyset|tms470 osc_megahertz|tms470 plldis"],
  [0b111111111111111110, "xcf", "xcf|xcf ccb|xcf configure"],
  [0b000001111111111111, "xmc1xxx", "xmc1xxx"],
  [0b111111111111111111, "xmc4xxx", "xmc4xxx|xmc4xxx flash_password|xmc4xxx flash_unprotect"],
];
