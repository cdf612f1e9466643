import { TclError } from "../completion.ts";
import { concatenate } from "../concat.ts";
import { Frame } from "../frame.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { globMatch } from "../match.ts";
import { Value } from "../value.ts";
import { elementOf } from "../variables.ts";
import {
  type Argv,
  expectArguments,
  expectSubArguments,
  wrongArguments,
  wrongSubArguments,
} from "./arguments.ts";
import { subcommandOf, type Words } from "./ensemble.ts";

type Run = (interp: Interp, argv: Argv) => Value;

/** `namespace` and `variable` */
export function defineNamespace(table: CommandTable): void {
  table.define("namespace", runNamespace);
  table.define("variable", runVariable);
}

const subcommands: Record<string, Run> = {
  eval: runEval,
  current: runCurrent,
  canonical: runCanonical,
  qualifiers: runQualifiers,
  parent: runParent,
  tail: runTail,
  delete: runDelete,
  origin: runOrigin,
  code: runCode,
  inscope: runInscope,
  import: runImport,
  export: () => Value.empty,
  which: runWhich,
  upvar: runUpvar,
};

const words: Words = { usage: "subcommand ?arg ...?", what: "subcommand", abbreviations: true };

function runNamespace(interp: Interp, argv: Argv): Value {
  const names = Object.keys(subcommands);
  const name = subcommandOf(interp, argv, names, words);
  return name instanceof Value ? name : subcommands[name]!(interp, argv);
}

/** A name seen from a namespace: `::b` is `b`, `b` in `a` is `a::b`. */
function canonical(namespace: string, name: string): string {
  if (name.startsWith("::")) return name.replace(/^:+/, "");
  return namespace === "" ? name : `${namespace}::${name}`;
}

function lastSeparator(name: string): number {
  const colon = name.lastIndexOf(":");
  return colon > 0 && name[colon - 1] === ":" ? colon : -1;
}

function qualifiers(name: string): string {
  const at = lastSeparator(name);
  return at === -1 ? "" : name.slice(0, at - 1);
}

function tailOf(name: string): string {
  return name.slice(lastSeparator(name) + 1);
}

function evalIn(interp: Interp, namespace: string, script: Value): Value {
  const outer = interp.frame;
  const frame = new Frame(outer);
  frame.namespace = namespace;
  interp.frame = frame;
  try {
    return interp.eval(script);
  } finally {
    interp.frame = outer;
  }
}

function runEval(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongSubArguments(argv, "name arg ?arg...?");
  const script = argv.length === 4 ? argv[3]! : concatenate(argv.slice(3));
  return evalIn(interp, canonical(interp.frame.namespace, argv[2]!.text), script);
}

function runCurrent(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 0, "");
  return new Value(`::${interp.frame.namespace}`);
}

function runCanonical(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 2, "?current? ?name?");
  const { namespace } = interp.frame;
  if (argv.length === 2) return new Value(namespace);
  const [from, name] = argv.length === 3 ? [namespace, argv[2]!] : [argv[2]!.text, argv[3]!];
  return new Value(canonical(from, name.text));
}

function runQualifiers(_: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "string");
  return new Value(qualifiers(argv[2]!.text));
}

function runTail(_: Interp, argv: Argv): Value {
  expectSubArguments(argv, 1, 1, "string");
  return new Value(tailOf(argv[2]!.text));
}

function runParent(interp: Interp, argv: Argv): Value {
  expectSubArguments(argv, 0, 1, "?name?");
  const name = argv[2]?.text ?? interp.frame.namespace;
  if (name === "" || name === "::") return Value.empty;
  const parent = qualifiers(name);
  return new Value(parent.startsWith("::") ? parent : `::${parent}`);
}

function runDelete(interp: Interp, argv: Argv): Value {
  for (const { text } of argv.slice(2)) {
    if (text === "" || text === "::") continue;
    const prefix = `${canonical(interp.frame.namespace, text)}::`;
    for (const name of [...interp.commands.keys()]) {
      if (name.startsWith(prefix)) interp.commands.delete(name);
    }
    for (const [name, variable] of interp.global.variables) {
      if (!name.startsWith(prefix)) continue;
      interp.forks.note(variable);
      variable.value = undefined;
    }
  }
  return Value.empty;
}

function runOrigin(interp: Interp, argv: Argv): Value {
  if (argv.length !== 3) throw wrongArguments("namespace origin", "name");
  const name = argv[2]!.text;
  const own = canonical(interp.frame.namespace, name);
  const alias = interp.commands.get(own)?.alias;
  if (alias !== undefined) return runOrigin(interp, [argv[0]!, argv[1]!, Value.list(alias)]);
  if (interp.lookup(`::${own}`) !== undefined) return new Value(`::${own}`);
  if (interp.lookup(`::${name}`) !== undefined) return new Value(`::${name}`);
  throw new TclError(`invalid command name "${name}"`);
}

function runCode(interp: Interp, argv: Argv): Value {
  if (argv.length !== 3) throw wrongArguments("namespace code", "arg");
  const arg = argv[2]!;
  if (arg.text.startsWith("::namespace inscope ")) return arg;
  const words = ["::namespace", "inscope", `::${interp.frame.namespace}`].map((word) => new Value(word));
  return Value.list([...words, arg]);
}

function runInscope(interp: Interp, argv: Argv): Value {
  if (argv.length < 4) throw wrongArguments("namespace inscope", "name arg ?arg ...?");
  const script = concatenate([argv[3]!, Value.list(argv.slice(4))]);
  return evalIn(interp, canonical(interp.frame.namespace, argv[2]!.text), script);
}

function runImport(interp: Interp, argv: Argv): Value {
  const current = interp.frame.namespace;
  for (const { text: pattern } of argv.slice(2)) {
    const full = canonical(current, pattern);
    for (const name of [...interp.commands.keys()]) {
      if (!globMatch(full, name)) continue;
      if (qualifiers(name) === current) {
        const own = `tries to import from namespace "${current}" into itself`;
        throw new TclError(`import pattern "${pattern}" ${own}`);
      }
      const prefix = [new Value(name)];
      interp.add(`${current}::${tailOf(name)}`, {
        run: (i, call) => i.call([...prefix, ...call.slice(1)]),
        alias: prefix,
      });
    }
  }
  return Value.empty;
}

function runWhich(interp: Interp, argv: Argv): Value {
  if (argv.length < 3 || argv.length > 4) throw wrongArguments("namespace which", "?type? name");
  const type = argv.length === 4 ? argv[2]!.text : "-command";
  const name = argv.at(-1)!.text;
  const own = `::${canonical(interp.frame.namespace, name)}`;
  if (type === "-variable") return new Value(own);
  if (type !== "-command") {
    throw new TclError('wrong # args: should be "namespace which ?-command? ?-variable? name"');
  }
  if (interp.lookup(own) !== undefined) return new Value(own);
  return new Value(interp.lookup(`::${name}`) === undefined ? "" : `::${name}`);
}

function runUpvar(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments("namespace upvar", "ns ?arg ...?");
  const namespace = `::${canonical(interp.frame.namespace, argv[2]!.text)}`;
  for (let i = 3; i < argv.length; i += 2) {
    interp.variables.link(argv[i + 1]?.text ?? "", interp.frame, `${namespace}::${argv[i]!.text}`);
  }
  return Value.empty;
}

/** Makes a name another name for the variable of the current namespace, and sets it. */
function runVariable(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 0, 2, "name ?value?");
  if (argv.length === 1) return Value.empty;
  const { frame } = interp;
  const name = argv[1]!.text;
  const local = tailOf(name);
  if (frame.level > 0) {
    if (elementOf(local) !== undefined) {
      throw new TclError(`can't define "${local}": name refers to an element in an array`);
    }
    try {
      interp.variables.link(local, interp.global, canonical(frame.namespace, name));
    } catch (error) {
      // Jim knows of no other reason.
      if (!(error instanceof TclError)) throw error;
      throw new TclError(`can't define "${local}": name refers to an element in an array`);
    }
  }
  if (argv.length === 3) interp.variables.set(local, argv[2]!);
  return Value.empty;
}
