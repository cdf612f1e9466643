import type { CommandTable } from "../command-table.ts";
import { TclError } from "../completion.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, wrongArguments } from "./arguments.ts";

/** `puts`, `flush`, `gets`, `read`, `eof`, `stdin`, `stdout` and `stderr`: the output is kept, other channels are not there. */
export function defineOutput(table: CommandTable): void {
  table.define("puts", runPuts);
  table.define("stdout", runChannel);
  table.define("stderr", runChannel);
  table.define("stdin", () => Value.unknown());
  for (const name of ["gets", "read", "eof", "tell"]) table.define(name, runRead);
  table.define("flush", (_, argv) => {
    if (argv.length < 2) throw wrongArguments(argv[0]!.text, "chan ?arg ...?");
    checkChannel(argv[1]!.text);
    return Value.empty;
  });
}

const outputs = ["stdout", "stderr"];

function checkChannel(name: string): void {
  if (!outputs.includes(name) && name !== "stdin") throw new TclError(`invalid command name "${name}"`);
}

function print(interp: Interp, text: Value, newline: boolean): Value {
  interp.print((text.unknown ? "?" : text.text) + (newline ? "\n" : ""));
  return Value.empty;
}

// Arguments are taken as Jim's own proc takes them: `?-nonewline? ?chan? msg`.
function runPuts(interp: Interp, argv: Argv): Value {
  if (argv.length < 2 || argv.length > 4) throw wrongArguments(argv[0]!.text, "?-nonewline? ?chan? msg");
  const message = argv.at(-1)!;
  if (argv.length === 2) return print(interp, message, true);
  const first = argv[1]!.text;
  if (first !== "-nonewline" && first !== "") {
    checkChannel(first);
    return print(interp, message, true);
  }
  if (argv.length === 4) checkChannel(argv[2]!.text);
  return print(interp, message, first === "");
}

function runChannel(interp: Interp, argv: Argv): Value {
  if (argv[1]?.text !== "puts") return Value.empty;
  const newline = argv[2]?.text !== "-nonewline";
  const message = argv[newline ? 2 : 3];
  if (message === undefined || argv.length > (newline ? 3 : 4)) {
    throw new TclError(`wrong # args: should be "${argv[0]!.text} puts ?-nonewline? str"`);
  }
  return print(interp, message, newline);
}

function runRead(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "chan ?arg ...?");
  const name = argv.find((word, at) => at > 0 && !word.text.startsWith("-"));
  checkChannel(name?.text ?? "");
  // `gets stdin line` sets a variable.
  if (argv[0]!.text === "gets" && argv.length > 2) interp.variables.set(argv[2]!.text, Value.unknown());
  return Value.unknown();
}
