// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are scripts in Tcl.
import type { Case } from "./case.ts";

/** `scan` */
export const scanning: readonly Case[] = [
  ["scan", 1, 'wrong # args: should be "scan string format ?varName varName ...?"'],
  ['scan "12" {%2$d} a', 1, '"%n$" argument index out of range'],
  ['scan "12" {%d %1$d}', 1, 'cannot mix "%" and "%n$" conversion specifiers'],
  ['scan "12" {%1$d %d}', 0, "12 {}"],
  ['scan "12" {%1$d %1$d}', 1, 'variable is assigned by multiple "%n$" conversion specifiers'],
  ['scan "12" {%-1$d}', 1, '"%n$" conversion specifier is negative'],
  ['scan "1 2" "%d %d" a', 1, "different numbers of variable names and field specifiers"],
  ['scan "1" "%d" a b', 1, "variable is not assigned by any conversion specifiers"],
  ['scan "1" "%2"', 1, "missing scan conversion character"],
  ['scan "ab" "%2c"', 1, "field width may not be specified in %c conversion"],
  ['scan "12" "%lu"', 1, "unsigned wide not supported"],
  ['scan "ff" "%x"', 0, "255"],
  ['scan "17" "%o"', 0, "15"],
  ['scan "1.5e3x" "%f"', 0, "1500.0"],
  ['scan "-.5" "%e"', 0, "-0.5"],
  ['scan "12345" "%2d%3d"', 0, "12 345"],
  ['scan "abc def" {%[a-c] %s}', 0, "abc def"],
  ['scan "abc" {%[^b]}', 0, "a"],
  ['scan "]x" {%[]x]}', 0, "\\]x"],
  ['scan "abc" {%[abc}', 1, "unmatched [ in format string"],
  ['scan "xyz" {%[a-c]}', 0, "{}"],
  ['scan "100%x" "%d%%%s"', 0, "100 x"],
  ['scan "100x" "%d%%%s"', 0, "100 {}"],
  ['scan "  12" "%d%n"', 0, "12 4"],
  ['set v 1; scan "12" "%d" v(1)', 1, "can't set \"v(1)\": variable isn't array"],
];
