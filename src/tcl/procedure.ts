import { Code, Completion, TclError } from "./completion.ts";
import { Frame, type Variable } from "./frame.ts";
import type { Interp } from "./interp.ts";
import { Value } from "./value.ts";

export interface Parameter {
  name: string;
  /** What it is where the caller gives nothing. */
  fallback: Value | undefined;
}

/** What `proc` defines. */
export interface Procedure {
  name: string;
  parameters: readonly Parameter[];
  /** Where among the parameters `args` stands, which takes whatever is left; -1 where there is none. */
  restAt: number;
  parameterList: Value;
  body: Value;
  statics: Map<string, Variable> | undefined;
}

/** Reads a parameter list. Throws TclError with Jim's messages. */
export function makeProcedure(name: string, list: Value, body: Value, statics?: Map<string, Variable>): Procedure {
  const parameters: Parameter[] = [];
  let restAt = -1;
  for (const element of list.elements) {
    const [parameter, fallback, ...more] = element.elements;
    if (parameter === undefined) throw new TclError("argument with no name");
    if (more.length > 0) throw new TclError(`too many fields in argument specifier "${element.text}"`);
    if (parameter.text === "args") {
      if (restAt >= 0) throw new TclError("'args' specified more than once");
      restAt = parameters.length;
    }
    parameters.push({ name: parameter.text, fallback });
  }
  return { name, parameters, restAt, parameterList: list, body, statics };
}

/** Calls a proc: binds its parameters in a new frame and runs its body. */
export function callProcedure(interp: Interp, procedure: Procedure, argv: readonly Value[]): Value {
  const { parameters, restAt } = procedure;
  const required = parameters.filter((p, i) => i !== restAt && p.fallback === undefined).length;
  const most = restAt >= 0 ? Number.POSITIVE_INFINITY : parameters.length;
  const given = argv.length - 1;
  if (given < required || given > most) throw wrongArguments(procedure, argv[0]!.text);
  if (procedure.body.text === "" && !procedure.body.unknown) return Value.empty;

  const caller = interp.frame;
  const frame = new Frame(caller, argv, procedure.statics);
  interp.frame = frame;
  try {
    bind(interp, procedure, argv, given - required);
    const result = interp.eval(procedure.body);
    return frame.mayHaveReturned ? Value.unknown() : result;
  } catch (thrown) {
    return leave(interp, frame, thrown, argv[0]!.text);
  } finally {
    interp.frame = caller;
  }
}

function bind(interp: Interp, procedure: Procedure, argv: readonly Value[], optional: number): void {
  const { parameters, restAt } = procedure;
  let next = 1;
  let left = optional;
  parameters.forEach((parameter, index) => {
    if (index === restAt) {
      const after = parameters.length - index - 1;
      const optionals = parameters.filter((p, i) => i !== restAt && p.fallback !== undefined).length;
      const count = Math.max(0, optional - optionals);
      const end = Math.min(argv.length - Math.min(after, argv.length - next), next + count);
      interp.variables.set(parameter.fallback?.text ?? "args", Value.list(argv.slice(next, end)));
      next = end;
    } else if (parameter.fallback === undefined || left-- > 0) {
      bindOne(interp, parameter.name, argv[next++]!);
    } else {
      interp.variables.set(parameter.name, parameter.fallback);
    }
  });
}

// `proc p {&x}`: Jim binds x to the caller's variable of the given name.
function bindOne(interp: Interp, name: string, value: Value): void {
  if (!name.startsWith("&")) {
    interp.variables.set(name, value);
    return;
  }
  const frame = interp.frame;
  interp.frame = frame.parent!;
  try {
    interp.variables.get(value.text);
  } finally {
    interp.frame = frame;
  }
  interp.variables.link(name.slice(1), frame.parent!, value.text);
}

function leave(interp: Interp, frame: Frame, thrown: unknown, name: string): Value {
  if (!(thrown instanceof Completion)) throw thrown;
  if (thrown.code === Code.Error) {
    interp.trace.passProcedure(name);
    throw thrown;
  }
  if (thrown.code !== Code.Return) throw thrown;
  if (--thrown.level > 0) throw thrown;
  if (thrown.becomes === Code.Ok) return frame.mayHaveReturned ? Value.unknown() : thrown.value;
  if (thrown.becomes === Code.Error) throw new TclError(thrown.value);
  throw new Completion(thrown.becomes, thrown.value);
}

function wrongArguments(procedure: Procedure, name: string): TclError {
  const words = procedure.parameters.map((parameter, index) => {
    if (index === procedure.restAt) {
      return parameter.fallback === undefined ? "?arg ...?" : `?${parameter.fallback.text} ...?`;
    }
    return parameter.fallback === undefined ? parameter.name.replace(/^&/, "") : `?${parameter.name}?`;
  });
  return new TclError(`wrong # args: should be "${[name, ...words].join(" ")}"`);
}
