# Run after the config under test: tells what it made, one record each, then ends OpenOCD.
__oracle_mark
__oracle_out "\n$__oracle_mark"

proc __oracle_tell {} {
	global __oracle_procs_before __oracle_globals_before __oracle_events __oracle_cget

	if {[catch {command mode} mode]} {set mode config}
	__oracle_emit mode $mode

	dict for {name text} [__oracle_globals] {
		if {![dict exists $__oracle_globals_before $name] || [dict get $__oracle_globals_before $name] ne $text} {
			__oracle_emit variable $name $text
			if {![catch {llength $text} count] && $count > 0 && $count % 2 == 0} {
				__oracle_emit array $name {*}$text
			}
		}
	}
	dict for {name definition} [__oracle_procs] {
		set known [dict exists $__oracle_procs_before $name]
		# Old builds put one before each command of their own.
		if {[string match {eval ocd_bouncer *} [lindex $definition 1]]} continue
		if {!$known || [dict get $__oracle_procs_before $name] ne $definition} {
			__oracle_emit proc $name {*}$definition $known
		}
	}

	foreach target [target names] {
		__oracle_emit target $target
		foreach option [concat {
			-type -endian -dap -chain-position
			-work-area-phys -work-area-virt -work-area-size -work-area-backup
		} $__oracle_cget] {
			if {![catch {$target cget $option} value]} {__oracle_emit option $option $value}
		}
		foreach event $__oracle_events {
			if {![catch {$target cget -event $event} body] && $body ne ""} {__oracle_emit event $event $body}
		}
	}
	if {![catch {dap names} names]} {
		foreach name $names {__oracle_emit dap $name}
	}
	__oracle_banks

	# Last, for it makes things itself. Where only this question selects the transport, which brings commands, there are no
	# taps yet, and OpenOCD 0.12.0 crashes when asked for them.
	set before [llength [info commands]]
	if {![catch {transport select}] && [llength [info commands]] == $before} __oracle_taps
}

# Up to 0.11 `flash list` calls the driver a name and leaves the bank's out, which `flash banks` prints.
proc __oracle_banks {} {
	set names [list]
	foreach line [split [capture {flash banks}] \n] {
		if {[regexp {^#[0-9]+ : ([^ ]+) } $line all name]} {lappend names $name}
	}
	foreach bank [flash list] name $names {
		if {[dict exists $bank driver]} {
			__oracle_emit bank {*}$bank
		} else {
			__oracle_emit bank name $name driver {*}[lrange $bank 1 end]
		}
	}
}

# `jtag names` needs a JTAG transport. But everywhere a tap can be named by its number in the chain, and a target tells its
# tap's name. Under HLA only a target with a DAP can be made, and OpenOCD crashes on a tap that is not there; a DAP is
# refused then. OpenOCD 0.10.0 has none, and cannot be asked.
proc __oracle_taps {} {
	set is_hla [string match *hla* [transport select]]
	if {$is_hla && [info commands dap] eq ""} {
		__oracle_emit untold taps
		return
	}
	for {set number 0} {1} {incr number} {
		set target __oracle_target$number
		if {$is_hla} {
			if {[catch {dap create __oracle_dap$number -chain-position $number}]} return
			target create $target cortex_m -dap __oracle_dap$number
		} elseif {[catch {target create $target testee -chain-position $number}]} return
		__oracle_emit tap [$target cget -chain-position]
	}
}

__oracle_tell
__oracle_emit end
__oracle_flush
shutdown
