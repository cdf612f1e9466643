import { Completion, TclError } from "../completion.ts";
import type { CommandTable, Interp } from "../interp.ts";
import { hold, Size, work } from "../limits.ts";
import { globMatch, upper } from "../match.ts";
import { Value } from "../value.ts";
import {
  type Argv,
  anyUnknown,
  countOf,
  indexOf,
  integerExpressionOf,
  optionOf,
  wrongArguments,
} from "./arguments.ts";
import { expectElementIn } from "./list.ts";

const options = [
  "-bool",
  "-not",
  "-nocase",
  "-exact",
  "-glob",
  "-regexp",
  "-all",
  "-inline",
  "-command",
  "-stride",
  "-index",
];

/** What older Jims do not have. */
const newOptions = ["-stride", "-index"];

const usage =
  "?-exact|-glob|-regexp|-command 'command'? ?-bool|-inline? ?-not? ?-nocase? ?-all? ?-stride len? ?-index val? list value";

interface Search {
  answer: "index" | "inline" | "bool";
  inverted: boolean;
  nocase: boolean;
  all: boolean;
  how: "-exact" | "-glob" | "-regexp" | "-command";
  command: Value | undefined;
  stride: number;
  index: Value | undefined;
}

/** `lsearch` */
export function defineSearch(table: CommandTable): void {
  table.define("lsearch", runLsearch);
}

/**
 * Asks a command whether a pattern matches, as `switch -regexp` and `lsearch -command` do. A result that is no
 * number is a no.
 */
export function commandMatches(
  interp: Interp,
  command: Value,
  options: readonly string[],
  pattern: Value,
  text: Value,
): { answer: number; result: Value } {
  const result = interp.call([command, ...options.map((option) => new Value(option)), pattern, text]);
  const answer = result.integer;
  if (answer !== undefined) return { answer: Number(BigInt.asIntN(32, answer)), result };
  return { answer: 0, result: new Value(`expected integer but got "${result.text}"`) };
}

function runLsearch(interp: Interp, argv: Argv): Value {
  if (argv.length < 3) throw wrongArguments(argv[0]!.text, usage);
  const known = interp.jim.strides ? options : options.filter((one) => !newOptions.includes(one));
  const { search, at } = searchOf(argv, known);
  if (argv.length - at < 2) throw wrongArguments(argv[0]!.text, usage);
  const [list, wanted] = [argv[at]!, argv[at + 1]!];
  if (anyUnknown(argv)) return Value.unknown();
  return new Searcher(interp, search, wanted).run(list);
}

function searchOf(argv: Argv, known: readonly string[]): { search: Search; at: number } {
  const search: Search = {
    answer: "index",
    inverted: false,
    nocase: false,
    all: false,
    how: "-exact",
    command: undefined,
    stride: 1,
    index: undefined,
  };
  let at = 1;
  for (; at < argv.length - 2; at++) {
    const option = optionOf(argv[at]!, known);
    switch (option) {
      case "-bool":
      case "-inline":
        search.answer = option === "-bool" ? "bool" : "inline";
        break;
      case "-not":
        search.inverted = true;
        break;
      case "-nocase":
        search.nocase = true;
        break;
      case "-all":
        search.all = true;
        break;
      case "-index":
        search.index = argv[++at];
        break;
      case "-stride":
        search.stride = countOf(argv[++at]!);
        if (search.stride < 1) throw new TclError("stride length must be at least 1");
        break;
      default:
        search.how = option as Search["how"];
        if (option === "-command") search.command = argv[++at];
    }
  }
  return { search, at };
}

class Searcher {
  readonly #interp: Interp;
  readonly #search: Search;
  readonly #wanted: Value;
  readonly #upper: string;
  /** What a search that finds nothing leaves as its result. */
  #left = Value.empty;

  constructor(interp: Interp, search: Search, wanted: Value) {
    this.#interp = interp;
    this.#search = search;
    this.#wanted = wanted;
    this.#upper = search.nocase ? upper(wanted.text) : wanted.text;
  }

  run(list: Value): Value {
    const { answer, inverted, all, stride, index } = this.#search;
    const { elements } = list;
    if (index !== undefined && elements.length > 0) this.#left = lastNumber(index);
    if (elements.length % stride !== 0) {
      throw new TclError("list size must be a multiple of the stride length");
    }
    const found: Value[] = [];
    work(elements.length);
    for (let at = 0; at < elements.length; at += stride) {
      const group = elements.slice(at, at + stride);
      const candidate = this.#candidate(elements[at]!, group);
      const matches = this.#matches(candidate);
      const counts = answer === "bool" ? matches !== 0 || all : matches === Number(!inverted);
      if (!counts) continue;
      const results = this.#results(at, candidate, group, matches);
      if (!all) return answer === "inline" && stride > 1 ? Value.list(results) : results[0]!;
      // Of several elements taken as one, Jim lists no indexes.
      if (stride === 1 || answer === "inline")
        for (const result of results) {
          hold(Size.Value + Size.Reference);
          found.push(result);
        }
    }
    if (all) return Value.list(found);
    if (answer === "bool") return Value.boolean(inverted);
    return answer === "index" ? Value.integer(-1) : this.#left;
  }

  #results(at: number, candidate: Value, group: Argv, matches: number): Argv {
    const { answer, inverted, stride } = this.#search;
    if (answer === "bool") return [Value.integer(matches ^ Number(inverted))];
    if (answer === "index") return [Value.integer(at)];
    return stride === 1 ? [candidate] : group;
  }

  #candidate(element: Value, group: Argv): Value {
    const { index, stride } = this.#search;
    if (index === undefined) return element;
    return expectElementIn(stride === 1 ? element : Value.list(group), index.elements);
  }

  /** 1 for a match; what a command answers may be another number. */
  #matches(candidate: Value): number {
    const { how, nocase } = this.#search;
    const wanted = this.#wanted;
    if (how === "-glob") {
      return Number(globMatch(wanted.text, candidate.text, nocase));
    }
    if (how !== "-exact") return this.#asks(candidate);
    work(1 + Math.min(wanted.text.length, candidate.text.length) / 16);
    return Number(nocase ? this.#upper === upper(candidate.text) : wanted.text === candidate.text);
  }

  #asks(candidate: Value): number {
    const { nocase, how, command } = this.#search;
    const words = nocase ? ["-nocase"] : [];
    if (how === "-regexp") words.push("--");
    const asked = how === "-regexp" ? new Value("regexp") : command!;
    try {
      const { answer, result } = commandMatches(this.#interp, asked, words, this.#wanted, candidate);
      this.#left = result;
      if (answer < 0) throw new TclError(result);
      return answer;
    } catch (thrown) {
      // Whatever ended the command, to `lsearch` it is an error.
      if (thrown instanceof Completion && !(thrown instanceof TclError)) throw new TclError(thrown.value);
      throw thrown;
    }
  }
}

// Working an index out leaves its number as the result.
function lastNumber(indexes: Value): Value {
  const last = indexes.elements.findLast(({ text, shape }) => text !== "end" && shape !== "integer");
  if (last === undefined) return Value.empty;
  indexOf(last);
  return Value.integer(integerExpressionOf(new Value(last.text.replace(/^end/, ""))));
}
