import { Code, Completion, TclError } from "./completion.ts";
import { Frame, type Variable } from "./frame.ts";
import type { Interp } from "./interp.ts";
import { Value } from "./value.ts";

interface Parameter {
  name: string;
  /** What it is where the caller gives nothing. */
  fallback: Value | undefined;
}

/** What `proc` defines. */
export interface Procedure {
  name: string;
  /** Where its body looks commands up first. */
  namespace: string;
  parameters: readonly Parameter[];
  /** Where among the parameters `args` stands, which takes whatever is left; -1 where there is none. */
  restAt: number;
  /** How many arguments it cannot do without. */
  required: number;
  parameterList: Value;
  body: Value;
  statics: Map<string, Variable> | undefined;
}

/** Reads a parameter list. Throws TclError with Jim's messages. */
export function makeProcedure(
  name: string,
  list: Value,
  body: Value,
  statics?: Map<string, Variable>,
): Procedure {
  const parameters: Parameter[] = [];
  let restAt = -1;
  for (const element of list.elements) {
    const [parameter, fallback, ...more] = element.elements;
    if (parameter === undefined) throw new TclError("argument with no name");
    if (more.length > 0) throw new TclError(`too many fields in argument specifier "${element.text}"`);
    if ((fallback === undefined ? element : parameter).text === "args") {
      if (restAt >= 0) throw new TclError("'args' specified more than once");
      restAt = parameters.length;
    }
    parameters.push({ name: fallback === undefined ? element.text : parameter.text, fallback });
  }
  const namespace = name.includes("::") ? name.slice(0, name.lastIndexOf("::")) : "";
  const required = parameters.filter((p, i) => i !== restAt && p.fallback === undefined).length;
  return { name, namespace, parameters, restAt, required, parameterList: list, body, statics };
}

/** Calls a proc: binds its parameters in a new frame and runs its body. */
export function callProcedure(interp: Interp, procedure: Procedure, argv: readonly Value[]): Value {
  const { parameters, restAt, required } = procedure;
  const most = restAt >= 0 ? Number.POSITIVE_INFINITY : parameters.length;
  const given = argv.length - 1;
  if (given < required || given > most) throw wrongArguments(procedure, argv[0]!.text);
  if (procedure.body.text === "" && !procedure.body.unknown) return Value.empty;

  const caller = interp.frame;
  const frame = new Frame(caller, argv, procedure.statics);
  frame.namespace = procedure.namespace;
  frame.site = interp.running && {
    source: interp.running.source,
    at: interp.running.lineAt ?? interp.running.at,
  };
  interp.frame = frame;
  try {
    const result = deferred(interp, () => {
      bind(interp, procedure, argv, given - required);
      return interp.eval(procedure.body);
    });
    return frame.mayHaveReturned ? Value.unknown() : result;
  } catch (thrown) {
    return leave(interp, frame, thrown, argv[0]!.text);
  } finally {
    interp.frame = caller;
    dropLocals(interp, frame);
  }
}

/** Runs a proc's body, then what `defer` kept for its end. */
function deferred(interp: Interp, body: () => Value): Value {
  let result = Value.empty;
  let thrown: unknown;
  try {
    result = body();
  } catch (error) {
    thrown = error;
    if (!(error instanceof Completion)) throw error;
  }
  const scripts = interp.frame.variables.get("jim::defer")?.value?.elements ?? [];
  try {
    for (const script of [...scripts].reverse()) interp.eval(script);
  } catch (error) {
    if (!(thrown instanceof TclError)) throw error;
  }
  if (thrown !== undefined) throw thrown;
  return result;
}

function dropLocals(interp: Interp, frame: Frame): void {
  for (const name of frame.locals.reverse()) {
    const command = interp.commands.get(name);
    if (command?.previous !== undefined) interp.commands.set(name, command.previous);
    else interp.commands.delete(name);
  }
}

function bind(interp: Interp, procedure: Procedure, argv: readonly Value[], optional: number): void {
  const { parameters, restAt } = procedure;
  const named = parameters.length - (restAt >= 0 ? 1 : 0);
  let next = 1;
  let left = optional;
  parameters.forEach((parameter, index) => {
    if (index === restAt) {
      const end = next + Math.max(0, argv.length - 1 - named);
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
  if (!interp.leave(thrown)) throw thrown;
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
