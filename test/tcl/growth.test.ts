import { describe, expect, it } from "vitest";
import { Deadline } from "../../src/tcl/limits.ts";
import { newInterp, run } from "./run.ts";

/** Sizes of what a command is given. */
const N = 4000;

/** What a command is given, by the variable that holds it: all of it grows with `n`. */
function setUp(n: number): string {
  return [
    `set s [string repeat {ab } ${n}]`,
    `set t [string repeat {ba } ${n}]`,
    `set m [string repeat {Ab\\u00e9 } ${n}]`,
    `set q [string repeat "{ " ${n}]`,
    `set digits [string repeat 1 ${n}]`,
    `set l [split [string repeat {ab } ${n}]]`,
    `set long [lrepeat 20 [string repeat a ${n}]b]`,
    "set d [dict create]",
    `loop i 0 ${n} {dict set d k$i v; lappend u w[expr {$i * 7919 % ${n}}]}`,
    "array set a $d",
    "proc cmp {x y} {string compare $x $y}",
  ].join("; ");
}

/** Every primitive that goes through what it is given, each with the arguments that make it go through most of it. */
const primitives: Record<string, readonly string[]> = {
  strings: [
    "string trim $s $t",
    "string trimleft $s $t",
    "string trimright $s $t",
    "string map {a x b y} $s",
    "string map $u $s",
    "string map -nocase $u $s",
    "string toupper $m",
    "string tolower $m",
    "string totitle $m",
    "string reverse $s",
    "string repeat $s 3",
    "string first zz $s",
    "string last zz $s",
    "string compare $s $t",
    "string compare -nocase $m $m",
    "string equal $s $s",
    "string match *zz* $s",
    "string match -nocase *ZZ* $m",
    "string replace $s 1 2 x",
    "string cat $s $t",
    "string is alpha $s",
    "string is space $s",
    "string is double $digits",
    "append s $t; string length $s",
    "split $s a",
    "split $s $t",
    "split $s {}",
    "join $l ,",
    "format %s%s $s $t",
    "format [string repeat {%%} [string length $s]]",
    "scan $s {%[ab ]}",
    "scan $digits %d",
    "subst $s",
    "set s x$s$t",
  ],
  lists: [
    "llength $s",
    "lindex $s end",
    "lrange $l 1 end",
    "linsert $l 1 x",
    "lreplace $l 1 1 x",
    "lset l 1 x",
    "lassign $l x y",
    "lreverse $l",
    "lrepeat [llength $l] x",
    "range [llength $l]",
    "concat $l $l",
    "concat $s $t",
    "list {*}$l",
    "lappend z {*}$l",
    "lsort $u",
    "lsort -nocase $u",
    "lsort -unique $u",
    "lsort -command cmp [lrange $u 0 99]",
    "lsearch $l zz",
    "lsearch -nocase $u ZZ",
    "lsearch -glob $u *zz",
    "lsearch -regexp $u zz",
    "lsearch -all -inline $l ab",
    "lsearch $long zz",
    "foreach x $l {}",
    "lmap x $l {set x}",
    "string length [list $q]",
  ],
  "dicts and arrays": [
    "dict keys $d",
    "dict values $d",
    "dict size $d",
    "dict merge $d $d",
    "dict remove $d k0",
    "dict replace $d k0 w",
    "dict for {k v} $d {}",
    "dict with d {}",
    "dict set d new w; dict get $d new",
    "dict lappend d k0 {*}$l",
    "set e $d; dict set d new w; dict size $e",
    "array get a",
    "array names a k*9",
    "array unset a k*9",
    "array size a",
    "unset a(k0)",
    "string length $d",
  ],
  "regular expressions": [
    "regexp zz $s",
    "regexp -all ab $s",
    "regexp -all -inline {a(b)} $s",
    "regexp -nocase ZZ $m",
    "regexp {^(ab )*$} $s",
    "regexp -line {^zz$} $s",
    "regsub -all ab $s x y",
    "regsub -all ab $s {<&>} y",
    "regsub ab $s $t y",
    "regexp $digits $digits",
  ],
  expressions: [
    "expr {$s eq $t}",
    "expr {$s lt $t}",
    "expr {{zz} in $l}",
    "expr {{zz} in $long}",
    "expr [string repeat 1+ [string length $digits]]1",
    "catch {incr digits}",
    "eval [string repeat {set x 1;} [string length $digits]]",
    "info complete $s",
    "apply {args {llength $args}} {*}$l",
    "switch zz $d",
    "switch -glob zz $d",
  ],
};

/** What takes no longer however much there is. */
const constant = new Set([
  "lsort -command cmp [lrange $u 0 99]",
  "lsearch $long zz",
  "expr {{zz} in $long}",
  "dict size $d",
  "dict set d new w; dict get $d new",
  "array get a",
  "array size a",
]);

/** How many steps a script takes and what it holds, beyond what its data takes; undefined where it is stopped. */
function costOf(script: string, n: number): { steps: number; held: number } | undefined {
  const interp = newInterp({ deadline: new Deadline(60_000) });
  expect(run(setUp(n), interp)).toBe("cmp");
  interp.meter.restart();
  const outcome = run(script, interp) ?? "";
  if (outcome.startsWith("stopped: ")) return undefined;
  return { steps: interp.meter.steps, held: interp.meter.held };
}

for (const [subject, scripts] of Object.entries(primitives)) {
  describe(`${subject}: steps and memory at n, 2n and 4n grow at most linearly, or it is stopped`, () => {
    it.each(scripts)("%s", (script) => {
      const costs = [N, 2 * N, 4 * N].map((n) => costOf(script, n));
      for (const [at, cost] of costs.entries()) {
        const before = costs[at - 1];
        if (cost === undefined || before === undefined) continue;
        const isCounted = cost.steps > 1.5 * before.steps || cost.held > 1.5 * before.held;
        expect([script, isCounted]).toEqual([script, !constant.has(script)]);
        // Twice as much, and a little for what each call takes and for the logarithm in sorting.
        expect(cost.steps).toBeLessThanOrEqual(2.5 * before.steps + 64);
        expect(cost.held).toBeLessThanOrEqual(2.4 * before.held + 4096);
      }
    });
  });
}
