import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { step } from "../limits.ts";
import { Value } from "../value.ts";
import { type Argv, countOf, expectArguments, integerExpressionOf, wrongArguments } from "./arguments.ts";
import { ensemble, type Subcommand } from "./ensemble.ts";

const unknownValue = () => Value.unknown();
const nothing = () => Value.empty;

const clock: Record<string, Subcommand> = {
  clicks: { usage: "", least: 0, most: 0, run: unknownValue },
  format: { usage: "seconds ?-format string? ?-gmt boolean?", least: 1, most: 5, run: unknownValue },
  microseconds: { usage: "", least: 0, most: 0, run: unknownValue },
  milliseconds: { usage: "", least: 0, most: 0, run: unknownValue },
  scan: { usage: "str -format format ?-gmt boolean?", least: 3, most: 5, run: unknownValue },
  seconds: { usage: "", least: 0, most: 0, run: unknownValue },
};

/** What depends on the time, on chance or on the process, and what would wait: none of it is known or done. */
export function defineTime(table: CommandTable): void {
  table.define("clock", (i, argv) => ensemble(i, clock, argv));
  table.define("time", runTime);
  table.define("rand", runRand);
  table.define("pid", unknownValue);
  table.define("after", runAfter);
  table.define("update", nothing);
  table.define("vwait", (_, argv) => {
    expectArguments(argv, 1, 1, "name");
    return Value.empty;
  });
  table.define("alarm", nothing);
  table.define("sleep", nothing);
}

function runTime(interp: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "script ?count?");
  const count = argv.length === 3 ? countOf(argv[2]!) : 1;
  if (count < 0) return Value.empty;
  for (let i = 0; i < count; i++) {
    step();
    interp.eval(argv[1]!);
  }
  return Value.unknown();
}

function runRand(_: Interp, argv: Argv): Value {
  expectArguments(argv, 0, 2, "?min? max");
  const bounds = argv.slice(1);
  if (bounds.some((bound) => bound.unknown)) return Value.unknown();
  const numbers = bounds.map(integerExpressionOf);
  const [min, max] = numbers.length === 2 ? numbers : [0n, numbers[0] ?? 1n];
  if (max! < min!) throw new TclError("Invalid arguments (max < min)");
  return Value.unknown();
}

function runAfter(_: Interp, argv: Argv): Value {
  if (argv.length < 2) throw wrongArguments(argv[0]!.text, "option ?arg ...?");
  return argv.length > 2 ? Value.unknown() : Value.empty;
}
