import { TclError } from "./completion.ts";
import type { Variable } from "./frame.ts";
import type { JimFeatures } from "./jim.ts";
import type { Value } from "./value.ts";

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
  /** Where among the parameters `args` is, which takes the rest; -1 where there is none. */
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

/** Jim's words for a call that does not fit. */
export function wrongProcedureArguments(procedure: Procedure, name: string, jim: JimFeatures): TclError {
  const more = jim.spacesUsage ? " ..." : "...";
  const words = procedure.parameters.map((parameter, index) => {
    if (index === procedure.restAt) {
      return `?${parameter.fallback?.text ?? "arg"}${more}?`;
    }
    return parameter.fallback === undefined ? parameter.name.replace(/^&/, "") : `?${parameter.name}?`;
  });
  return new TclError(`wrong # args: should be "${[name, ...words].join(" ")}"`);
}
