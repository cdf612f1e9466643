import fc, { type Arbitrary } from "fast-check";
import { calls } from "./commands.ts";
import { expressions } from "./expressions.ts";
import { dicts, lists, patterns, quoted, texts, values } from "./words.ts";

const codes = fc.constantFrom("ok", "error", "return", "break", "continue", "0", "1", "2", "10", "foo");
const levels = fc.constantFrom("0", "1", "2", "#0", "#1", "5", "x");

const jumps = fc.oneof(
  fc.constantFrom(
    "break",
    "continue",
    "return",
    "error oops",
    "error oops info",
    "return a b c",
    "nosuch 1 2",
  ),
  fc
    .tuple(codes, fc.constantFrom("", "-level 0", "-level 1", "-level 2", "-level x"))
    .map(([code, level]) => `return -code ${code} ${level} res`),
  fc.constantFrom(
    "tailcall list tail $v0",
    "tailcall nosuch",
    "tailcall error deep",
    "tailcall",
    "throw 12 msg",
    "throw error",
  ),
);

/** Pieces of syntax, put together as they come. */
const syntaxes = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom("a", "b", "list", "set", " ", " ", "v0", "x", "1") },
      {
        weight: 5,
        arbitrary: fc.constantFrom(
          ...'{}[]"$\\;#()',
          "\n",
          "\r\n",
          "\\\n",
          "\\\n  ",
          "{*}",
          "{expand}",
          "$v0",
          "$" + "{v0}",
          "$d(a)",
          "$d($v0)",
          "$l0",
          "$",
          "$(1+1)",
          "$(",
          "[list a b]",
          "[",
          "]",
          "\\x41",
          "\\u00e9",
          "\\101",
          "\\q",
          "\\{",
          "\\}",
          "# c\n",
          ";#",
          "::v0",
          "$::v0",
          "$v0::x",
          "\t",
          "\f",
          "\v",
        ),
      },
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(""));

const parameters = fc
  .array(
    fc.constantFrom("a", "b", "{c 5}", "{b 7}", "args", "{args rest}", "&v0", "{e {}}", "{}", "{x y z}"),
    { maxLength: 4 },
  )
  .map((list) => list.join(" "));

const { statement, block } = fc.letrec<{ statement: string; block: string }>((tie) => {
  const body = tie("block").map(quoted);
  const list = lists.map(quoted);
  const value = fc.oneof(values.map(quoted), fc.constantFrom("$v0", "$v1", "$s", "$x"));
  const condition = fc.oneof(
    expressions.map(quoted),
    fc.constantFrom("1", "0", "{$v0 eq $v1}", "{[incr n] < 3}", "true", "no", "2.5", "abc"),
  );
  const catching = fc
    .tuple(
      fc.constantFrom("", "", "-break", "-nobreak", "-noerror", "-return", "--", "-5", "-foo", "-no5"),
      body,
      fc.constantFrom("", "msg", "msg opts", "d(m) d(o)", "{} opts", "m o x"),
    )
    .map(([options, script, names]) => `catch ${options} ${script} ${names}`);
  const procs = fc
    .tuple(
      fc.constantFrom("p", "p", "q", "p::q", "cmp"),
      parameters.map(quoted),
      fc.constantFrom("", "", "", "{{st 1}}", "{v0}", "{{a b c}}", "{nosuch}"),
      fc.oneof(
        body,
        fc.constantFrom(
          "{list [info level] [info level 0] [lsort [info locals]]}",
          "{lmap n [lsort [info locals]] {list $n [set $n]}}",
          "{incr st}",
          "{upvar v0 z; set z new}",
          "{global v0 v1; append v0 x}",
          "{uplevel 1 {set v0}}",
          "{uplevel #0 list $v1}",
        ),
      ),
      fc.constantFrom("p", "p", "q", "p::q"),
      fc.array(value, { maxLength: 4 }),
    )
    .map(([name, args, statics, script, called, given]) => {
      return `proc ${name} ${args} ${statics} ${script}; ${called} ${given.join(" ")}`;
    });
  const loops = fc.oneof(
    fc
      .tuple(fc.constantFrom("x", "{x y}", "{}", "v0", "d(a)"), list, body)
      .map((parts) => `foreach ${parts.join(" ")}`),
    fc.tuple(list, list, body).map(([one, two, script]) => `foreach x ${one} {y z} ${two} ${script}`),
    fc.tuple(list, body).map(([items, script]) => `lmap x ${items} ${script}`),
    body.map((script) => `set n 0; while {[incr n] < 4} ${script}`),
    fc
      .tuple(fc.constantFrom("{incr i}", "{incr i 2}", "{break}", "{set i 9}"), body)
      .map(([next, script]) => `set k 0; for {set i 0} {$i < 3 && [incr k] < 9} ${next} ${script}; set i`),
    fc
      .tuple(fc.constantFrom("3", "1 3", "5 0 -2", "0 4 x", "x", "0 2 0", "1+1 2*2", "{$v0}"), body)
      .map(([bounds, script]) => `loop i ${bounds} ${script}; set i`),
  );
  const switches = fc
    .tuple(
      fc.constantFrom("", "", "-exact", "-glob", "-regexp", "--", "-command cmp", "-foo", "-g", "-glob --"),
      value,
      fc.array(
        fc.tuple(
          fc.oneof(patterns, fc.constantFrom("a", "default")).map(quoted),
          fc.oneof(body, fc.constant("-")),
        ),
        {
          maxLength: 3,
        },
      ),
      fc.boolean(),
    )
    .map(([options, subject, cases, apart]) => {
      const words = cases.flat();
      return `switch ${options} ${subject} ${apart ? words.join(" ") : quoted(words.join(" "))}`;
    });
  const branches = fc.oneof(
    fc.tuple(condition, body).map((parts) => `if ${parts.join(" ")}`),
    fc.tuple(condition, body, body).map(([test, yes, no]) => `if ${test} then ${yes} else ${no}`),
    fc
      .tuple(
        condition,
        body,
        condition,
        body,
        fc.constantFrom("", "else", "else {set v0}", "{set v1} {x}", "elseif"),
      )
      .map(([test, yes, other, also, rest]) => `if ${test} ${yes} elseif ${other} ${also} ${rest}`),
  );
  const levelCalls = fc.oneof(
    fc.tuple(levels, body).map(([level, script]) => `apply {{} {uplevel ${level} ${script}}}`),
    fc
      .tuple(
        levels,
        fc.constantFrom("v0", "d(a)", "nosuch", "d", "::v1"),
        fc.constantFrom("z", "v0", "z(1)", "::z"),
        body,
      )
      .map(
        ([level, from, to, script]) => `apply {{} {upvar ${level} ${from} ${to}; ${script.slice(1, -1)}}}`,
      ),
    fc.tuple(fc.constantFrom("v0", "::v0", "d", "d(a)", "nosuch"), body).map(([name, script]) => {
      return `apply {{} {global ${name}; eval ${script}}}`;
    }),
    fc.tuple(parameters.map(quoted), body, fc.array(value, { maxLength: 3 })).map(([args, script, given]) => {
      return `apply {${args} ${script}} ${given.join(" ")}`;
    }),
    body.map((script) => `namespace eval ns ${script}`),
    fc.constantFrom(
      "variable v0 5",
      "namespace eval ns {variable q 3; proc get {} {variable q; return $q}; get}",
      "namespace eval ns {proc put x {variable q $x}; put 9}; set ns::q",
      "namespace current",
      "apply {{} {defer {lappend ::out deferred}; defer {error late}; list now}}",
      "apply {{} {local proc lp {} {return local}; lp}}; lp",
      "proc f {} {return 1}; apply {{} {local proc f {} {list 2 [upcall f]}; f}}; f",
    ),
  );
  const trying = fc
    .tuple(
      body,
      fc.constantFrom(
        "",
        "on error {m o} {list caught $m}",
        "on {break continue} {} {list jumped}",
        "on return m {set m}",
        "on ok m {list fine $m}",
        "on foo m {x}",
        "on error",
      ),
      fc.constantFrom("", "", "finally {lappend out fin}", "finally {error fin}", "finally"),
    )
    .map((parts) => `try ${parts.join(" ")}`);
  const others = fc.oneof(
    body.map((script) => `eval ${script}`),
    fc.tuple(value, value).map(([a, b]) => `eval list ${a} ${b}`),
    body.map((script) => `set v1 [${script.slice(1, -1)}]`),
    body.map((script) => `set v1 x[${script.slice(1, -1)}]y`),
    fc
      .tuple(
        fc.constantFrom("", "-nobackslashes", "-nocommands", "-novariables", "-noc", "-no", "-foo"),
        syntaxes.map(quoted),
      )
      .map(([options, text]) => `subst ${options} ${text}`),
    fc.constantFrom(
      "alias a0 lindex {a b c}",
      "a0 1",
      "a0 x",
      "alias a1 nosuch; a1 5",
      "info alias a0",
      "rename cmp cmp2",
      "rename cmp2 cmp",
      "rename nosuch x",
      "rename cmp {}",
      "rename cmp set",
    ),
    fc.constantFrom(
      "proc unknown args {list unknown {*}$args}",
      "rename unknown {}",
      "set c [curry list 1]; $c 2 3",
      "set c [lambda x {expr {$x*2}}]; $c 4",
      "function v",
    ),
    fc.constantFrom(
      "info stacktrace",
      "stacktrace",
      "errorInfo msg",
      "stackdump {a b 3 {} c 4}",
      "set errorCode",
    ),
    fc.constantFrom(
      "set x [ref val tag]; setref $x 5; getref $x",
      "getref foo",
      "catch -eval {tailcall list} ",
      "time {} -1",
    ),
    syntaxes.map((text) => `list ${text}`),
    syntaxes,
  );
  return {
    statement: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { weight: 14, arbitrary: calls },
      { weight: 2, arbitrary: jumps },
      { weight: 2, arbitrary: loops },
      { weight: 2, arbitrary: branches },
      { weight: 1, arbitrary: switches },
      { weight: 2, arbitrary: procs },
      { weight: 1, arbitrary: catching },
      { weight: 1, arbitrary: trying },
      { weight: 2, arbitrary: levelCalls },
      { weight: 3, arbitrary: others },
    ),
    block: fc
      .tuple(
        fc.array(tie("statement"), { maxLength: 2 }),
        fc.constantFrom("", "", "lappend out $v0", "lappend out $x"),
        fc.constantFrom("; ", "\n", "\r\n", "\n\t# note\n"),
      )
      .map(([statements, last, between]) =>
        [...statements, last].filter((part) => part !== "").join(between),
      ),
  };
});

const given = fc.record({
  v0: values,
  v1: values,
  v2: texts,
  v3: fc.integer({ min: -3, max: 20 }).map(String),
  l0: lists,
  l1: lists,
  d: dicts,
  s: texts,
});

/** A program: some variables, then statements, each caught and what came of it kept in `out`, and an end of its own. */
export interface Program {
  variables: Record<string, string>;
  statements: readonly string[];
  /** Is not caught, so that its error shows with its place. */
  last: string;
}

const made: Arbitrary<Program> = fc.record({
  variables: given,
  statements: fc.array(fc.oneof({ weight: 9, arbitrary: statement }, { weight: 1, arbitrary: block }), {
    minLength: 1,
    maxLength: 6,
  }),
  last: fc.oneof(fc.constant(""), block),
});

/** Jim does not count the line ends between a `$name(` and its `)`; ours counts them. */
const uncounted = /\$[\w:]*\([^)]*\n/;

export const programs = made.filter((program) => !uncounted.test(textOf(program)));

// What Jim brings as scripts shows in its traces, with lines that only its own library has.
const library =
  /dict (append|lappend|incr|replace|update|for|remove)|throw|lambda|curry|defer|local|namespace|parray/;
const traces = /stack|errorInfo| o\b|d\(o\)|opts/;

/** The text of a program. */
export function textOf({ variables, statements: all, last }: Program): string {
  const usesLibrary = [...all, last].some((text) => library.test(text));
  const statements = usesLibrary ? all.filter((text) => !traces.test(text)) : all;
  const lines = ["proc cmp {a b} {string compare $b $a}", "set out {}"];
  for (const [name, value] of Object.entries(variables)) lines.push(`set ${name} ${quoted(value)}`);
  for (const text of statements) lines.push(`lappend out [catch ${quoted(text)} m o] $m [dict get $o -code]`);
  lines.push("foreach name {v0 v1 l0 d n nosuch errorCode} {lappend out [catch {set $name} m] $m}");
  if (!usesLibrary) lines.push(last);
  return `${lines.join("\n")}\n`;
}
