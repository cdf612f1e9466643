import fc, { type Arbitrary } from "fast-check";
import { expressions } from "./expressions.ts";
import {
  dicts,
  formats,
  indexes,
  integers,
  keys,
  lists,
  names,
  patterns,
  quoted,
  reals,
  regexes,
  scanFormats,
  subjects,
  texts,
  values,
} from "./words.ts";

// Calls of one command each: what it takes, now and then something else, one word too few or too many.

type Word = Arbitrary<string>;

const plainVariables = fc.constantFrom("v0", "v1", "v2", "v3");
const variables = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom("v0", "v1", "v2", "v3", "l0", "l1", "d", "s") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("d(a)", "d(b)", "d(zz)", "nosuch", "v0(x)", "::v0", "n(1)", "d()"),
  },
);

/** A word of a script for a value, or a variable in its place. */
function word(value: Word): Word {
  return fc.oneof(
    { weight: 12, arbitrary: value.map(quoted) },
    { weight: 3, arbitrary: fc.constantFrom("$v0", "$v1", "$l0", "$l1", "$d", "$s", "$v2", "$v3", "$d(a)") },
    { weight: 1, arbitrary: value.map((text) => `[set v0 ${quoted(text)}]`) },
  );
}

function literal(...words: readonly string[]): Word {
  return fc.constantFrom(...words);
}

function optional(...given: readonly Word[]): Arbitrary<readonly string[]> {
  return fc.oneof(fc.constant([] as string[]), fc.tuple(...given));
}

function some(given: Word, maxLength = 3): Arbitrary<readonly string[]> {
  return fc.array(given, { maxLength });
}

type Part = Word | Arbitrary<readonly string[]>;

const mistakes = fc.integer({ min: 0, max: 24 });

function call(...parts: readonly [Part, ...Part[]]): Word {
  return fc
    .tuple(fc.tuple(...(parts as readonly Part[])), mistakes, word(values))
    .map(([given, mistake, surplus]) => {
      const all = given.flat();
      if (mistake === 1) all.pop();
      if (mistake === 2) all.push(surplus);
      if (mistake === 3) all.splice(1, 1);
      return all.join(" ");
    });
}

const value = word(values);
const list = word(lists);
const text = word(texts);
const index = word(indexes);
const integer = word(integers);
const dict = word(dicts);
const key = word(keys);
const pattern = word(patterns);
const variable = variables.map(quoted);

const listCommands: Word[] = [
  call(literal("list"), some(value)),
  call(literal("llength"), list),
  call(literal("lindex"), list, some(index, 2)),
  call(literal("lrange"), list, index, index),
  call(literal("linsert"), list, index, some(value)),
  call(
    literal("lreplace"),
    list,
    // Where both lie in front of the list, Jim reads what is not there.
    word(indexes.filter((place) => !/end-[2-9]/.test(place))),
    index,
    some(value),
  ),
  call(literal("lset"), literal("l0", "l1", "v0", "nosuch", "d"), some(index, 2), value),
  call(literal("lassign"), list, some(variable)),
  call(literal("lreverse"), list),
  call(
    literal("lrepeat"),
    word(fc.oneof(fc.integer({ min: -1, max: 4 }).map(String), fc.constantFrom("x", "1+1"))),
    some(value),
  ),
  call(literal("range"), some(word(fc.integer({ min: -4, max: 9 }).map(String)), 3)),
  call(literal("concat"), some(fc.oneof(list, text))),
  call(literal("join"), list, optional(text)),
  call(literal("split"), text, optional(text)),
  call(literal("lappend"), variable, some(value)),
  call(
    literal("lsort"),
    some(
      literal(
        "-ascii",
        "-nocase",
        "-increasing",
        "-decreasing",
        "-integer",
        "-real",
        "-unique",
        "-dec",
        "-i",
        "-foo",
      ),
      2,
    ),
    optional(
      fc.constantFrom(
        "-index 0",
        "-index end",
        "-index {0 1}",
        "-index 5",
        "-stride 2",
        "-stride 1",
        "-index {}",
      ),
    ),
    list,
  ),
  call(
    literal("lsort -command"),
    literal("{string compare}", "cmp", "nosuch", "{lindex 1}", "{expr 1 -}"),
    list,
  ),
  call(
    literal("lsearch"),
    some(literal("-bool", "-not", "-nocase", "-exact", "-glob", "-regexp", "-all", "-inline", "-al"), 3),
    optional(fc.constantFrom("-index 0", "-index end", "-stride 2", "-stride 0", "-index 3")),
    list,
    fc.oneof(value, pattern, word(regexes)),
  ),
  call(
    literal("lsearch -command"),
    literal("cmp", "{string match}", "nosuch", "{string equal}"),
    list,
    value,
  ),
  call(
    literal("lmap"),
    literal("x", "{x y}", "{}"),
    list,
    literal("{list $x}", "{continue}", "{if {$x eq {a}} break; set x}"),
  ),
];

const stringClasses = fc.constantFrom(
  ..."integer alpha alnum ascii digit lower upper space xdigit control print graph punct boolean foo a".split(
    " ",
  ),
);

const stringCommands: Word[] = [
  call(literal("string length", "string bytelength", "string len"), text),
  call(literal("string tolower", "string toupper", "string totitle", "string reverse"), text),
  call(literal("string trim", "string trimleft", "string trimright"), text, optional(text)),
  call(
    literal("string compare", "string equal"),
    some(literal("-nocase", "-length 2", "-length 0", "-l 1", "-foo"), 2),
    value,
    value,
  ),
  call(
    literal("string match"),
    optional(literal("-nocase", "-n", "-x")),
    pattern,
    fc.oneof(text, word(subjects)),
  ),
  call(
    literal("string map"),
    optional(literal("-nocase")),
    fc.oneof(list, literal("{a b b c}", "{ab X a Y}")),
    text,
  ),
  call(literal("string range", "string byterange"), text, index, index),
  call(literal("string replace"), text, index, index, optional(text)),
  call(
    literal("string repeat"),
    text,
    word(fc.oneof(fc.integer({ min: -1, max: 5 }).map(String), fc.constantFrom("x", "1+1"))),
  ),
  call(literal("string index"), text, index),
  call(literal("string first"), fc.oneof(text, literal("a", "ab", "b")), text, optional(index)),
  // Past the end of the text Jim reads what is not there.
  fc
    .tuple(
      literal("string last"),
      fc.oneof(text, literal("a", "ab", "b")),
      text,
      literal("", "0", "1", "end", "end-1"),
    )
    .map((words) => words.join(" ")),
  call(literal("string cat"), some(value)),
  call(
    literal("string is"),
    stringClasses,
    optional(literal("-strict", "-foo")),
    fc.oneof(value, word(reals)),
  ),
  call(literal("string", "string foo", "string -commands", "string t a", "string re a"), some(text, 1)),
  call(literal("append"), variable, some(value)),
  call(literal("format"), word(formats), some(fc.oneof(value, integer, word(reals)), 4)),
  call(
    literal("format"),
    word(
      fc
        .tuple(
          fc.constantFrom("%", "%5", "%-8", "%+", "%08", "%#", "% ", "%.3", "%10.2", "%#.0"),
          fc.constantFrom(..."eEfgG"),
        )
        .map((p) => p.join("")),
    ),
    word(reals),
  ),
  call(
    literal("format"),
    word(
      fc
        .tuple(
          fc.constantFrom("%", "%5", "%-8", "%+", "%08", "%#", "% ", "%.3", "%h"),
          fc.constantFrom(..."dxXou"),
        )
        .map((p) => p.join("")),
    ),
    integer,
  ),
  call(
    literal("scan"),
    fc.oneof(text, literal("{1 2 3}", "0x1f", "abc", "{12abc 7}", "{3.5e2 x}", "{-5,6}")),
    word(scanFormats),
    some(plainVariables, 2),
  ),
  call(
    literal("regexp"),
    some(
      literal(
        "-nocase",
        "-line",
        "-all",
        "-inline",
        "-indices",
        "-start 1",
        "-start end",
        "-al",
        "-foo",
        "--",
      ),
      2,
    ),
    word(regexes),
    fc.oneof(word(subjects), text),
    some(plainVariables, 3),
  ),
  call(
    literal("regsub"),
    some(literal("-nocase", "-line", "-all", "-all", "-start 1", "--"), 2),
    word(regexes),
    fc.oneof(word(subjects), text),
    word(fc.oneof(texts, fc.string({ unit: fc.constantFrom("&", "\\", "0", "1", "2", "a"), maxLength: 5 }))),
    optional(plainVariables),
  ),
];

const dictCommands: Word[] = [
  call(literal("dict create"), some(value, 5)),
  call(literal("dict get"), dict, some(key, 2)),
  call(literal("dict getdef", "dict getwithdefault"), dict, some(key, 2), value),
  call(literal("dict exists"), dict, some(key, 2)),
  call(literal("dict set"), literal("d", "d", "l0", "nosuch", "v0", "d(a)"), some(key, 2), value),
  call(literal("dict unset"), literal("d", "d", "l0", "nosuch", "v0"), some(key, 2)),
  call(literal("dict keys", "dict values"), dict, optional(pattern)),
  call(literal("dict size"), dict),
  call(literal("dict merge"), some(dict)),
  call(literal("dict remove"), dict, some(key)),
  call(literal("dict replace"), dict, some(value, 4)),
  call(literal("dict append"), literal("d", "l0", "nosuch"), key, some(text, 2)),
  call(literal("dict lappend"), literal("d", "l0", "nosuch"), key, some(value, 2)),
  call(literal("dict incr"), literal("d", "l0", "nosuch"), key, optional(integer)),
  call(
    literal("dict for"),
    literal("{k x}", "{k}", "{}"),
    dict,
    literal("{lappend out $k $x}", "{break}", "{error e}"),
  ),
  call(
    literal("dict with"),
    literal("d", "l0", "nosuch"),
    some(key, 1),
    literal("{}", "{set a 5}", "{unset -nocomplain b; set c}", "{incr a}", "{set d 3}"),
  ),
  call(
    literal("dict update"),
    literal("d", "l0", "nosuch"),
    key,
    literal("x"),
    literal("{set x}", "{set x 5}", "{unset -nocomplain x}", "{error e}", "{return 3}", "{break}"),
  ),
  call(literal("dict", "dict foo", "dict -commands"), some(dict, 1)),
  call(literal("array set"), literal("d", "n", "l0"), dict),
  call(
    literal("array get", "array names", "array unset"),
    literal("d", "n", "l0", "nosuch"),
    optional(pattern),
  ),
  call(literal("array size", "array exists"), literal("d", "n", "l0", "nosuch", "d(a)")),
  call(
    literal(
      "array",
      "array foo",
      "array -commands",
      "array g d",
      "array s d",
      "array -help",
      "array -help get",
    ),
  ),
  call(literal("set"), variable, optional(value)),
  call(literal("unset"), optional(literal("-nocomplain", "--")), some(variable, 2)),
  call(literal("incr"), variable, optional(fc.oneof(integer, literal("1+1", "x", "{$v0}")))),
  call(literal("info exists", "exists", "exists -var"), variable),
  call(
    literal("exists"),
    literal("-command", "-proc", "-alias", "-c", "-foo"),
    literal("cmp", "set", "nosuch", "a0"),
  ),
];

const infoCommands: Word[] = [
  call(literal("info body", "info args", "info statics"), literal("cmp", "set", "nosuch", "p")),
  fc
    .tuple(literal("info procs", "info commands"), literal("cmp", "cm?", "lset*", "::cmp", "nosuch*"))
    .map((words) => words.join(" ")),
  literal("lsort [info vars v*]", "lsort [info globals v*]", "info locals", "info level", "info script"),
  call(literal("info level", "info frame"), literal("0", "1", "-1", "x", "#0")),
  call(literal("info complete"), text, optional(plainVariables)),
  call(literal("info returncodes"), optional(integer)),
  call(
    literal("info", "info foo", "info version", "info alias set", "info co", "info l", "info returncodes 3"),
  ),
  call(literal("file dirname", "file tail", "file rootname", "file extension", "file split"), word(paths())),
  call(literal("file join"), word(paths()), some(word(paths()))),
  call(
    literal("namespace tail", "namespace qualifiers", "namespace parent"),
    literal("::a::b", "a::b", "a", "::", "{}", "::a"),
  ),
  call(literal("+", "-", "*", "/"), some(fc.oneof(integer, word(reals)), 3)),
  call(
    literal("catch"),
    word(fc.constantFrom("break", "return 5", "error x", "set v0", "continue")),
    some(plainVariables, 2),
  ),
];

function paths(): Word {
  return fc.string({ unit: fc.constantFrom(..."//..ab", "ab", "x.c"), maxLength: 6 });
}

const expr: Word = fc.oneof(
  { weight: 8, arbitrary: expressions.map((expression) => `expr ${quoted(expression)}`) },
  {
    weight: 1,
    arbitrary: expressions.filter((e) => !/[[\]{}"]/.test(e)).map((expression) => `set v1 $(${expression})`),
  },
  { weight: 1, arbitrary: names.map((name) => `expr ${name}`) },
);

/** One call of a command. */
export const calls: Word = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(...listCommands) },
  { weight: 4, arbitrary: fc.oneof(...stringCommands) },
  { weight: 3, arbitrary: fc.oneof(...dictCommands) },
  { weight: 1, arbitrary: fc.oneof(...infoCommands) },
  { weight: 4, arbitrary: expr },
);
