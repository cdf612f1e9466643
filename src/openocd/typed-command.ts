import { type CommandLine, parseCommandLine } from "./command-line.ts";
import { shellWords } from "./shell-words.ts";

/** A program that is called like OpenOCD, with or without a path and quotes, and an option after it. */
const PROGRAM =
  /(?:^|[\s:>$(*`])("[^"]{0,500}openocd(?:\.exe)?"|'[^']{0,500}openocd(?:\.exe)?'|[^\s"'`*:>$(](?:[^\s"'`]{0,500})openocd[\w-]{0,20}(?:\.exe)?|openocd(?:\.exe)?)\s+(?=["']?--?[a-z])/i;

/** The words of the OpenOCD command that a line of text shows, the program among them: typed, or as a tool repeats it. */
export function commandIn(line: string): string[] | undefined {
  if (!/openocd/i.test(line)) return undefined;
  const match = PROGRAM.exec(line);
  if (match === null) return undefined;
  const start = match.index + match[0].indexOf(match[1]!);
  const text = line.slice(start);
  // As forums mark what is typed.
  const marked = /[*`]/.test(line.slice(0, start)) ? text.replace(/[*`]+\s*$/, "") : text;
  return shellWords(marked);
}

/**
 * Reads the words of a command that some tool printed, which may have taken the quotes of `-c` away; undefined for what
 * OpenOCD does not take.
 */
export function printedCommandLine([, ...words]: readonly string[]): CommandLine | undefined {
  const whole: string[] = [];
  let isOpen = false;
  for (const word of words) {
    if (isOpen && !/^--?[a-z]/.test(word)) whole.push(`${whole.pop()!} ${word}`);
    else whole.push(word);
    const before = whole.at(-2);
    isOpen = before === "-c" || before === "--command";
  }
  try {
    return parseCommandLine(whole);
  } catch {
    return undefined;
  }
}
