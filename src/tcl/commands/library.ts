import { ReturnCode, TclError } from "../completion.ts";
import { expectDict } from "../dict.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { globMatch } from "../match.ts";
import { Value } from "../value.ts";
import { type Argv, compareText, expectArguments, integerOf, wrongArguments } from "./arguments.ts";
import { ensemble, type Subcommand } from "./ensemble.ts";
import { frameInfo } from "./info.ts";
import { codeOf, returned } from "./procedures.ts";

/** What Jim brings as scripts: `lambda`, `curry`, `function`, `throw`, `defer`, `parray`, `errorInfo`, … and `env`. */
export function defineLibrary(table: CommandTable): void {
  table.define("lambda", runLambda);
  table.define("curry", runCurry);
  table.define("function", runFunction);
  table.define("throw", runThrow);
  table.define("defer", runDefer);
  table.define("stacktrace", runStacktrace);
  table.define("stackdump", runStackdump, { pure: true });
  table.define("errorInfo", runErrorInfo);
  table.define("parray", runParray);
  table.define("env", runEnv);
  table.define("package", runPackage);
}

function runLambda(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "arglist ?arg ...?");
  return interp.call([new Value("proc"), reference(interp), ...argv.slice(1)]);
}

function runCurry(interp: Interp, argv: Argv): Value {
  return interp.call([new Value("alias"), reference(interp), ...argv.slice(1)]);
}

function reference(interp: Interp): Value {
  return interp.call(["ref", "", "function", "lambda.finalizer"].map((word) => new Value(word)));
}

function runFunction(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "value");
  return returned(interp, ReturnCode.Ok, 1, argv[1]!);
}

function runThrow(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "code ?msg?");
  const code = codeOf(argv[1]!);
  if (code !== ReturnCode.Error) interp.host.noteJump?.();
  return returned(interp, code, 1, argv[2] ?? Value.empty);
}

function runDefer(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "script");
  return interp.call([new Value("lappend"), new Value("jim::defer"), argv[1]!]);
}

/** The calls that led here, the innermost first, as `info stacktrace` has them. */
function liveStack(interp: Interp, skip: number): readonly Value[] {
  const levels: Value[] = [];
  let left = skip;
  for (let frame = interp.frame; frame.parent !== undefined; frame = frame.parent) {
    if (left-- > 0) continue;
    levels.push(...frameInfo(frame));
  }
  return levels;
}

function runStacktrace(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 0, 1, "?skip?");
  const skip = argv[1] === undefined ? 0 : Number(integerOf(argv[1]));
  return returned(interp, ReturnCode.Ok, 1, Value.list(liveStack(interp, skip)));
}

function dump(stack: Value): string {
  // From the outermost level inwards, three words each.
  const texts = [...stack.elements].reverse().map((element) => element.text);
  const lines: string[] = [];
  for (let i = 0; i < texts.length; i += 3) {
    const [line, file = "", procedure = ""] = texts.slice(i, i + 3);
    let text = procedure === "" ? "" : `in procedure '${procedure}' `;
    if (file !== "") text += `${procedure === "" ? "" : "called "}at file "${file}", line ${line}`;
    if (text !== "") lines.push(text);
  }
  return lines.join("\n");
}

function runStackdump(_: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "stacktrace");
  return new Value(dump(argv[1]!));
}

function runErrorInfo(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "msg ?stacktrace?");
  const given = argv[2];
  const isGiven = given !== undefined && given.text !== "";
  const stack = isGiven ? given : Value.list([...interp.trace.stack.elements, ...liveStack(interp, 0)]);
  const [, file, line] = stack.elements.map((element) => element.text);
  const place = file === undefined || file === "" ? "" : `${file}:${line}: Error: `;
  return new Value(`${place}${argv[1]!.text}\n${dump(stack)}`.replace(/^[ \t\n\r\0]+|[ \t\n\r\0]+$/g, ""));
}

function runParray(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 3, "arrayname ?pattern? ?puts?");
  const name = argv[1]!.text;
  if (!interp.variables.exists(name)) return Value.empty;
  const array = interp.variables.get(name);
  if (array.opaque) return Value.empty;
  const dict = expectDict(array);
  const keys = [...dict.keys()].filter((key) => globMatch(argv[2]?.text ?? "*", key));
  const width = Math.max(0, ...keys.map((key) => key.length)) + name.length + 3;
  for (const key of keys.sort(compareText)) {
    const line = `${`${name}(${key})`.padEnd(width)} = ${dict.get(key)!.text}`;
    interp.call([argv[3] ?? new Value("puts"), new Value(line)]);
  }
  return Value.empty;
}

// The process's own environment is nothing that a dry run may know.
function runEnv(interp: Interp, argv: Argv): Value {
  if (argv.length === 1) return Value.unknown();
  expectArguments(argv, 1, 2, "varName ?default?");
  return argv.length === 2 ? interp.doubt() : Value.unknown();
}

// Jim has a `list` that it does not list.
function runPackage(interp: Interp, argv: Argv): Value {
  return argv[1]?.text === "list" ? Value.unknown() : ensemble(interp, packages, argv);
}

/** What a package would bring is here or is not; there is nothing to load. */
const packages: Record<string, Subcommand> = {
  names: { usage: "", least: 0, most: 0, run: () => Value.unknown() },
  provide: { usage: "name ?version?", least: 1, most: 2, run: () => Value.empty },
  require: {
    usage: "name ?version?",
    least: 1,
    most: 2,
    run: (_, [name]) => {
      throw new TclError(`Can't load package ${name!.text}`);
    },
  },
};
