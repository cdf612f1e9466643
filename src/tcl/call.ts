import { Completion, ReturnCode, TclError } from "./completion.ts";
import { Frame } from "./frame.ts";
import type { JimFeatures } from "./jim.ts";
import { type Procedure, wrongProcedureArguments } from "./procedure.ts";
import type { ErrorTrace, Running } from "./trace.ts";
import { Value } from "./value.ts";
import type { Variables } from "./variables.ts";

/** What calling a proc needs of the interpreter. */
interface Caller {
  readonly jim: JimFeatures;
  frame: Frame;
  readonly running: Running | undefined;
  readonly variables: Variables;
  readonly trace: ErrorTrace;
  eval(script: Value): Value;
  leave(completion: Completion): boolean;
  uncover(name: string): void;
}

/** Calls a proc: binds its parameters in a new frame and runs its body. */
export function callProcedure(interp: Caller, procedure: Procedure, argv: readonly Value[]): Value {
  const { parameters, restAt, required } = procedure;
  const most = restAt >= 0 ? Number.POSITIVE_INFINITY : parameters.length;
  const given = argv.length - 1;
  if (given < required || given > most) throw wrongProcedureArguments(procedure, argv[0]!.text, interp.jim);
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
function deferred(interp: Caller, body: () => Value): Value {
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

function dropLocals(interp: Caller, frame: Frame): void {
  for (const name of frame.locals.reverse()) interp.uncover(name);
}

function bind(interp: Caller, procedure: Procedure, argv: readonly Value[], optional: number): void {
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
function bindOne(interp: Caller, name: string, value: Value): void {
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

function leave(interp: Caller, frame: Frame, thrown: unknown, name: string): Value {
  if (!(thrown instanceof Completion)) throw thrown;
  if (thrown.code === ReturnCode.Error) {
    interp.trace.passProcedure(name);
    throw thrown;
  }
  if (thrown.code !== ReturnCode.Return) throw thrown;
  if (!interp.leave(thrown)) throw thrown;
  if (thrown.becomes === ReturnCode.Ok) return frame.mayHaveReturned ? Value.unknown() : thrown.value;
  if (thrown.becomes === ReturnCode.Error) throw new TclError(thrown.value);
  throw new Completion(thrown.becomes, thrown.value);
}
