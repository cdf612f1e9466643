/** A place in a script that a Tcl error was on its way through, with the proc whose call or body is there. */
export interface Frame {
  file: string;
  /** From 1. */
  line: number;
  /** The proc that is called there. Absent for the place of the error itself. */
  proc?: string;
}

/** Whether a place is in the scripts that are compiled into OpenOCD, which calls them `embedded:startup.tcl`. */
export function isEmbedded({ file }: Frame): boolean {
  return file.startsWith("embedded:");
}

/** `in procedure 'X' called at file "F", line N`, and `at file "F", line N` (Jim Tcl up to 0.82, OpenOCD up to 0.12.0). */
const CALLED =
  /^(?:in procedure '(?<proc>[^']{0,200})' called )?at file "(?<file>[^"]{1,4000})", line (?<line>\d{1,9})$/;

/** `File "F", line N, in X`, below `Traceback (most recent call last):` (Jim Tcl from 0.83 on). X is the proc that contains the line. */
const TRACED = /^File "(?<file>[^"]{1,4000})", line (?<line>\d{1,9})(?:, in .{1,200})?$/;

/** A frame that a line shows; `nowhere` where the line belongs to a stack and names no place. */
export function frameOf(text: string): Frame | "nowhere" | undefined {
  const trimmed = text.trim();
  if (trimmed.startsWith("Traceback (most recent call last)")) return "nowhere";
  if (trimmed.startsWith('File "')) return frameFrom(TRACED.exec(trimmed));
  const at = trimmed.indexOf("in procedure '");
  if (at !== -1) return frameFrom(CALLED.exec(trimmed.slice(at))) ?? "nowhere";
  const plain = trimmed.indexOf('at file "');
  return plain === -1 ? undefined : frameFrom(CALLED.exec(trimmed.slice(plain)));
}

function frameFrom(match: RegExpExecArray | null): Frame | undefined {
  const { file, line, proc } = match?.groups ?? {};
  // Python's stacks look like Jim's.
  if (file === undefined || file.endsWith(".py")) return undefined;
  return { file, line: Number(line), ...(proc !== undefined && { proc }) };
}
