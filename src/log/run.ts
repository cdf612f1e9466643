import { parseVersion } from "../openocd/version.ts";
import { filesOf, typedCommand } from "./command-line.ts";
import { type LogLine, readLines } from "./line.ts";
import { type Frame, frameOf, isEmbedded } from "./stack.ts";
import { type Match, matchesOf } from "./table.ts";

/** Something that OpenOCD said, once or several times. */
export interface Report {
  line: LogLine;
  /** What the table has for it: several where the rest of the log decides; none for an error that nobody knows. */
  matches: readonly Match[];
  /** The lines that say it, the first ones. */
  lines: LogLine[];
  /** How often it was said. */
  times: number;
  /** How Tcl came to it, the outermost first. */
  frames: Frame[];
  /** The handler in which it happened. */
  event?: { name: string; target: string };
}

/** One run of OpenOCD; a log may hold several. */
export interface LogRun {
  /** As its banner says it: `0.10.0+dev-g30d1303`. */
  openocd?: string;
  /** Whether an HLA adapter is in use; undefined where nothing tells. */
  isHla?: boolean;
  /** The files that `-f` named, where the log shows what was typed. */
  given: string[];
  reports: Report[];
  /** The scripts that it names, in their order, those compiled into OpenOCD left out. */
  files: Set<string>;
}

/** No more than so many reports of a run are kept apart, and so many lines of one. */
const MOST_REPORTS = 2000;
const MOST_LINES = 20;

/** Reads a log into the runs that it shows; what is said again is kept once. Takes time linear in the text. */
export function readRuns(text: string): LogRun[] {
  const runs: LogRun[] = [];
  let reader = new Reader();
  for (const line of readLines(text)) {
    const command = typedCommand(line.text);
    if (command !== undefined || (reader.run.openocd !== undefined && bannerOf(line))) {
      runs.push(reader.run);
      reader = new Reader();
      if (command !== undefined) reader.run.given = filesOf(command);
    }
    reader.read(line);
  }
  return [...runs, reader.run].filter(
    ({ openocd, reports, given }) => openocd !== undefined || given.length > 0 || reports.length > 0,
  );
}

function bannerOf({ text }: LogLine): string | undefined {
  return text.includes("Open On-Chip Debugger ") ? parseVersion(text)?.text : undefined;
}

/** What tells whether an HLA adapter is in use. */
const tells: readonly [text: string, isHla: boolean][] = [
  ["The selected transport took over low-level target control", true],
  ["hla_swd", true],
  ["hla_jtag", true],
  ["dapdirect_", false],
  ["SWD DPIDR", false],
  ["CMSIS-DAP: ", false],
  ["J-Link ", false],
  ["JTAG tap: ", false],
];

class Reader {
  readonly run: LogRun = { given: [], reports: [], files: new Set() };
  readonly #known = new Map<string, Report>();
  /** What the next frames of a stack belong to, and the plain line that they do where nothing else was said. */
  #latest: Report | undefined;
  #plain: LogLine | undefined;
  #event: Report["event"];

  read(line: LogLine): void {
    if (line.level === "debug") return;
    const frame = frameOf(line.text);
    if (frame !== undefined) this.#readFrame(frame);
    else if (line.message !== "") this.#readMessage(line);
    // Many commands say what is wrong in a line of its own, and leave Tcl an error without a text.
    else if (line.script !== undefined) this.#readPlace(line);
  }

  #readMessage(line: LogLine): void {
    this.#readFacts(line);
    const event = EVENT.exec(line.message);
    const matches = event === null ? matchesOf(line.message) : [];
    if (event !== null) {
      this.#end();
      this.#event = { name: event[1]!, target: event[2]! };
    } else if (matches.length > 0 || line.level === "error") this.#note(line, matches);
    else if (line.level === "plain") this.#plain = line;
    else this.#end();
  }

  #readFacts(line: LogLine): void {
    const openocd = bannerOf(line);
    if (openocd !== undefined) this.run.openocd ??= openocd;
    const told = tells.find(([text]) => line.text.includes(text));
    if (told !== undefined) this.run.isHla ??= told[1];
    if (line.script !== undefined) this.#name(line.script);
  }

  #readFrame(frame: Frame | "nowhere"): void {
    this.#latest ??= this.#plain && this.#note(this.#plain, []);
    if (frame === "nowhere") return;
    this.#name(frame);
    this.#latest?.frames.push(frame);
  }

  #readPlace(line: LogLine): void {
    this.#name(line.script!);
    this.#latest ??= this.#note(this.#plain ?? line, []);
    if (this.#latest !== undefined) this.#latest.line = { ...this.#latest.line, script: line.script! };
  }

  #note(line: LogLine, matches: readonly Match[]): Report | undefined {
    const { reports } = this.run;
    const key = `${line.message}\n${line.script?.file}\n${line.script?.line}`;
    const known = this.#known.get(key);
    const event = this.#event;
    this.#end();
    if (known !== undefined) {
      known.times++;
      if (known.lines.length < MOST_LINES) known.lines.push(line);
      // Its first stack stands for all.
      this.#latest = { ...known, frames: [] };
      return this.#latest;
    }
    if (reports.length === MOST_REPORTS) return undefined;
    const report = { line, matches, lines: [line], times: 1, frames: [], ...(event && { event }) };
    reports.push(report);
    this.#known.set(key, report);
    this.#latest = report;
    return report;
  }

  #end(): void {
    this.#latest = undefined;
    this.#plain = undefined;
    this.#event = undefined;
  }

  #name(place: Frame): void {
    const { files } = this.run;
    if (!isEmbedded(place) && files.size < MOST_REPORTS) files.add(place.file);
  }
}

/** What stands in front of an error in an event's handler (src/target/target.c, target_handle_event()). */
const EVENT = /^Error executing event ([\w.-]{1,80}) on target ([\w.-]{1,80}):$/;
