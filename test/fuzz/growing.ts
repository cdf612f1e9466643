import type { Random } from "../support/random.ts";
import { primitives, setUp } from "../tcl/primitives.ts";

const calls = Object.values(primitives).flat();

/** Commands and subcommands of Jim that go through what they are given. */
const commands = [
  ..."list llength lindex lrange linsert lreplace lassign lreverse lrepeat range concat join split lsort".split(
    " ",
  ),
  ..."lsearch append lappend set incr format scan regexp regsub subst eval uplevel expr if while switch".split(
    " ",
  ),
  ..."foreach lmap loop proc apply catch try error return puts info unset global upvar alias rename".split(
    " ",
  ),
  ...[
    "length",
    "range",
    "replace",
    "map",
    "repeat",
    "reverse",
    "first",
    "last",
    "cat",
    "trim",
    "is alpha",
  ].map((name) => `string ${name}`),
  ...["compare", "equal", "match", "toupper", "tolower", "index", "is double"].map(
    (name) => `string ${name}`,
  ),
  ...["create", "get", "set", "unset", "exists", "keys", "values", "merge", "lappend", "append", "incr"].map(
    (name) => `dict ${name}`,
  ),
  ...["remove", "replace", "for", "with", "update", "getdef"].map((name) => `dict ${name}`),
  ...["set", "get", "names", "unset", "size"].map((name) => `array ${name}`),
  ...["complete", "commands", "vars", "exists"].map((name) => `info ${name}`),
  ...["join", "split", "tail", "dirname"].map((name) => `file ${name}`),
  ...["echo", "adapter speed", "reset_config", "jtag newtap", "target create", "flash bank", "find"],
];

/** Words of about so many characters or elements, of every shape that means something to a command. */
const shapes: readonly ((n: number) => string)[] = [
  () => "x",
  () => "0",
  () => "end",
  () => "x",
  () => "{x y}",
  (n) => String(n),
  (n) => `[string repeat a ${n}]`,
  (n) => `[string repeat {a } ${n}]`,
  (n) => `[string repeat {a b } ${n}]`,
  (n) => `[string repeat * ${n}]`,
  (n) => `[string repeat *a ${n}]b`,
  (n) => `[string repeat (a* ${Math.min(n, 90)}][string repeat ) ${Math.min(n, 90)}]`,
  (n) => `[string repeat \\{ ${n}]`,
  (n) => `[string repeat \\\\ ${n}]`,
  (n) => `[string repeat {$x[list]} ${n}]`,
  (n) => `[string repeat 1+ ${n}]1`,
  (n) => `[string repeat 9 ${n}]`,
  (n) => `[string repeat %s ${n}]`,
  (n) => `[string repeat {%1$s} ${n}]`,
  (n) => `[string repeat "set a 1\\r" ${n}]`,
  (n) => `[lrepeat ${n} xy z]`,
  (n) => `[lrepeat ${n} {a b}]`,
  (n) => `[lrepeat 30 [string repeat a ${n}]]`,
  (n) => `[range ${n}]`,
  (n) => `{*}[lrepeat ${n} x]`,
  () => "{set x [string length $x]}",
  () => "-nocase",
  () => "-all",
  () => "-inline",
  () => "--",
];

const wraps: readonly ((call: string) => string)[] = [
  (call) => call,
  (call) => `set x [${call}]; string length $x`,
  (call) => `set x [${call}]; llength $x`,
  (call) => `catch {${call}} x; string length $x`,
  (call) => `while 1 {catch {${call}} k([incr i])}`,
  (call) => `while 1 {set k([incr i]) [${call}]}`,
  (call) => `while 1 {append x [${call}]; string index $x 0}`,
  (call) => `while 1 {lappend x [${call}]}`,
  (call) => `foreach x [${call}] {set y $x}`,
];

/** A primitive with arguments of a size from some dozens to a million, once or without end, forgotten or kept. */
export function growing(random: Random): string {
  const n = 2 ** (5 + random.below(16));
  const wrap = random.pick(wraps);
  if (random.percent(40)) return `${setUp(Math.min(n, 10_000))}\n${wrap(random.pick(calls))}\n`;
  const words = Array.from({ length: 1 + random.below(4) }, () => random.pick(shapes)(n));
  return `set x {}\n${wrap([random.pick(commands), ...words].join(" "))}\n`;
}
