import { TclError } from "../completion.ts";
import type { CommandTable, Interp, Reference } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, expectArguments } from "./arguments.ts";

const form = /^<reference\.<([A-Za-z0-9_.]{7})>\.(\d{20})>$/;

/** `ref`, `getref`, `setref`, `finalize`, `collect`: values that are passed around by name. */
export function defineReferences(table: CommandTable): void {
  table.define("ref", runRef);
  table.define("getref", runGetref);
  table.define("setref", runSetref);
  table.define("finalize", runFinalize);
  table.define("collect", runCollect);
}

function find(interp: Interp, name: Value): Reference {
  const number = form.exec(name.text.trim())?.[2];
  if (number === undefined) throw new TclError(`expected reference but got "${name.text}"`);
  const reference = interp.references.get(number);
  if (reference === undefined) throw new TclError(`invalid reference id "${name.text}"`);
  return reference;
}

function runRef({ references }: Interp, argv: Argv): Value {
  expectArguments(argv, 2, 3, "string tag ?finalizer?");
  // Jim counts each one twice.
  const number = String(2 * references.size).padStart(20, "0");
  references.set(number, { value: argv[1]!, finalizer: argv[3] });
  const tag = argv[2]!.text.slice(0, 7).replace(/[^A-Za-z0-9]/g, "_");
  return new Value(`<reference.<${tag.padEnd(7, "_")}>.${number}>`);
}

function runGetref(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 1, "reference");
  return find(interp, argv[1]!).value;
}

function runSetref(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 2, 2, "reference newValue");
  find(interp, argv[1]!).value = argv[2]!;
  return argv[2]!;
}

function runFinalize(interp: Interp, argv: Argv): Value {
  expectArguments(argv, 1, 2, "reference ?finalizerProc?");
  const reference = find(interp, argv[1]!);
  if (argv.length === 3) reference.finalizer = argv[2];
  return reference.finalizer ?? Value.empty;
}

function runCollect(_: Interp, argv: Argv): Value {
  expectArguments(argv, 0, 0, "");
  return Value.integer(0);
}
