/**
 * What commands do, and what they take, in the project's own words. In a row: the command by its newest name, its arguments
 * (`[…]` may be left out, `…` may be repeated, `a|b` one of them), and what it does. Source: OpenOCD's manual and the programs.
 */
const ROWS = `
adapter driver | NAME | Selects the driver of the debug probe. Has to come before most that a config says of the probe.
adapter speed | [KHZ] | Sets the clock of the debug link, in kHz; 0 asks for adaptive clocking. Without a number it answers the speed in use.
adapter serial | SERIAL | Chooses the probe with this serial number, where several are connected.
adapter srst delay | [MS] | How long to wait after the reset line is released before the chip is talked to, in milliseconds.
adapter srst pulse_width | [MS] | How long the reset line is held, in milliseconds.
adapter usb location | [BUS-PORT] | Chooses the probe by the USB port that it is connected to.
adapter usb vid_pid | VID PID … | Which USB devices count as the probe, as pairs of vendor and product.
adapter gpio | SIGNAL [NUMBER] [-chip NUMBER] [-active-high|-active-low] | Says which pin of the host drives a signal of the probe.
adapter name |  | Answers the name of the driver in use.
adapter list |  | Lists the drivers that this OpenOCD was built with.
adapter assert | srst|trst … | Drives reset lines active. Needs a connected probe.
adapter deassert | srst|trst … | Releases reset lines. Needs a connected probe.
hla layout | NAME | Which protocol a high-level adapter speaks: stlink, icdi or nulink.
hla device_desc | TEXT | The name of the high-level adapter's USB device.
hla command | TEXT | Hands a command to the high-level adapter's driver.
hla newtap | CHIP TAP [-irlen BITS] [-expected-id ID] … | Declares a TAP under a high-level adapter. Scripts call \`swj_newdap\` instead.
st-link backend | usb|tcp [PORT] | Whether the ST-LINK is used directly, or through ST's server that shares it.
cmsis-dap vid_pid | VID PID … | Which USB devices count as a CMSIS-DAP probe.
cmsis-dap backend | auto|usb_bulk|hid | Which kind of USB interface of a CMSIS-DAP probe is used.
transport select | [NAME] | Chooses how the chip is talked to: jtag, swd, hla_swd, dapdirect_swd and others, as the adapter has them. It can be chosen once.
transport list |  | Lists the transports.
reset_config | FLAG … | Says which reset lines there are and how they act: none, srst_only, trst_only, trst_and_srst, connect_assert_srst and others.
jtag newtap | CHIP TAP [-irlen BITS] [-expected-id ID] [-ircapture VALUE] [-irmask MASK] [-disable|-enable] | Declares a TAP of the scan chain, called CHIP.TAP.
swd newdap | CHIP TAP [-irlen BITS] [-expected-id ID] … | Declares the SWD counterpart of a TAP. Scripts call \`swj_newdap\` instead.
jtag configure | TAP -event NAME BODY | Attaches a script to an event of a TAP.
jtag cget | TAP -event NAME | Answers the script of a TAP's event.
jtag tapenable | TAP | Puts a TAP on the scan chain.
jtag tapdisable | TAP | Takes a TAP off the scan chain.
jtag tapisenabled | TAP | Whether a TAP is on the scan chain.
jtag names |  | Lists the TAPs.
jtag arp_init |  | Checks the scan chain.
jtag arp_init-reset |  | Checks the scan chain after a reset.
jtag_ntrst_delay | [MS] | How long to wait after TRST is released, in milliseconds.
jtag_ntrst_assert_width | [MS] | How long TRST is held, in milliseconds.
jtag_rclk | [FALLBACK-KHZ] | Adaptive clocking, or this speed where the adapter has none.
swj_newdap | CHIP TAP [-irlen BITS] [-expected-id ID] … | Declares the TAP CHIP.TAP by the transport in use: a proc of target/swj-dp.tcl.
dap create | NAME -chain-position TAP [-ignore-syspwrupack] [-adiv5|-adiv6] | Creates a debug access port on a TAP. Its NAME is a command from then on.
dap names |  | Lists the debug access ports.
dap init |  | Connects to the debug access ports. OpenOCD does so by itself at \`init\`.
target create | NAME TYPE [-dap DAP|-chain-position TAP] [-endian little|big] [-coreid NUMBER] [-rtos NAME] [OPTION VALUE] … | Creates a target, which is a core to debug. Its NAME is a command from then on.
target names |  | Lists the targets.
target current |  | Answers the target that commands are for now.
target types |  | Lists the types of targets that there are.
target smp | TARGET … | Says that these targets are cores of one multiprocessor.
targets | [NAME] | Makes a target the one that commands are for; without a name it lists all.
flash bank | NAME DRIVER BASE SIZE CHIP_WIDTH BUS_WIDTH TARGET [OPTION] … | Declares a bank of flash memory and the driver that writes it. A SIZE of 0 lets most drivers ask the chip.
flash banks |  | Lists the banks, one a line.
flash list |  | Answers the banks as a list of dicts.
flash probe | BANK | Finds out what flash memory is there. After \`init\`.
flash info | BANK [sectors] | Prints what is known of a bank. After \`init\`.
flash protect | BANK FIRST LAST on|off | Locks or unlocks sectors. After \`init\`.
flash erase_sector | BANK FIRST LAST | Erases sectors. After \`init\`.
flash erase_address | [pad] [unlock] ADDRESS LENGTH | Erases the sectors in a stretch of memory. After \`init\`.
flash write_image | [erase] [unlock] FILE [OFFSET] [TYPE] | Writes a file to flash memory. After \`init\`.
flash write_bank | BANK FILE [OFFSET] | Writes a raw file to a bank. After \`init\`.
flash verify_image | FILE [OFFSET] [TYPE] | Compares a file with flash memory. After \`init\`.
flash read_bank | BANK FILE [OFFSET] [LENGTH] | Reads a bank into a file. After \`init\`.
flash fillw | ADDRESS WORD COUNT | Writes a word many times. After \`init\`.
nand device | NAME DRIVER TARGET [OPTION] … | Declares a NAND flash device.
pld create | NAME DRIVER [OPTION VALUE] … | Declares a programmable logic device.
cti create | NAME -dap DAP -ap-num NUMBER -baseaddr ADDRESS | Creates a cross trigger interface, which halts several cores together.
tpiu create | NAME -dap DAP -ap-num NUMBER [-baseaddr ADDRESS] [OPTION VALUE] … | Creates the trace port that a debugger may use.
swo create | NAME -dap DAP -ap-num NUMBER [-baseaddr ADDRESS] [OPTION VALUE] … | Creates the serial wire output that a debugger may use.
cortex_m reset_config | [srst|sysresetreq|vectreset] | How a Cortex-M is reset where no reset line is used.
cortex_m vector_catch | [all|none|NAME …] | Which exceptions halt the core. After \`init\`.
cortex_m maskisr | [auto|on|off|steponly] | Whether interrupts are masked while stepping. After \`init\`.
arm semihosting | [enable|disable] | Whether the program on the chip may use the host's files and console. After \`init\`.
gdb port | [PORT|disabled] | The TCP port for GDB; further targets get the next ones.
tcl port | [PORT|disabled] | The TCP port for Tcl clients.
telnet port | [PORT|disabled] | The TCP port for a terminal.
gdb memory_map | enable|disable | Whether GDB gets the addresses of flash memory, so that \`load\` writes it.
gdb flash_program | enable|disable | Whether GDB's \`load\` may write flash memory.
gdb breakpoint_override | [hard|soft|disable] | Which kind of breakpoint is used whatever GDB asks for.
gdb report_data_abort | enable|disable | Whether GDB hears of memory that cannot be read.
bindto | [ADDRESS] | The network address that the ports are opened on.
init |  | Ends the configuration and connects to the chip. What needs a chip works from here on.
noinit |  | Keeps OpenOCD from calling \`init\` at the end of the configs.
reset | [run|halt|init] | Resets the chip and lets it run, halts it, or halts it and runs its reset-init handler.
halt | [MS] | Stops the core. After \`init\`.
resume | [ADDRESS] | Lets the core run. After \`init\`.
step | [ADDRESS] | Runs one instruction. After \`init\`.
wait_halt | [MS] | Waits until the core is halted. After \`init\`.
poll | [on|off] | Whether OpenOCD looks at the state of the core by itself. After \`init\`.
mww | [phys] ADDRESS VALUE [COUNT] | Writes 32-bit words to memory. After \`init\`.
mwh | [phys] ADDRESS VALUE [COUNT] | Writes 16-bit halfwords to memory. After \`init\`.
mwb | [phys] ADDRESS VALUE [COUNT] | Writes bytes to memory. After \`init\`.
mdw | [phys] ADDRESS [COUNT] | Prints 32-bit words of memory. After \`init\`.
mdh | [phys] ADDRESS [COUNT] | Prints 16-bit halfwords of memory. After \`init\`.
mdb | [phys] ADDRESS [COUNT] | Prints bytes of memory. After \`init\`.
mrw | ADDRESS | Answers a 32-bit word of memory: a proc of mem_helper.tcl.
mrh | ADDRESS | Answers a 16-bit halfword of memory: a proc of mem_helper.tcl.
mrb | ADDRESS | Answers a byte of memory: a proc of mem_helper.tcl.
mmw | ADDRESS SET CLEAR | Sets and clears bits of a word of memory: a proc of mem_helper.tcl.
read_memory | ADDRESS WIDTH COUNT [phys] | Answers values of memory as a list. After \`init\`.
write_memory | ADDRESS WIDTH VALUES [phys] | Writes a list of values to memory. After \`init\`.
mem2array | ARRAY WIDTH ADDRESS COUNT | Reads memory into an array. After \`init\`.
array2mem | ARRAY WIDTH ADDRESS COUNT | Writes an array to memory. After \`init\`.
reg | [NAME [VALUE]] | Prints or sets a register. After \`init\`.
load_image | FILE [ADDRESS [TYPE]] | Writes a file to memory. After \`init\`.
dump_image | FILE ADDRESS LENGTH | Reads memory into a file. After \`init\`.
verify_image | FILE [OFFSET [TYPE]] | Compares a file with memory. After \`init\`.
program | FILE [preverify] [verify] [reset] [exit] [OFFSET] | Writes firmware to flash: resets, writes, verifies, as its words ask.
shutdown | [error] | Ends OpenOCD.
sleep | MS [busy] | Waits, in milliseconds.
echo | [-n] TEXT | Prints a line.
log_output | [FILE|default] | Where the log goes.
debug_level | [0-4] | How much is logged.
find | FILE | Answers the path of a script: as given, from the working directory, else in the search folders in order.
script | FILE | Runs a script, which is looked for as \`find\` does.
source | FILE | Runs a script; with \`[find FILE]\` it is looked for in the search folders.
add_script_search_dir | FOLDER | Adds a search folder at the end.
add_usage_text | COMMAND TEXT | Says what a command takes, for OpenOCD's own help.
add_help_text | COMMAND TEXT | Says what a command does, for OpenOCD's own help.
using_jtag |  | Whether the transport in use is JTAG.
using_swd |  | Whether the transport in use is SWD.
using_hla |  | Whether the transport in use is that of a high-level adapter.
rtt setup | ADDRESS SIZE [ID] | Where to look for the control block of real-time transfer. After \`init\`.
ftdi layout_init | DATA DIRECTION | The start state of the FTDI chip's pins.
ftdi layout_signal | NAME [-data MASK] [-oe MASK] [-input MASK] [-ndata MASK] [-noe MASK] [-alias NAME] | Which pins of the FTDI chip make up a signal.
ftdi channel | NUMBER | Which channel of the FTDI chip is used.
set | NAME [VALUE] | Sets a variable; without a value it answers the one it has.
unset | [-nocomplain] NAME … | Removes variables.
proc | NAME PARAMETERS BODY | Defines a command. Its variables are its own, unless \`global\` names them.
global | NAME … | Inside a proc: these are the global variables.
if | CONDITION [then] BODY [elseif CONDITION BODY] … [else BODY] | Runs the body whose condition holds.
while | CONDITION BODY | Runs the body again and again while the condition holds.
for | START CONDITION NEXT BODY | Counts: runs START once, then BODY and NEXT while the condition holds.
foreach | NAME LIST [NAME LIST] … BODY | Runs the body for each element of a list.
switch | [-exact|-glob|-regexp] VALUE CASES | Runs the body of the first pattern that fits.
catch | BODY [RESULT] | Runs the body, and answers whether it failed instead of failing.
expr | EXPRESSION | Works out an expression; give it in braces, \`expr {$a + 1}\`.
error | MESSAGE | Fails with a message.
return | [VALUE] | Ends a proc, with a value.
incr | NAME [BY] | Adds to a variable.
append | NAME TEXT … | Adds text to a variable.
lappend | NAME ELEMENT … | Adds elements to a list in a variable.
list | [ELEMENT] … | Answers a list of these elements.
lindex | LIST INDEX … | Answers an element of a list.
llength | LIST | Answers how many elements a list has.
format | PATTERN [VALUE] … | Fills values into a pattern, as C's printf does.
eval | SCRIPT … | Runs its words as a script.
info exists | NAME | Whether there is a variable of that name.
info commands | [PATTERN] | Answers the names of commands.
info procs | [PATTERN] | Answers the names of procs.
string equal | A B | Whether two texts are the same.
string match | PATTERN TEXT | Whether a text fits a pattern with \`*\` and \`?\`.
string compare | A B | How two texts are ordered.
array set | NAME LIST | Sets elements of an array from a list of names and values.
puts | TEXT | Prints a line.
break |  | Leaves the loop.
continue |  | Goes on with the loop's next round.
TARGET configure | OPTION VALUE … | Sets options of the target: its work area, its events, its endianness.
TARGET cget | OPTION | Answers an option of the target.
TARGET invoke-event | EVENT | Runs the target's handler of an event.
TARGET arp_examine | [allow-defer] | Looks at the target again. After \`init\`.
TARGET arp_halt |  | Halts the target. After \`init\`.
TARGET curstate |  | Answers the state of the target. After \`init\`.
TARGET eventlist |  | Lists the target's handlers.
TARGET mww | ADDRESS VALUE [COUNT] | Writes 32-bit words to the target's memory. After \`init\`.
TARGET mdw | ADDRESS [COUNT] | Prints 32-bit words of the target's memory. After \`init\`.
DAP info | [AP] | Prints what the access port gives access to. After \`init\`.
DAP apreg | AP REGISTER [VALUE] | Reads or writes a register of an access port. After \`init\`.
DAP dpreg | REGISTER [VALUE] | Reads or writes a register of the debug port. After \`init\`.
DAP apsel | [AP] | Chooses the access port. After \`init\`.
DAP apcsw | [VALUE [MASK]] | How memory is accessed through the access port. After \`init\`.
DAP memaccess | [CYCLES] | How many cycles to wait for each access to memory.
`;

/** What a command takes and does. */
export interface CommandText {
  /** By its newest name; `TARGET` or `DAP` first where it is a command of one. */
  name: string;
  /** What it takes: `NAME [VALUE]`. */
  takes: string;
  does: string;
}

let texts: ReadonlyMap<string, CommandText> | undefined;

function all(): ReadonlyMap<string, CommandText> {
  texts ??= new Map(ROWS.trim().split("\n").map(textOf));
  return texts;
}

function textOf(row: string): [string, CommandText] {
  const [name = "", takes = "", ...rest] = row.split(" | ").map((cell) => cell.trim());
  return [name, { name, takes, does: rest.join(" | ") }];
}

/** What the command of that full name takes and does, where the project has words for it. */
export function commandText(name: string): CommandText | undefined {
  return all().get(name);
}

/** The commands that there are words for. */
export function describedCommands(): Iterable<string> {
  return all().keys();
}
