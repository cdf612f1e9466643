import { Value } from "../../tcl/value.ts";
import type { Handler, Handlers } from "../handler.ts";

/** Reading and writing a target's memory (manual: Memory access). What is read, only hardware knows. */
export const memoryCommands: Handlers = {
  mem2array: readIntoArray,
};

function readIntoArray({ interp }: Parameters<Handler>[0], args: readonly Value[]): Value {
  const array = args[0];
  if (array !== undefined && !array.unknown) interp.variables.set(array.text, Value.unknown());
  return Value.empty;
}
