# Run before the config under test: remembers what was there, and offers what after.tcl needs.
# Output goes through the `stdout` and `stderr` channels themselves: a config may replace `puts` and `echo`. OpenOCD 0.10.0
# has no channels.
if {[info commands stdout] ne ""} {
	proc __oracle_out {text} {stdout puts $text}
	proc __oracle_mark {} {stderr puts "\n$::__oracle_mark"; stderr flush}
	proc __oracle_flush {} {stdout flush}
} else {
	proc __oracle_out {text} {puts $text}
	proc __oracle_mark {} {echo $::__oracle_mark}
	proc __oracle_flush {} {}
}

# One record: the number of fields, then each field as its length in bytes and its bytes.
proc __oracle_emit {args} {
	__oracle_out [llength $args]
	foreach field $args {
		__oracle_out [string bytelength $field]
		__oracle_out $field
	}
}

# Each proc with its arguments and body, which tells a replaced proc from an untouched one.
proc __oracle_procs {} {
	set found [dict create]
	foreach name [info procs] {
		if {[string match __oracle_* $name]} continue
		dict set found $name [list [info args $name] [info body $name]]
	}
	return $found
}

# Each global with its text. An array's text is the list of its keys and values: Jim tells no difference.
proc __oracle_globals {} {
	set found [dict create]
	foreach name [info globals] {
		if {$name in {env errorCode errorInfo} || [string match __oracle_* $name]} continue
		upvar #0 $name value
		if {![catch {set value} text]} {dict set found $name $text}
	}
	return $found
}

set __oracle_procs_before [__oracle_procs]
set __oracle_globals_before [__oracle_globals]
__oracle_mark
return
