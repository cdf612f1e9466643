# Runs programs, each in an interpreter of its own, and writes what came of each: its number, its return code, and
# the lengths of its result and of the global variable `out`, then both.
lassign $argv count first
for {set i $first} {$i < $count} {incr i} {
	set child [interp]
	set code [catch {$child eval [list source p$i]} result]
	if {[catch {$child eval {set ::out}} out]} {
		set out ""
	}
	stdout puts "$i $code [string bytelength $result] [string bytelength $out]"
	stdout puts -nonewline $result$out
	stdout puts ""
	stdout flush
	$child delete
}
