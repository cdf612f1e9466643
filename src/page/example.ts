/** A config to try the page with, written for it: each of its faults is one that flashing fails with. */
export const example: readonly [path: string, text: string] = [
  "/dropped/my-stm32l552.cfg",
  `# A target config for an STM32L552, with a common fault. Flashing fails with it.
transport select swd

set _CHIPNAME stm32l552
set _TARGETNAME $_CHIPNAME.cpu

swd newdap $_CHIPNAME cpu -irlen 4 -ircapture 0x1 -irmask 0xf -expected-id 0x0be12477

target create $_TARGETNAME cortex_m -endian little -dap $_CHIPNAME.dap

flash bank $_CHIPNAME.flash stm32l5x 0x08000000 0 0 0 $_TARGETNAME

reset_config srst_onyl

$_TARGETNAME configure -event reset-init {
  adapter speed 4000
}
`,
];
