# Runs programs, each in an interpreter of its own, and writes what came of each: its number, its return code, and
# the lengths of its result, of the global variable `out` and of an error's stack trace, then all three.
lassign $argv count first
for {set i $first} {$i < $count} {incr i} {
	set child [interp]
	set code [catch {$child eval "source p$i"} result]
	set trace ""
	if {$code == 1} {
		catch {$child eval {info stacktrace}} trace
	}
	if {[catch {$child eval {set ::out}} out]} {
		set out ""
	}
	stdout puts "$i $code [string bytelength $result] [string bytelength $out] [string bytelength $trace]"
	stdout puts -nonewline $result$out$trace
	stdout puts ""
	stdout flush
	$child delete
}
