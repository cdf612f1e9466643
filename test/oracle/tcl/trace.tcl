# Run in the config's stead, when OpenOCD did not say where it failed: remembers the last command begun.
# What OpenOCD runs by itself does not count: its embedded procs, Jim's library, and the commands its C code
# evaluates, such as `usage` or, within `shutdown` and `init`, the hooks.
proc __oracle_trace {type file line result command arguments} {
	if {$command in {xtrace usage} || $file in {{} command.c stdlib.tcl tclcompat.tcl}} return
	if {[string match embedded:* $file]} return
	# What is logged from here on is this command's.
	__oracle_mark
	set ::__oracle_last [list $file $line [string trim [concat $command $arguments]]]
}

set __oracle_last {}
# Before Jim 0.80 there is no trace, but an error says where it happened, though not by which command.
set __oracle_traces [llength [info commands xtrace]]
if {!$__oracle_traces} {
	proc xtrace {args} {}
	__oracle_mark
}
xtrace __oracle_trace
catch -signal -exit -eval {script $__oracle_file} __oracle_message __oracle_options
xtrace {}

if {!$__oracle_traces && [dict exists $__oracle_options -errorinfo]} {
	set __oracle_last [concat [lrange [dict get $__oracle_options -errorinfo] 1 2] {{}}]
}

__oracle_out "\n$__oracle_mark"
__oracle_emit last {*}$__oracle_last
__oracle_emit message $__oracle_message
__oracle_emit options {*}$__oracle_options
__oracle_emit end
__oracle_flush
shutdown
