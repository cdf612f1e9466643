import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, wrongArguments } from "./arguments.ts";

/**
 * `puts`, `flush`, `gets`, `read`, `eof`, `stdin`, `stdout` and `stderr`: the output is kept. All other channels are what
 * `open` and others return, which is unknown: nothing is read from them or written to them.
 */
export function defineOutput(table: CommandTable): void {
  table.define("puts", runPuts);
  table.define("stdout", runChannel);
  table.define("stderr", runChannel);
  table.define("stdin", () => Value.unknown());
  for (const name of ["gets", "read", "eof", "tell"]) table.define(name, runRead);
  table.define("flush", (_, argv) => {
    if (argv.length < 2) throw wrongArguments(argv[0]!.text, "chan ?arg ...?");
    checkChannel(argv[1]!);
    return Value.empty;
  });
}

const outputs = ["stdout", "stderr"];

function checkChannel({ text, unknown }: Value): void {
  if (!unknown && !outputs.includes(text) && text !== "stdin") {
    throw new TclError(`invalid command name "${text}"`);
  }
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
  const [, first, second] = argv as [Value, Value, Value];
  const newline = first.unknown || (first.text !== "-nonewline" && first.text !== "");
  const channel = newline ? first : argv.length === 4 ? second : undefined;
  if (channel?.unknown) return interp.doubt();
  if (channel !== undefined) checkChannel(channel);
  return print(interp, message, newline || first.text === "");
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
  const channel = argv.find((word, at) => at > 0 && (word.unknown || !word.text.startsWith("-")));
  checkChannel(channel ?? Value.empty);
  // `gets stdin line` sets a variable.
  if (argv[0]!.text === "gets" && argv.length > 2) interp.variables.set(argv[2]!.text, Value.unknown());
  return interp.doubt();
}
