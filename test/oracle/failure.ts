import { isAbsolute, normalize } from "node:path";
import type { Failure, Frame } from "./answer.ts";

const HEADER = /^(.+?):(\d+): Error: (.*)$/;
const FRAME = /^(?:in procedure '(.*)' )?(?:called )?(?:at file "(.*)", line (\d+))?$/;
const TRACEBACK = "Traceback (most recent call last):";
const CALL = /^ {2}File "(.*)", line (\d+)(?:, in (.*))?$/;
const PREFIXED = /^(?:Error|Warn |Info |Debug): /;

/**
 * Reads out of the log of a failed run what failed, where, and by which calls. OpenOCD prints
 *
 *     Error: …                                  what a command of its own logged, if anything
 *     a.cfg:2: Error: MESSAGE                   may be empty, may have several lines
 *     in procedure 'script'
 *     at file "embedded:startup.tcl", line 28
 *     in procedure 'foo' called at file "a.cfg", line 5
 *     at file "a.cfg", line 2
 *     Warn : …                                  at times, from cleaning up
 *
 * When a command of its own fails by a return code of OpenOCD's rather than a Tcl error, it prints only the
 * first line, and perhaps the command's usage.
 */
export function failureOf(log: readonly string[]): Omit<Failure, "reason"> {
  const traceback = log.lastIndexOf(TRACEBACK);
  if (traceback >= 0) return ofTraceback(log, traceback);
  const lines = withoutCleanup(log);
  const start = startOfStack(lines);
  const stack = lines.slice(start).map(frameOf);
  const at = headerBefore(lines, start, stack.at(-1));
  if (at < 0) {
    const logged = loggedBefore(lines, start);
    return { message: logged.join("\n"), logged, stack };
  }
  const [, file = "", line = "", first = ""] = HEADER.exec(lines[at]!)!;
  const message = [first, ...lines.slice(at + 1, start)].join("\n").trimEnd();
  const logged = loggedBefore(lines, at);
  return { file: plainPath(file), line: Number(line), message: message || logged.join("\n"), logged, stack };
}

/** Master prints, after `a.cfg:2: Error: MESSAGE`, the calls from the outermost in, each with its command below it. */
function ofTraceback(log: readonly string[], at: number): Omit<Failure, "reason"> {
  const stack = log.slice(at + 1).flatMap((line) => {
    const [, file, number, proc] = CALL.exec(line) ?? [];
    return file === undefined ? [] : [{ file: plainPath(file), line: Number(number), proc }];
  });
  const header = headerBefore(log, at, stack.at(-1));
  const logged = loggedBefore(log, header < 0 ? at : header);
  const [, file = "", line = "", first = ""] = HEADER.exec(log[header] ?? "") ?? [];
  const message = [first, ...log.slice(header + 1, at)].join("\n").trimEnd() || logged.join("\n");
  if (header < 0) return { message: logged.join("\n"), logged, stack };
  return { file: plainPath(file), line: Number(line), message, logged, stack };
}

/** OpenOCD says `/usr/bin/../share/…`. */
export function plainPath(file: string): string {
  return isAbsolute(file) ? normalize(file) : file;
}

/** Without what OpenOCD said after the stack, when there is one, and without blank lines at the end. */
function withoutCleanup(log: readonly string[]): readonly string[] {
  const isFrame = (line: string) => line !== "" && FRAME.test(line);
  let end = log.length;
  while (end > 0 && /^(?:Warn |Info ): |^\s*$/.test(log[end - 1]!)) end--;
  return log.slice(0, end > 0 && isFrame(log[end - 1]!) ? end : log.findLastIndex((line) => line !== "") + 1);
}

function startOfStack(lines: readonly string[]): number {
  let start = lines.length;
  while (start > 0 && lines[start - 1] !== "" && FRAME.test(lines[start - 1]!)) start--;
  return start;
}

function frameOf(text: string): Frame {
  const [, proc, file, line] = FRAME.exec(text)!;
  const frame: Frame = {};
  if (proc !== undefined) frame.proc = proc;
  if (file !== undefined) frame.file = plainPath(file);
  if (line !== undefined) frame.line = Number(line);
  return frame;
}

/**
 * The line `FILE:LINE: Error: MESSAGE`. The message itself can hold such lines, from an error that was
 * caught and thrown again, so the one that names the innermost frame's place is preferred.
 */
function headerBefore(lines: readonly string[], start: number, innermost: Frame | undefined): number {
  if (!innermost) return -1;
  const isHeader = (line: string) => HEADER.test(line);
  const namesPlace = (line: string) => {
    const match = HEADER.exec(line);
    return match !== null && plainPath(match[1]!) === innermost.file && Number(match[2]) === innermost.line;
  };
  const before = lines.slice(0, start);
  const at = before.findLastIndex(namesPlace);
  return at >= 0 ? at : before.findLastIndex(isHeader);
}

/** The last run of `Error:` lines before line `end`; a usage text may stand in between, but no other message. */
function loggedBefore(lines: readonly string[], end: number): string[] {
  const isError = (line: string) => line.startsWith("Error: ");
  let at = end;
  while (at > 0 && !PREFIXED.test(lines[at - 1]!)) at--;
  const logged: string[] = [];
  for (; at > 0 && isError(lines[at - 1]!); at--) logged.unshift(lines[at - 1]!.slice("Error: ".length));
  return logged;
}
