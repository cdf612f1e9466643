# Run after the config under test: tells what it made, one record each, then ends OpenOCD.
stderr puts "\n$__oracle_mark"
stderr flush
stdout puts "\n$__oracle_mark"

proc __oracle_tell {} {
	global __oracle_procs_before __oracle_globals_before __oracle_events

	__oracle_emit mode [command mode]

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
		if {!$known || [dict get $__oracle_procs_before $name] ne $definition} {
			__oracle_emit proc $name {*}$definition $known
		}
	}

	foreach target [target names] {
		__oracle_emit target $target
		foreach option {
			-type -endian -coreid -dap -chain-position
			-work-area-phys -work-area-virt -work-area-size -work-area-backup
		} {
			if {![catch {$target cget $option} value]} {__oracle_emit option $option $value}
		}
		foreach event $__oracle_events {
			if {![catch {$target cget -event $event} body] && $body ne ""} {__oracle_emit event $event $body}
		}
	}
	if {![catch {dap names} names]} {
		foreach name $names {__oracle_emit dap $name}
	}
	foreach bank [flash list] {__oracle_emit bank {*}$bank}

	# Last, for it makes things itself; and without a transport OpenOCD 0.12.0 crashes on it.
	if {![catch {transport select}]} __oracle_taps
}

# `jtag names` needs a JTAG transport. But everywhere a tap can be named by its number in the chain, and
# a target tells its tap's name. Under HLA only a target with a DAP can be made.
proc __oracle_taps {} {
	for {set number 0} {1} {incr number} {
		set target __oracle_target$number
		if {[catch {target create $target testee -chain-position $number}] && [catch {
			dap create __oracle_dap$number -chain-position $number
			target create $target cortex_m -dap __oracle_dap$number
		}]} return
		__oracle_emit tap [$target cget -chain-position]
	}
}

__oracle_tell
__oracle_emit end
stdout flush
shutdown
