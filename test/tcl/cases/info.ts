// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts in Tcl.
import type { Case } from "./case.ts";

/** What a script asks of the interpreter. */
export const info: readonly Case[] = [
  [
    "info -commands",
    0,
    "alias args body channels commands complete exists frame globals hostname level locals nameofexecutable patchlevel procs references returncodes script source stacktrace statics vars version",
  ],
  ["set y 2; proc p {} {{x 1} y} {}; info statics p", 0, "x 1 y 2"],
  ["proc p {} {}; info statics p", 0, ""],
  ["alias a set x; info alias a", 0, "set x"],
  ["info alias set", 1, 'command "set" is not an alias'],
  ["info channels a b", 1, 'wrong # args: should be "info channels ?pattern?"'],
  ["info globals nosuch", 0, ""],
  ["proc p {} {set l 1; info locals}; p", 0, "l"],
  ["info locals", 0, ""],
  ["proc p {a} {global gg; lsort [info vars]}; p 1", 0, "a gg"],
  ["info level 0", 1, 'bad level "0"'],
  ["info level x", 1, 'bad level "x"'],
  ["info frame", 0, "0"],
  ["info frame 0", 1, 'bad level "0"'],
  ["proc p {} {lindex [info frame 0] 0}; p", 0, "p"],
  ["info patchlevel", 0, "0.81"],
  ["info source", 1, 'wrong # args: should be "info source source ?filename line?"'],
  ["info source abc file 3", 0, "abc"],
  ["info source [list a]", 0, "{} 1"],
  ['info complete "a {" m; set m', 0, "{"],
  ["info returncodes 99", 0, "99"],
  ["exists -alias set", 0, "0"],
];
