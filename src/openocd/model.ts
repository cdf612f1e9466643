import type { Place } from "./place.ts";

/** What every thing that a config makes carries: the command that made it, and the calls that led there. */
export interface Made {
  /** The innermost command, inside a proc where a proc made it. */
  at: Place;
  /** The commands that called the procs and sourced the files around it, the innermost first. */
  calledFrom: readonly Place[];
  /** Whether a proc made it, whose variables are its own. */
  inProc: boolean;
}

/** A TAP of the scan chain, or its SWD counterpart (manual: TAP Declaration). */
export interface Tap extends Made {
  /** `CHIP.TAP` */
  name: string;
  /** Bits of the instruction register; 0 where none was given. */
  irLength: number;
  expectedIds: readonly number[];
  /** Whether it is on the scan chain from the start. */
  enabled: boolean;
}

/** A Debug Access Port (manual: DAP declaration). */
export interface Dap extends Made {
  name: string;
  /** The name of its TAP. */
  chainPosition: string;
}

/** RAM that OpenOCD may use for flash loaders and checksums, in bytes; all zero where none was set. */
export interface WorkArea {
  phys: number;
  virt: number;
  size: number;
  backup: boolean;
}

/** A debug target (manual: Target Configuration). Values are those that `cget` reports. */
export interface Target extends Made {
  name: string;
  /** What OpenOCD made of it; under an HLA transport always `hla_target`. */
  type: string;
  /** What the config asked for. */
  requestedType: string;
  endian: "little" | "big";
  coreId: number;
  /** The name of its DAP, where it has one. */
  dap: string | undefined;
  /** The name of its TAP. */
  chainPosition: string | undefined;
  /** Number of the access port, 0 where none was given. */
  apNum: number;
  workArea: WorkArea;
  /** The commands that set its work area, in order. */
  workAreaSetAt: Place[];
}

/** A handler for a target's event (manual: Target Events). */
export interface EventHandler extends Made {
  target: string;
  name: string;
  /** The handler as written. */
  body: string;
}

/** A bank of flash memory (manual: Flash Commands). */
export interface FlashBank extends Made {
  name: string;
  driver: string;
  /** Address and size in bytes; size 0 lets the driver ask the chip. */
  base: number;
  size: number;
  busWidth: number;
  chipWidth: number;
  target: string;
}

/**
 * A command that sets something which has no place of its own in the model: the adapter's speed, how resets work, the
 * servers (manual: Debug Adapter Configuration, Reset Configuration, General Commands).
 */
export interface Setting extends Made {
  /** The command by its newest name: `adapter speed` for `adapter_khz`. */
  name: string;
  /** Its arguments, variables filled in. */
  words: readonly string[];
  /** The target that was in use; undefined where there was none yet. */
  target: string | undefined;
}

/** A proc that the config defines. */
export interface Proc extends Made {
  name: string;
  /** The parameter list as Tcl writes it. */
  args: string;
  body: string;
}

/** A file that was read. */
export interface SourceFile {
  path: string;
  text: string;
  /** The `source` command that read it; undefined for the config itself. */
  sourcedAt: Place | undefined;
}

/** One level of how a problem was reached, as OpenOCD prints it. */
export interface ProblemLevel {
  procedure: string;
  file: string;
  line: number;
}

/** Something that OpenOCD refuses, or that stopped the dry run. */
export interface Problem {
  code: ProblemCode;
  /** OpenOCD's own words where it has some. */
  message: string;
  /** Where OpenOCD says it happened; `line` counts from 1. */
  file: string;
  line: number;
  /** The place in the config, where there is one. */
  at: Place | undefined;
  /** The innermost level first. */
  stack: readonly ProblemLevel[];
  /** What a lenient run went on past: the commands that led there, the innermost first. */
  calledFrom?: readonly Place[];
  /** What the message is about: the driver, dap, command or file that is not there. */
  subject?: string;
}

/** Of what kind a problem is; `error` is any that OpenOCD has no other of these words for. */
export type ProblemCode =
  | "error"
  | "syntax"
  | "invalid-command"
  | "dap-unknown"
  | "dap-required"
  | "tap-unknown"
  | "target-unknown"
  | "target-type-unknown"
  | "bank-unknown"
  | "variable-unset"
  | "option-unknown"
  | "expr-words"
  | "exists"
  | "flash-driver-unknown"
  | "file-not-found"
  | "swj-newdap-recursion"
  | "event-unknown"
  | "transport-unsupported"
  | "reset-config-unknown"
  | "rtos-unknown"
  | "comment-in-command"
  | "byte-order-mark"
  | "adapter-unknown"
  | "transport-too-late"
  | "adapter-too-late"
  | "init-required"
  | "ir-length-missing"
  | "stopped";

/** Something that the config does, or could do later, that rules ask about. */
export type Use = Made & {
  during: Stage;
  transport: string;
  /** Whether the script catches what goes wrong there. */
  caught: boolean;
} & Used;

/** What is used there, or refused. */
export type Used =
  | { kind: "dap-command"; dap: string; words: readonly string[] }
  | { kind: "work-area"; target: string; options: readonly string[] }
  | { kind: "unknown-command"; name: string; words: readonly string[] }
  | { kind: "renamed-command"; name: string }
  /** The command of a trace port that this release cannot create. */
  | { kind: "trace-command"; name: string; createdAt: Place }
  /** A variable is set that a script asked for before, when `sourcesBefore` files had been read. */
  | { kind: "variable-asked-before"; name: string; asked: Made; sourcesBefore: number }
  /** The adapter's first transport is taken, as none was selected. */
  | { kind: "transport-taken"; name: string }
  | Deprecation
  | Refusal;

/** What works there, and OpenOCD calls deprecated. */
export interface Deprecation {
  kind: "deprecated";
  what: "expr" | "script" | "transport" | "event" | "command";
  name: string;
  /** What OpenOCD says to write instead, where it is a name. */
  instead?: string;
}

/** What OpenOCD refuses there, whether or not that ends the run: a problem's code, and what it is about. */
export interface Refusal {
  kind: "refusal";
  code: ProblemCode;
  subject: string;
  /** What was found that may have been meant, as it would have to be written. */
  candidates?: readonly string[];
  /** The folders that it was looked for in. */
  folders?: readonly string[];
  /** The folder that OpenOCD would have to be started in to find it. */
  startIn?: string;
  /** The command that it comes too late for. */
  neededAt?: Pick<Made, "at" | "calledFrom">;
}

/** When a command runs: while the config is read, in an event's handler, or in a proc that is called later. */
export type Stage =
  | { kind: "configuration" }
  | { kind: "event"; target: string; event: string }
  | { kind: "proc"; proc: string };

/** What a config makes, for one OpenOCD version and transport. */
export interface Config {
  file: string;
  /** The transport in use at the end; empty where none was selected. */
  transport: string;
  /** The adapter driver in use at the end; empty where none was selected. */
  adapter: string;
  /** Whether it selects an adapter driver itself. A driver that was given as an option does not change this. */
  choosesAdapter: boolean;
  /** The version that the dry run behaved like. */
  openocd: string;
  taps: Tap[];
  daps: Dap[];
  targets: Target[];
  flashBanks: FlashBank[];
  events: EventHandler[];
  /** In the order in which they were given; of some only the last counts. */
  settings: Setting[];
  procs: Proc[];
  sources: SourceFile[];
  /** The global variables that the config set; arrays as lists of names and values. */
  variables: Record<string, string>;
  /** Where each of them was first set. */
  variablesSetAt: Map<string, Place>;
  /** What it did and could do, handlers and procs included. */
  readonly uses: Use[];
  problems: Problem[];
  /** The line of the config's own file that the run came to; of several transports' refusals, the furthest is to the point. */
  reached: number;
  /** Whether the run came to the config's end. Where it did not, what is missing may only not have been reached. */
  complete: boolean;
}
