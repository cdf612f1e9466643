// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts in Tcl.
import type { Case } from "./case.ts";

/** `dict` */
export const dicts: readonly Case[] = [
  [
    "dict -commands",
    0,
    "append create exists for get getwithdefault incr info keys lappend merge remove replace set size unset update values with",
  ],
  ["dict get", 1, 'wrong # args: should be "dict get dictionary ?key ...?"'],
  ["dict getdef {a 1} a 5", 0, "1"],
  ["dict exists a", 1, 'wrong # args: should be "dict exists dictionary key ?key ...?"'],
  ["dict info {a}", 1, "missing value to go with key"],
  ["dict values {a 1 b 2} 2", 0, "2"],
  ["dict merge", 0, ""],
  ["dict set d", 1, 'wrong # args: should be "dict set varName key ?key ...? value"'],
  ["dict unset d", 1, 'wrong # args: should be "dict unset varName key ?key ...?"'],
  ["dict append d a x; dict append d a y", 0, "a xy"],
  ["dict append d", 1, 'wrong # args: should be "dict append varName key ?value ...?"'],
  ["dict lappend d", 1, 'wrong # args: should be "dict lappend varName key ?value ...?"'],
  ["dict incr d", 1, 'wrong # args: should be "dict incr varName key ?increment?"'],
  ["dict remove {a 1  a 2} b", 0, "a 2"],
  ["set d {a 1  a 2}; dict unset d b; set d", 0, "a 2"],
  ["set l {;  a}; catch {dict update l 0 x {set x}}; set l", 0, "{;} a"],
  ["dict remove", 1, 'wrong # args: should be "dict remove dictionary ?key ...?"'],
  ["dict for {k v} {a 1}", 1, 'wrong # args: should be "dict for vars dictionary script"'],
  ["set d {a 1}; dict with d {}", 0, ""],
  ["set d {a 1}; dict with d {unset d; list gone}", 0, "gone"],
  ["dict with d", 1, 'wrong # args: should be "dict with dictVar ?key ...? script"'],
  ["set d {a 1}; dict update d a x z q {set q 5}; set d", 0, "a 1 z 5"],
  ["set d {a 1}; dict update d a x {unset d}; info exists d", 0, "0"],
  ["dict update d a {}", 1, 'wrong # args: should be "dict update varName ?arg ...? script"'],
];
