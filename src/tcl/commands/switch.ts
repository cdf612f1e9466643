import { TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { holdElements, work } from "../limits.ts";
import { globMatch } from "../match.ts";
import { Value } from "../value.ts";
import { type Argv, wrongArguments } from "./arguments.ts";
import { commandMatches } from "./search.ts";

type How = "exact" | "glob" | "regexp" | "command";

interface Case {
  pattern: Value;
  body: Value;
}

/** `switch` */
export function defineSwitch(table: CommandTable): void {
  table.define("switch", runSwitch);
}

function usage(argv: Argv): TclError {
  return wrongArguments(
    argv[0]!.text,
    "?options? string pattern body ... ?default body?   or   {pattern body ?pattern body ...?}",
  );
}

function optionsOf(argv: Argv): { how: How; command: Value | undefined; at: number } {
  let how: How = "exact";
  let command: Value | undefined;
  let at = 1;
  for (; at < argv.length; at++) {
    const option = argv[at]!.text;
    if (!option.startsWith("-")) break;
    if (option.startsWith("--")) {
      at++;
      break;
    }
    if (option.startsWith("-e")) how = "exact";
    else if (option.startsWith("-g")) how = "glob";
    else if (option.startsWith("-r")) how = "regexp";
    else if (option.startsWith("-c")) {
      how = "command";
      if (argv.length - at < 2) throw usage(argv);
      command = argv[++at];
    } else {
      const known = "-exact, -glob, -regexp, -command procname or --";
      throw new TclError(`bad option "${option}": must be ${known}`);
    }
    if (argv.length - at < 2) throw usage(argv);
  }
  return { how, command, at };
}

function runSwitch(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw usage(argv);
  const { how, command, at } = optionsOf(argv);
  const text = argv[at];
  const rest = argv.slice(at + 1);
  const words = rest.length === 1 ? rest[0]!.elements : rest;
  if (text === undefined || words.length === 0 || words.length % 2 !== 0) throw usage(argv);
  const cases: Case[] = [];
  holdElements(words.length);
  for (let i = 0; i < words.length; i += 2) cases.push({ pattern: words[i]!, body: words[i + 1]! });
  if (text.unknown) return runAny(interp, cases);
  const asked = how === "regexp" ? new Value("regexp") : command;
  const chosen = cases.findIndex(({ pattern }, index) => {
    if (index === cases.length - 1 && pattern.text === "default") return true;
    if (how === "exact") {
      work(1 + Math.min(pattern.text.length, text.text.length) / 16);
      return pattern.text === text.text;
    }
    if (how === "glob") return globMatch(pattern.text, text.text);
    return asks(interp, asked!, how, pattern, text);
  });
  if (chosen === -1) return Value.empty;
  return interp.eval(bodyFrom(cases, chosen));
}

function asks(interp: Interp, command: Value, how: How, pattern: Value, text: Value): boolean {
  const options = how === "regexp" ? ["--"] : [];
  const { answer, result } = commandMatches(interp, command, options, pattern, text);
  if (answer < 0) throw new TclError(result);
  return answer !== 0;
}

/** The body of a case: where it is `-`, that of the next. */
function bodyFrom(cases: readonly Case[], start: number): Value {
  let at = start;
  while (at + 1 < cases.length && cases[at]!.body.text === "-") at++;
  const { body, pattern } = cases[at]!;
  if (body.text === "-") throw new TclError(`no body specified for pattern "${pattern.text}"`);
  return body;
}

// What only hardware can decide may go any of the ways.
function runAny(interp: Interp, cases: readonly Case[]): Value {
  const bodies = new Set(cases.map((_, at) => bodyFrom(cases, at)));
  const ways = [...bodies].map((body) => () => interp.eval(body));
  if (cases.at(-1)!.pattern.text !== "default") ways.push(() => Value.empty);
  return interp.forks.run(ways);
}
