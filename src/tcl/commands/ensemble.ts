import { TclError } from "../completion.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, compareText, type OptionRules, optionOf, wrongArguments } from "./arguments.ts";

/** How a command says what is wrong that is no ensemble before Jim 0.83: `string`, `dict`, `info`, `namespace`. */
export interface Words extends OptionRules {
  usage: string;
}

/** The subcommand that `argv[1]` names, or the result where it asks for their names. */
export function subcommandOf(
  { jim }: Interp,
  argv: Argv,
  names: readonly string[],
  words?: Words,
): string | Value {
  const own = argv[0]!.text;
  const older = jim.ensemblesThroughout ? undefined : words;
  if (argv.length < 2) throw older === undefined ? noneGiven(own) : wrongArguments(own, older.usage);
  const wanted = argv[1]!.text;
  if (wanted === "-commands") return Value.strings([...names].sort(compareText));
  if (older !== undefined) return optionOf(argv[1]!, names, older);
  const name = abbreviated(names, wanted);
  if (name !== undefined && name !== "ambiguous") return name;
  throw new TclError(`${own}, ${name ?? "unknown"} command "${wanted}": should be ${list(names)}`);
}

function noneGiven(own: string): TclError {
  return new TclError(`wrong # args: should be "${own} command ..."\nUse "${own} -help ?command?" for help`);
}

/** A subcommand of `array`, `file`, `clock` or `package`. */
export interface Subcommand {
  usage: string;
  least: number;
  /** The most arguments; -1 where there may be any number. */
  most: number;
  /** `args` are the words after the subcommand's name. */
  run: (interp: Interp, args: Argv) => Value;
}

/** Calls the subcommand that `argv[1]` names, with as many arguments as it takes. */
export function ensemble(interp: Interp, table: Readonly<Record<string, Subcommand>>, argv: Argv): Value {
  const own = argv[0]!.text;
  const names = Object.keys(table);
  if (argv[1]?.text === "-help") return help(own, table, argv[2]?.text);
  const name = subcommandOf(interp, argv, names);
  if (name instanceof Value) return name;
  const { least, most, run, usage } = table[name]!;
  const given = argv.length - 2;
  if (given < least || (most >= 0 && given > most)) throw wrongArguments(`${own} ${name}`, usage);
  return run(interp, argv.slice(2));
}

/** The name that a word is or abbreviates; undefined where there is none. */
function abbreviated(names: readonly string[], wanted: string): string | "ambiguous" | undefined {
  if (names.includes(wanted)) return wanted;
  const [name, ...others] = names.filter((one) => one.startsWith(wanted));
  return others.length > 0 ? "ambiguous" : name;
}

function help(own: string, table: Readonly<Record<string, Subcommand>>, wanted: string | undefined): Value {
  const names = Object.keys(table);
  const name = wanted === undefined ? undefined : abbreviated(names, wanted);
  if (name === undefined || name === "ambiguous") {
    return new Value(`Usage: "${own} command ... ", where command is one of: ${list(names)}`);
  }
  return new Value(`Usage: ${[own, name, table[name]!.usage].filter((word) => word !== "").join(" ")}`);
}

function list(names: readonly string[]): string {
  return [...names].sort(compareText).join(", ");
}
