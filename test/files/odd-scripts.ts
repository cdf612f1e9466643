/** A chip with flash and no work area, for a file of whatever name that others source. */
export const chipConfig = `if { [using_jtag] } {
	jtag newtap chip cpu -irlen 4
} else {
	swd newdap chip cpu -expected-id 0
}
dap create chip.dap -chain-position chip.cpu
target create chip.cpu cortex_m -dap chip.dap
flash bank chip.flash stm32l4x 0x08000000 0 0 0 chip.cpu
`;
