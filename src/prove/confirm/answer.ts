import { parseList } from "../../tcl/list.ts";

/** What OpenOCD says that a config made: of each target and each bank what flashing depends on. */
export interface ProgramMade {
  targets: { name: string; type: string; phys: number; size: number; backup: boolean }[];
  banks: { driver: string; base: number; size: number }[];
}

/** What was heard of an OpenOCD that was asked about a config. */
export interface Heard {
  /** Whether adapter and transport were taken, so that the config began. */
  hasBegun: boolean;
  isInit: boolean;
  isShutdown: boolean;
  /** Set where it came to the config's end. */
  made?: ProgramMade;
  /** What it says is wrong, in its own words; the first time. */
  error?: { message: string; file?: string; line?: number };
}

/** `FILE:LINE: Error: MESSAGE`, as Jim Tcl places an error, or `Error: MESSAGE`, as OpenOCD logs one. */
const placed = /^(?<file>.+?):(?<line>\d+): Error: (?<message>.*)$/;
const logged = /^Error: (?<message>.*\S.*)$/;
/** How a trace names a file. */
const traced = /\b(?:at|in) file "(?<file>[^"]+)", line (?<line>\d+)/;

/** Listens to an OpenOCD that was asked, line by line. */
export function answerListener(mark: string): { line(text: string): void; heard: Heard } {
  const heard: Heard = { hasBegun: false, isInit: false, isShutdown: false };
  const made: ProgramMade = { targets: [], banks: [] };
  const line = (text: string) => {
    if (text.startsWith(mark)) record(text.slice(mark.length + 1), heard, made);
    else if (text === "shutdown command invoked") heard.isShutdown = true;
    else if (heard.made === undefined) hearError(text, heard);
  };
  return { line, heard };
}

function record(text: string, heard: Heard, made: ProgramMade): void {
  const [kind = "", ...fields] = parseList(text).map(({ value }) => value);
  if (kind === "begin") {
    heard.hasBegun = true;
    delete heard.error;
  } else if (kind === "init") heard.isInit = true;
  else if (kind === "target") made.targets.push(targetOf(fields));
  else if (kind === "bank") made.banks.push(bankOf(fields));
  else if (kind === "end") heard.made = made;
}

function hearError(text: string, heard: Heard): void {
  const found = (placed.exec(text) ?? logged.exec(text))?.groups;
  if (found?.message !== undefined && heard.error === undefined) {
    const { message, file, line } = found;
    heard.error = { message, ...(file !== undefined && { file, line: Number(line) }) };
    return;
  }
  const at = traced.exec(text)?.groups;
  if (at !== undefined && heard.error !== undefined && heard.error.file === undefined) {
    heard.error = { ...heard.error, file: at.file!, line: Number(at.line) };
  }
}

function targetOf([name = "", type = "", phys = "", size = "", backup = ""]: string[]) {
  return { name, type, phys: number(phys), size: number(size), backup: number(backup) !== 0 };
}

/** Up to 0.11 the list calls the driver a name, and leaves the bank's own name out. */
function bankOf(fields: readonly string[]) {
  const values: Record<string, string> = {};
  for (let at = 0; at + 1 < fields.length; at += 2) values[fields[at]!] = fields[at + 1]!;
  const { driver, name = "", base = "", size = "" } = values;
  return { driver: driver ?? name, base: number(base), size: number(size) };
}

/** OpenOCD prints what has no sign as if it had one. */
function number(text: string): number {
  const value = /^-\d+$/.test(text) ? Number(BigInt.asUintN(64, BigInt(text))) : Number(text);
  return Number.isFinite(value) ? value : 0;
}
