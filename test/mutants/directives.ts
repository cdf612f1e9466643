import { type CommandNode, parse, type Script } from "../../src/tcl/syntax.ts";

/** A config with one directive taken away. */
export interface Mutant {
  /** `target/stm32f1x.cfg` */
  file: string;
  /** What was taken away, as the table groups it: `dap create`, `set _CHIPNAME`. */
  directive: string;
  /** The line that it began on. */
  line: number;
  /** The first line of what was taken away. */
  cut: string;
  text: string;
}

/** Every config that comes of taking one directive away, in the order of the file. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const script = parse(text, file);
  return [...directives(script)].map(({ command, directive }) => ({
    file,
    directive,
    line: text.slice(0, command.start).split("\n").length,
    cut: text.slice(command.start, command.end).split("\n")[0]!.trim(),
    text: without(text, command),
  }));
}

interface Directive {
  command: CommandNode;
  directive: string;
}

/** Procs and handlers are left alone: OpenOCD only stores them. */
function* directives(script: Script): Generator<Directive> {
  for (const command of script.commands) {
    const directive = kindOf(command);
    if (directive !== undefined) yield { command, directive };
    else if (command.words[0]!.text === "if") {
      for (const { script: body } of command.words.slice(2)) if (body !== undefined) yield* directives(body);
    }
  }
}

const pairs = ["dap create", "target create", "flash bank", "jtag newtap"];

function kindOf({ words }: CommandNode): string | undefined {
  const [first, second] = words.map((word) => word.text);
  const pair = `${first} ${second}`;
  if (pairs.includes(pair)) return pair;
  if (first === "swj_newdap") return first;
  if (first === "source") return words[1]?.text.includes(".tcl") ? "source helper" : "source config";
  if (first === "set") return named(second!);
  if (first === "if" && /\binfo exists (\w+)\b/.test(second ?? "")) return settingOf(words[2]?.script);
  return words.some(({ text }) => text === "-work-area-phys") ? "work area" : undefined;
}

/** `if { [info exists X] } { set _X $X } else { set _X … }` is one directive. */
function settingOf(body: Script | undefined): string | undefined {
  const words = body?.commands[0]?.words.map(({ text }) => text);
  return words?.[0] === "set" ? named(words[1]!) : undefined;
}

const variables = ["_CHIPNAME", "_TARGETNAME", "_WORKAREASIZE", "_CPUTAPID", "_ENDIAN", "_FLASHNAME"];

function named(variable: string): string {
  return variables.includes(variable) ? `set ${variable}` : "set, others";
}

/** Takes the lines of a command away; where it shares them, only the command. */
function without(text: string, { start, end }: CommandNode): string {
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", end);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const isAlone =
    text.slice(lineStart, start).trim() === "" && /^\s*(;?\s*#.*)?\s*$/.test(text.slice(end, lineEnd));
  return isAlone ? text.slice(0, lineStart) + text.slice(lineEnd) : text.slice(0, start) + text.slice(end);
}
