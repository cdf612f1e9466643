/**
 * Idioms of which the model says otherwise than a program, in some release: what each begins with, and why. Words of refusals
 * are not listed here.
 */
const OTHERWISE: readonly (readonly [start: string, why: string])[] = [
  ["servers: init_reset ", "starts the adapter, which the machine has not"],
  ["taps: jtag init", "starts the adapter, which the machine has not"],
  ["taps: jtag arp_init", "starts the adapter, which the machine has not"],
  ["a target's own: program ", "starts the adapter, which the machine has not"],
  ["a target's own: init_reset ", "starts the adapter, which the machine has not"],
  ["a target's own: program_error ", "the proc ends OpenOCD, which a config does only on purpose"],
  ["adapter chosen: adapter driver hla\nhla_", "words of adapters are not looked into"],
  ["adapter set: set r [reset_config ", "the words that it prints are 0.12.0's"],
  ["servers: set m [command mode ", "asks the mode of words, not of a command, up to 0.11"],
  ["taps: jtag newtap a cpu -irlen 4\njtag cget ", "modes are 0.12.0's"],
  ["taps: jtag newtap a cpu -irlen 4\njtag newtap a bs", "master separates names by line breaks"],
  ["taps under hla: set c [info commands hla]", "`info commands` does not list what is brought"],
  ["daps: set d [info commands dap]", "`info commands` does not list what is brought"],
  ["daps under hla: set c [info commands a.dap]", "`info commands` does not list what is brought"],
  ["daps under hla: catch {a.dap ", "master says the command's name"],
  ["targets: set t [target current]", "old builds fail where there is no target"],
  ["targets: target create a.cpu riscv ", "commands of RISC-V want a target that was initialised"],
  ["a target's own: a.cpu mww ", "old builds go as far as the machine, which is not there"],
  ["a target's own: a.cpu arp_examine", "old builds go as far as the machine, which is not there"],
  ["a target's own: a.cpu testee", "the subcommands of a type's group are not known"],
  ["a target's own: flash bank a.f at91sam4 ", "the addresses of this driver are not known"],
  ["a target's own: flash bank a.f jtagspi ", "the words of drivers are 0.12.0's"],
  ["a target's own: flash bank a.f stm32h5x ", "what the driver makes of address 0 is not known"],
  ["a target's own: set s [a.cpu cget -work-area-size]", "master prints it in hexadecimal"],
  ["a target's own: mem2array ", "0.12.0's proc calls what only `init` brings"],
  ["a core's own: tpiu config ", "the words of the old trace commands are not looked into"],
  ["Tcl: rename echo ", "renaming what OpenOCD adds to Tcl is not modelled"],
  ["Tcl: proc echo ", "whether a command was a proc before"],
  ["Tcl: set x [dict keys ", "dictionaries have no order before Jim 0.80"],
  ["Tcl: set x [binary ", "a package of Jim 0.77"],
  ["Tcl: set x [tcl::prefix ", "a package of Jim 0.77"],
  ["Tcl: set x [json::encode ", "a package of newer builds"],
  ["Tcl: set x [info hostname]", "0.10.0 lacks it"],
  ["Tcl: proc p {} {variable ", "0.10.0 lacks it"],
  ["Tcl: namespace eval ", "0.10.0 lacks it"],
];

/** The exception that an idiom falls under; undefined where the model must say the same. */
export function exceptionOf(key: string): string | undefined {
  return OTHERWISE.find(([start]) => key.startsWith(start))?.[0];
}

export const exceptions: readonly string[] = OTHERWISE.map(([start]) => start);
