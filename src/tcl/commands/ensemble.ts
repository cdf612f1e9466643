import { TclError } from "../completion.ts";
import type { Interp } from "../interp.ts";
import { Value } from "../value.ts";
import { type Argv, abbreviated, compareText, ensembleUsage, noSubcommand } from "./arguments.ts";

export interface Subcommand {
  usage: string;
  least: number;
  /** The most arguments; -1 where there may be any number. */
  most: number;
  /** `args` are the words after the subcommand's name. */
  run: (interp: Interp, args: Argv) => Value;
}

/** A command made of subcommands, which may be abbreviated: `array`, `file`, `clock`. */
export function ensemble(interp: Interp, table: Readonly<Record<string, Subcommand>>, argv: Argv): Value {
  const own = argv[0]!.text;
  const names = Object.keys(table);
  if (argv.length < 2) throw ensembleUsage(own);
  const wanted = argv[1]!.text;
  if (wanted === "-commands") return new Value([...names].sort(compareText).join(" "));
  if (wanted === "-help") return help(own, table, argv[2]?.text);
  const name = abbreviated(names, wanted);
  if (name === undefined || name === "ambiguous") throw noSubcommand(own, wanted, names, name);
  const { least, most, run, usage } = table[name]!;
  const given = argv.length - 2;
  if (given < least || (most >= 0 && given > most)) {
    throw new TclError(
      `wrong # args: should be "${[own, name, usage].filter((word) => word !== "").join(" ")}"`,
    );
  }
  return run(interp, argv.slice(2));
}

function help(own: string, table: Readonly<Record<string, Subcommand>>, wanted: string | undefined): Value {
  const names = Object.keys(table);
  const name = wanted === undefined ? undefined : abbreviated(names, wanted);
  if (name === undefined || name === "ambiguous") {
    return new Value(`Usage: "${own} command ... ", where command is one of: ${list(names, ", ")}`);
  }
  return new Value(`Usage: ${[own, name, table[name]!.usage].filter((word) => word !== "").join(" ")}`);
}

function list(names: readonly string[], between: string): string {
  return [...names].sort(compareText).join(between);
}
