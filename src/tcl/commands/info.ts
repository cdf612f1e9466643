import { returnCodeNames, TclError } from "../completion.ts";
import type { Frame, Variable } from "../frame.ts";
import type { Command, CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { globMatch } from "../match.ts";
import { scan } from "../scan.ts";
import { Fault } from "../tokens.ts";
import { Value } from "../value.ts";
import { elementOf } from "../variables.ts";
import {
  type Argv,
  compareText,
  expectArguments,
  expectSubArguments,
  integerOf,
  optionOf,
  wrongSubArguments,
} from "./arguments.ts";
import { subcommandOf, type Words } from "./ensemble.ts";
import { badLevel, frameNumbered } from "./level.ts";

type Run = (interp: Interp, argv: Argv) => Value;

/** `info` and `exists` */
export function defineInfo(table: CommandTable): void {
  table.define("info", runInfo);
  table.define("exists", runExists);
}

const subcommands: Record<string, Run> = {
  body: (interp, argv) => procedureOf(interp, argv).body,
  statics: runStatics,
  commands: runCommands,
  procs: runProcs,
  channels: (interp, argv) => names(interp, argv, ["stdin", "stdout", "stderr"]),
  exists: runInfoExists,
  globals: runGlobals,
  level: runLevel,
  frame: runFrame,
  locals: runLocals,
  vars: runVars,
  version: (interp) => new Value(interp.jim.version),
  patchlevel: (interp) => new Value(interp.jim.version),
  complete: runComplete,
  args: (interp, argv) => procedureOf(interp, argv).parameterList,
  hostname: () => Value.unknown(),
  script: runScript,
  source: runSource,
  stacktrace: (interp) => interp.trace.stack,
  nameofexecutable: () => Value.empty,
  returncodes: runReturnCodes,
  references: () => Value.unknown(),
  alias: runAlias,
};

const words: Words = { usage: "subcommand ?args ...?", what: "subcommand", abbreviations: true };

function runInfo(interp: Interp, argv: Argv): Value {
  const known = Object.keys(subcommands);
  const name = subcommandOf(interp, argv, known, words);
  return name instanceof Value ? name : subcommands[name]!(interp, argv);
}

function existence(interp: Interp, name: Value): Value {
  if (name.unknown) return Value.unknown();
  const element = elementOf(name.text);
  // What is in such an array is not known.
  if (element !== undefined && interp.variables.find(element.name)?.opaque) return Value.unknown();
  const value = interp.variables.find(name.text);
  if (value === undefined && isGlobal(interp, name.text))
    interp.host.noteUnset?.(name.text.replace(/^:+/, ""));
  return value?.mayBeUnset ? Value.unknown() : Value.boolean(value !== undefined);
}

/** Whether a name means a global variable where it is used. */
function isGlobal({ frame }: Interp, name: string): boolean {
  return frame.level === 0 || name.startsWith("::") || frame.variables.get(name)?.link?.frame.level === 0;
}

function runInfoExists(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "varName");
  return existence(interp, argv[2]!);
}

function runExists(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "?option? name");
  const options = ["-command", "-proc", "-alias", "-var"];
  const option = argv.length === 2 ? "-var" : optionOf(argv[1]!, options, { abbreviations: true });
  const name = argv.at(-1)!;
  if (option === "-var") return existence(interp, name);
  if (name.unknown) return Value.unknown();
  const command = interp.lookup(name.text);
  if (option === "-alias") return Value.boolean(command?.alias !== undefined);
  return Value.boolean(option === "-command" ? command !== undefined : command?.procedure !== undefined);
}

function expectCommand(interp: Interp, name: Value): Command {
  const command = interp.lookup(name.text);
  if (command === undefined) throw new TclError(`invalid command name "${name.text}"`);
  return command;
}

function procedureOf(interp: Interp, argv: Argv): NonNullable<Command["procedure"]> {
  expectSubArguments(argv, 1, 1, "procname");
  const { procedure } = expectCommand(interp, argv[2]!);
  if (procedure === undefined) throw new TclError(`command "${argv[2]!.text}" is not a procedure`);
  return procedure;
}

function runStatics(interp: Interp, argv: Argv): Value {
  const { statics } = procedureOf(interp, argv);
  const entries = [...(statics ?? new Map<string, Variable>())];
  return Value.list(entries.flatMap(([name, { value }]) => [new Value(name), value ?? Value.empty]));
}

function runAlias(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "command");
  const { alias } = expectCommand(interp, argv[2]!);
  if (alias === undefined) throw new TclError(`command "${argv[2]!.text}" is not an alias`);
  return Value.list(alias);
}

function commandsOf(interp: Interp, counts: (command: Command) => boolean): string[] {
  return [...interp.commands].filter(([, command]) => counts(command)).map(([name]) => name);
}

function variablesOf(frame: Frame, counts: (variable: Variable) => boolean = () => true): string[] {
  const all = [...frame.variables].filter(([, variable]) => counts(variable));
  return all.filter(([, { value, link }]) => value !== undefined || link !== undefined).map(([name]) => name);
}

/** Those of the names that match a pattern, in order; Jim's own order means nothing. */
function matching(all: readonly string[], pattern: string): string[] {
  return all.filter((name) => globMatch(pattern, name)).sort(compareText);
}

/** Those of the names that match the pattern after the subcommand. */
function names(interp: Interp, argv: Argv, all: readonly string[]): Value {
  expectSubArguments(argv, 0, 1, "?pattern?");
  if (argv[2]?.unknown) return Value.unknown();
  const pattern = argv[2]?.text ?? "*";
  if (!pattern.startsWith("::")) return Value.strings(matching(all, pattern));
  const found = matching(all, pattern.replace(/^:+/, ""));
  leaveProc(interp);
  return Value.strings(found.map((name) => `::${name}`));
}

/** The names of the current namespace that match the pattern; undefined where that does not count. */
function namesWithin(interp: Interp, argv: Argv, all: readonly string[]): string[] | undefined {
  const { namespace } = interp.frame;
  const pattern = argv[2]?.text ?? "*";
  if (namespace === "" || pattern.startsWith("::") || argv.length > 3) return undefined;
  leaveProc(interp);
  return matching(all, `${namespace}::${pattern}`);
}

// In Jim such names are a proc's work, and what `return` it ends with shows in later options of `catch`.
function leaveProc(interp: Interp): void {
  interp.returnLevel = 0;
}

function runCommands(interp: Interp, argv: Argv): Value {
  const all = commandsOf(interp, () => true);
  const within = namesWithin(interp, argv, all);
  if (within === undefined) return names(interp, argv, all);
  const own = within.map((name) => bare(interp, name));
  return Value.strings([...new Set([...own, ...matching(all, argv[2]?.text ?? "*")])]);
}

function runProcs(interp: Interp, argv: Argv): Value {
  const all = commandsOf(interp, ({ procedure }) => procedure !== undefined);
  const within = namesWithin(interp, argv, all);
  return within === undefined
    ? names(interp, argv, all)
    : Value.strings(within.map((name) => bare(interp, name)));
}

/** A name without the current namespace in front. */
function bare(interp: Interp, name: string): string {
  return name.slice(interp.frame.namespace.length + 2);
}

function runGlobals(interp: Interp, argv: Argv): Value {
  const all = variablesOf(interp.global);
  const within = namesWithin(interp, argv, all);
  return within === undefined ? names(interp, argv, all) : Value.strings(within);
}

function runLocals(interp: Interp, argv: Argv): Value {
  const { frame } = interp;
  const own = frame.level === 0 ? [] : variablesOf(frame, ({ link }) => link === undefined);
  return names(interp, argv, own);
}

function runVars(interp: Interp, argv: Argv): Value {
  const isGlobal = interp.frame.namespace !== "" || argv[2]?.text.startsWith("::");
  return isGlobal ? runGlobals(interp, argv) : names(interp, argv, variablesOf(interp.frame));
}

function runLevel(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 1, "?levelNum?");
  if (argv.length === 2) return Value.integer(interp.frame.level);
  return Value.list(calledFrame(interp, argv[2]!).call);
}

function calledFrame(interp: Interp, level: Value): Frame {
  const frame = frameNumbered(interp, level);
  if (frame === interp.global) throw badLevel(level.text);
  return frame;
}

function runFrame(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 1, "?levelNum?");
  if (argv.length === 2) return Value.integer(interp.frame.level);
  return Value.list(frameInfo(calledFrame(interp, argv[2]!)));
}

/** A level's procedure, and the file and the line that called it. */
export function frameInfo({ call, site }: Frame): readonly Value[] {
  const file = new Value(site?.source.name ?? "");
  return [call[0] ?? Value.empty, file, Value.integer(site?.source.lineAt(site.at) ?? 0)];
}

function runScript(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 0, "");
  return new Value(interp.running?.source.name ?? "");
}

function runSource(_: Interp, argv: Argv): Value {
  if (argv.length !== 3 && argv.length !== 5) throw wrongSubArguments(argv, "source ?filename line?");
  const value = argv[2]!;
  if (argv.length === 5) {
    integerOf(argv[4]!);
    return new Value(value.text);
  }
  const line = value.source?.lineAt(value.offset) ?? 1;
  return Value.list([new Value(value.source?.name ?? ""), Value.integer(line)]);
}

const missing: Record<number, string> = {
  [Fault.None]: " ",
  [Fault.Brace]: "{",
  [Fault.Bracket]: "[",
  [Fault.Quote]: '"',
  [Fault.ExtraCharacters]: "}",
};

function runComplete(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 2, "script ?missing?");
  if (argv[2]!.unknown) return Value.unknown();
  const { text } = argv[2]!;
  work(text.length);
  hold(Size.Reference * text.length);
  const { fault } = scan(text);
  const char = fault === Fault.None && /(^|[^\\])(\\\\)*\\$/.test(text) ? "\\" : missing[fault]!;
  if (char !== " " && argv.length === 4) interp.variables.set(argv[3]!.text, new Value(char));
  return Value.boolean(char === " " || char === "}");
}

function runReturnCodes(_: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 1, "?code?");
  if (argv.length === 2) {
    return Value.list(returnCodeNames.flatMap((name, code) => [Value.integer(code), new Value(name)]));
  }
  const code = integerOf(argv[2]!);
  const name = returnCodeNames[Number(BigInt.asIntN(32, code))];
  return name === undefined ? Value.integer(code) : new Value(name);
}
