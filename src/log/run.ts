import { isKnownCommand } from "../openocd/command-names.ts";
import { commandIn, printedCommandLine } from "../openocd/typed-command.ts";
import { parseVersion } from "../openocd/version.ts";
import { type ChipClues, saysChip } from "./chip-note.ts";
import { type LogLine, readLines } from "./line.ts";
import { errorOf, programOf } from "./programs.ts";
import { type Frame, frameOf, isEmbedded } from "./stack.ts";
import { type Match, matchesOf } from "./table.ts";

/** Something that OpenOCD said, once or several times. */
export interface Report {
  line: LogLine;
  /** What the table has for it: several where the rest of the log decides; none for an unknown error. */
  matches: readonly Match[];
  /** The lines that say it, the first ones. */
  lines: LogLine[];
  /** How often it was said. */
  times: number;
  /** How it came to that, each of those times: the first ones. */
  ways: Way[];
}

/** How an error came about. */
export interface Way {
  /** Calls on the way, the outermost first. */
  frames: Frame[];
  /** The place in front of the error message. */
  script?: Frame;
  /** The handler in which it happened. */
  event?: { name: string; target: string };
}

/** One run of OpenOCD; a log may hold several. */
export interface LogRun {
  /** Whether anything was seen that OpenOCD says, or what starts it. */
  isOpenocds: boolean;
  /** As its banner says it: `0.10.0+dev-g30d1303`. */
  openocd?: string;
  /** The other program whose words these are. */
  program?: string;
  /** What it says of the chip. */
  chip: ChipClues;
  /** Whether an HLA adapter is in use; undefined where the log does not show it. */
  isHla?: boolean;
  /** Whether it is about a chip that cannot be reached over SWD. */
  isJtagOnly: boolean;
  /** Whether it is about an nRF52. */
  isNrf52: boolean;
  /** The targets that answered. */
  answering: Set<string>;
  /** Whether it ends with a firmware that was verified. */
  isVerified: boolean;
  /** The command that started it, the program first, where the log shows it. */
  command?: readonly string[];
  /** The files that `-f` named there. */
  given: string[];
  /** Whether it printed anything. */
  hasOutput: boolean;
  reports: Report[];
  /** How often something was said that is not among the reports, as there are too many. */
  omitted: number;
  /** The scripts that it names, in their order, those compiled into OpenOCD left out. */
  files: Set<string>;
}

/** Limits: runs of a log, reports of a run, repetitions of a report, and calls that lead to it. */
const MOST_RUNS = 500;
const MOST_REPORTS = 2000;
const MOST_TIMES = 20;
const MOST_FRAMES = 200;

/** Reads a log into the runs that it shows; what is said again is kept once. Takes time linear in the text. */
export function readRuns(text: string): LogRun[] {
  const runs: LogRun[] = [];
  let reader = new Reader();
  for (const line of readLines(text)) {
    const command = commandIn(line.text);
    const isNext = command !== undefined || (reader.run.openocd !== undefined && bannerOf(line));
    if (isNext && runs.length < MOST_RUNS) {
      runs.push(reader.end());
      reader = new Reader();
      if (command !== undefined) reader.start(command);
    }
    reader.read(line, command !== undefined);
  }
  return withCommands([...runs, reader.end()]).filter(
    ({ isOpenocds, program }) => isOpenocds || program !== undefined,
  );
}

/** Tools repeat the command after what it printed: such a run is none of its own, and says how the one before was started. */
function withCommands(runs: readonly LogRun[]): LogRun[] {
  const all: LogRun[] = [];
  for (const run of runs) {
    const before = all.at(-1);
    if (run.command === undefined || run.hasOutput || before === undefined || !before.hasOutput)
      all.push(run);
    else if (before.command === undefined) Object.assign(before, { command: run.command, given: run.given });
  }
  return all;
}

function bannerOf({ text }: LogLine): string | undefined {
  return text.includes("Open On-Chip Debugger ") ? parseVersion(text)?.text : undefined;
}

/** Texts that show whether an HLA adapter is in use. */
const indicators: readonly [text: string, isHla: boolean][] = [
  ["The selected transport took over low-level target control", true],
  ["hla_swd", true],
  ["hla_jtag", true],
  ["dapdirect_", false],
  ["SWD DPIDR", false],
  ["CMSIS-DAP: ", false],
  ["J-Link ", false],
  ["JTAG tap: ", false],
];

/** Chips and cores that have JTAG and no SWD, as configs, targets and taps are called. */
const JTAG_ONLY =
  /esp32|at91sam[79]|at91rm9200|sam7[sx]|lpc[23]\d{3}|str[79]\d\d|arm7tdmi|arm9\d\d|arm11\d\d|riscv|fe310|gd32vf|xtensa|pic32m|mips|xscale|feroceon/i;

/** A chip's id, or its name in that of a target or of a target's config. */
const CHIP =
  /\bdevice id = (0x[\da-f]{1,8})\b|\b(?:target[\\/](?:st[\\/])?)?(stm32\w{2,40})(?:\.cpu|\.cm\d|\.m\d|\.cfg\b)/i;

/** What a target says once it has answered. */
const ANSWERING =
  /^(?<name>[\w.-]{1,80}): hardware has \d|^\[(?<named>[\w.-]{1,80})\] (?:Cortex-\S+ r\d|Examination succeed|target has \d|Target halted|Debug controller was reset|Core was reset)/;

/** With -d3, the only line that says so where a driver prints no error. */
const INIT_FAILED = /^Command 'init' failed with error code -\d+$/;

const VERIFIED = /^(?:\*\* Verified OK \*\*$|verified \d+ bytes)/;

class Reader {
  readonly run: LogRun = {
    isOpenocds: false,
    chip: {},
    isJtagOnly: false,
    isNrf52: false,
    isVerified: false,
    answering: new Set(),
    given: [],
    hasOutput: false,
    reports: [],
    omitted: 0,
    files: new Set(),
  };
  readonly #known = new Map<string, Report>();
  /** What the next frames of a stack belong to, and the plain line that they do where nothing else was said. */
  #latest: Way | undefined;
  #plain: LogLine | undefined;
  #event: Way["event"];
  readonly #loose = new Set<string>();
  #endless: LogLine | undefined;
  /** A line that means something only where nothing comes after it: a handler's error, how a command is used. */
  #open: LogLine | undefined;

  /** Takes note of what the end of the log leaves open. */
  end(): LogRun {
    const line = this.#open ?? (this.run.reports.length === 0 ? this.#endless : undefined);
    if (line !== undefined) this.#note(line, matchesOf(line.message));
    return this.run;
  }

  /** Takes note of what was typed. */
  start(command: readonly string[]): void {
    this.run.isOpenocds = true;
    this.run.command = command;
    const { steps = [] } = printedCommandLine(command) ?? {};
    this.run.given = steps.flatMap((step) => ("file" in step ? step.file : []));
    this.#readNames(command.join(" "));
  }

  /** `isCommand`: it shows what started the run, and nothing that OpenOCD says. */
  read(line: LogLine, isCommand: boolean): void {
    if (isCommand && line.level === "plain") return;
    if (line.level !== "plain") {
      this.run.isOpenocds = true;
      this.run.hasOutput = true;
    }
    if (line.level === "debug" && !INIT_FAILED.test(line.message)) return;
    const other = this.run.program === undefined ? undefined : errorOf(line.text);
    const frame = other === undefined ? frameOf(line.text) : undefined;
    if (frame !== undefined) this.#readFrame(frame, line);
    else if (other !== undefined) this.#readMessage({ ...line, level: "error", message: other });
    else if (line.message !== "") this.#readMessage(line);
    // Many commands say what is wrong in a line of its own, and leave Tcl an error without a text.
    else if (line.script !== undefined) this.#readPlace(line);
  }

  #readMessage(line: LogLine): void {
    this.#readFacts(line);
    if (VERIFIED.test(line.message)) this.run.isVerified = true;
    const event = EVENT.exec(line.message);
    const matches = event === null ? matchesOf(line.message) : [];
    if (event !== null) {
      this.#end();
      this.#event = { name: event[1]!, target: event[2]! };
      this.#open = line;
    } else if (matches.length > 0 || line.level === "error") this.#note(line, matches);
    else if (line.level === "plain") {
      this.#plain = line;
      if (this.#latest === undefined && isUsage(line.message)) this.#open = { ...line, message: "" };
      else if (!isUsageGoingOn(line.message)) this.#open = undefined;
    } else this.#end();
  }

  #readFacts(line: LogLine): void {
    const openocd = bannerOf(line);
    if (openocd !== undefined) {
      this.run.isOpenocds = true;
      this.run.hasOutput = true;
      this.run.openocd ??= openocd;
      this.run.chip.openocd ??= openocd;
    }
    this.#readNames(line.text);
    const target = ANSWERING.exec(
      line.target === undefined ? line.message : `[${line.target}] ${line.message}`,
    );
    if (target !== null) this.run.answering.add((target.groups!.name ?? target.groups!.named)!);
    if (line.script !== undefined) this.#name(line.script);
  }

  #readNames(text: string): void {
    const program = this.run.openocd === undefined ? programOf(text) : undefined;
    if (program !== undefined) this.run.program ??= program;
    const [, id, name] = CHIP.exec(text) ?? [];
    if (id !== undefined) this.run.chip.deviceId = Number(id);
    if (name !== undefined && saysChip(name)) this.run.chip.name ??= name;
    const found = indicators.find(([indicator]) => text.includes(indicator));
    if (found !== undefined) this.run.isHla ??= found[1];
    if (JTAG_ONLY.test(text)) this.run.isJtagOnly = true;
    if (/nrf5[12]/i.test(text)) this.run.isNrf52 = true;
  }

  /** Of a stack without its error, as where a log was cut: what is in it again and again calls itself without end. */
  #readLoose(frame: Frame, line: LogLine): void {
    const key = `${frame.file}:${frame.line} ${frame.proc}`;
    if (frame.proc === undefined || this.#loose.size > MOST_FRAMES) return;
    if (!this.#loose.has(key)) this.#loose.add(key);
    else this.#endless ??= { ...line, message: "Infinite eval recursion" };
  }

  #readFrame(frame: Frame | "nowhere", line: LogLine): void {
    this.#latest ??= this.#plain && this.#note(this.#plain, []);
    if (frame === "nowhere") return;
    if (this.#latest === undefined) this.#readLoose(frame, line);
    this.#name(frame);
    if (this.#latest !== undefined && this.#latest.frames.length < MOST_FRAMES)
      this.#latest.frames.push(frame);
  }

  #readPlace(line: LogLine): void {
    this.#name(line.script!);
    this.#latest ??= this.#note(line, matchesOf(""));
    if (this.#latest !== undefined) this.#latest.script = line.script!;
  }

  /** Takes note of what a line says, and answers the way to it, for the stack that may follow. */
  #note(line: LogLine, matches: readonly Match[]): Way | undefined {
    this.run.isOpenocds = true;
    this.run.hasOutput = true;
    if (matches.every(({ entry }) => !entry.isHarmless)) this.run.isVerified = false;
    this.#open = undefined;
    const way: Way = {
      frames: [],
      ...(line.script && { script: line.script }),
      ...(this.#event && { event: this.#event }),
    };
    this.#end();
    const report = this.#reportOf(line, matches);
    if (report === undefined) return undefined;
    report.times++;
    if (report.times <= MOST_TIMES) {
      report.lines.push(line);
      report.ways.push(way);
    }
    this.#latest = way;
    return way;
  }

  /** The report of the same message; undefined where the limit of reports is reached. */
  #reportOf(line: LogLine, matches: readonly Match[]): Report | undefined {
    const { reports } = this.run;
    const known = this.#known.get(line.message);
    if (known !== undefined) return known;
    if (reports.length === MOST_REPORTS) {
      this.run.omitted++;
      return undefined;
    }
    const report = { line, matches, lines: [], times: 0, ways: [] };
    reports.push(report);
    this.#known.set(line.message, report);
    return report;
  }

  #end(): void {
    this.#open = undefined;
    this.#latest = undefined;
    this.#plain = undefined;
    this.#event = undefined;
  }

  #name(place: Frame): void {
    const { files } = this.run;
    if (!isEmbedded(place) && files.size < MOST_REPORTS) files.add(place.file);
  }
}

/** How a command is used, as OpenOCD prints it without a word more: `adapter speed [khz]`. */
function isUsage(message: string): boolean {
  const [first = "", ...others] = message.split(" ", 12);
  const isPattern = others.some((word) => /^[[<]|\|[a-z[<]|^\.\.\.$|^\w+_\w+$/.test(word));
  return /^[a-z]\w+$/.test(first) && isPattern && isKnownCommand(first);
}

function isUsageGoingOn(message: string): boolean {
  return /^[[\]<(|'.]|^\w+_\w+ |^[a-z]\w+( [a-z]\w+)?$/.test(message);
}

/** The prefix of an error in an event's handler (src/target/target.c, target_handle_event()). */
const EVENT = /^Error executing event ([\w.-]{1,80}) on target ([\w.-]{1,80}):$/;
