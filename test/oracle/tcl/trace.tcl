# Run in the config's stead, when OpenOCD did not say where it failed: remembers the last command begun.
# What OpenOCD runs by itself does not count: its embedded procs, Jim's library, and the commands its C code
# evaluates, such as `usage` or, within `shutdown` and `init`, the hooks.
proc __oracle_trace {type file line result command arguments} {
	if {$command in {xtrace usage} || $file in {{} command.c stdlib.tcl tclcompat.tcl}} return
	if {[string match embedded:* $file]} return
	# What is logged from here on is this command's.
	stderr puts $::__oracle_mark
	stderr flush
	set ::__oracle_last [list $file $line [string trim [concat $command $arguments]]]
}

set __oracle_last {}
xtrace __oracle_trace
catch -signal -exit -eval {script $__oracle_file} __oracle_message __oracle_options
xtrace {}

stdout puts "\n$__oracle_mark"
__oracle_emit last {*}$__oracle_last
__oracle_emit message $__oracle_message
__oracle_emit options {*}$__oracle_options
__oracle_emit end
stdout flush
shutdown
