import { withoutNoise } from "./noise.ts";

/** How OpenOCD marks a line; `plain` for what it prints without a mark, which a person asked for or Tcl says. */
type Level = "error" | "warning" | "info" | "debug" | "plain";

/** One line of a log. */
export interface LogLine {
  /** From 1. */
  number: number;
  level: Level;
  /** The line without colours and line end. */
  text: string;
  /** What OpenOCD says in it, without level, place in its sources and the name of the target. */
  message: string;
  /** The target that it is about, where the line says so in front: `[stm32l4x.cpu] …`. */
  target?: string;
  /** The place in a script, from the prefix: `stm32l5x.cfg:127: Error: …`. */
  script?: { file: string; line: number };
}

/** No line says more than this; the rest of a longer one is not looked at. In characters. */
const LONGEST = 4096;

/** The lines of a log, whatever its line ends. */
export function* readLines(text: string): Generator<LogLine> {
  let start = 0;
  for (let number = 1; start <= text.length; number++) {
    let end = start;
    while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end++;
    yield readLine(text.slice(start, Math.min(end, start + LONGEST)), number);
    start = end + (text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? 2 : 1);
  }
}

const LF = 10;
const CR = 13;

/** The marks of OpenOCD's src/helper/log.c; some consoles take the space in front of the colon away. */
const MARK = /(?<![\w"'])(Error|Warn ?|Info ?|Debug|User ?):(?: |$)/g;

const levels: Readonly<Record<string, Level>> = {
  Error: "error",
  Warn: "warning",
  Info: "info",
  Debug: "debug",
  User: "plain",
};

function readLine(raw: string, number: number): LogLine {
  const text = plainQuotes(withoutColours(raw).trimEnd());
  MARK.lastIndex = 0;
  const mark = MARK.exec(text);
  if (mark === null) return { number, level: "plain", text, ...addressed(withoutNoise(text)) };
  const level = levels[mark[1]!.trimEnd()]!;
  const message = text.slice(mark.index + mark[0].length).replace(SOURCE, "");
  const script = scriptPlace(text.slice(0, mark.index));
  if (script !== undefined) return { number, level: "error", text, message, script };
  // With -d, a Tcl error follows a mark of its own.
  if (level === "plain") return { ...readLine(message, number), text };
  return { number, level, text, ...addressed(message) };
}

/** `123 456 file.c:78 function(): `, which `-d` puts in front. */
const SOURCE = /^\d{1,12} \d{1,12} [\w.+-]{1,80}:\d{1,6} \w{1,80}\(\)(?: \d{1,12})?: /;

/** `[stm32l4x.cpu] …`, as 0.11 and later put it in front of what concerns a target. */
const TARGET = /^\[([\w.-]{1,80})\] /;

function addressed(message: string): Pick<LogLine, "message" | "target"> {
  const target = TARGET.exec(message);
  return target === null ? { message } : { message: message.slice(target[0].length), target: target[1]! };
}

/** `FILE:LINE: `, which Jim Tcl puts in front of an error. */
function scriptPlace(before: string): { file: string; line: number } | undefined {
  const number = /:(\d{1,9}): $/.exec(before.slice(-12));
  if (number === null) return undefined;
  const file = withoutNoise(before.slice(0, before.length - number[0].length));
  return file === "" ? undefined : { file, line: Number(number[1]) };
}

function withoutColours(text: string): string {
  if (!text.includes("\x1b")) return text;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return text.replace(/\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\-_])/g, "");
}

/** Forums make quotes and dashes beautiful. */
function plainQuotes(text: string): string {
  return /[‘’“”–]/.test(text) ? text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll("–", "-") : text;
}
