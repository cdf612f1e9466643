/** What a config made, as it stands at the config's end. Our own model is mapped onto this to be judged. */
export interface ConfigView {
  /** In the order of creation, which gives them their numbers. */
  targets: TargetView[];
  /** Names, in the order of creation. */
  daps: string[];
  /** Names, in the order of the chain. Undefined where the program cannot be asked. */
  taps: string[] | undefined;
  flashBanks: FlashBankView[];
  /** Procs the config defined or replaced, by name. */
  procs: Record<string, ProcView>;
  /** Global variables the config set: a scalar's text, or an array's elements. Never `env`. */
  variables: Record<string, string | Record<string, string>>;
}

export interface TargetView {
  name: string;
  /** Under HLA `hla_target`, whatever the config asked for. */
  type: string;
  endian: string;
  /** Undefined where the program does not say it: before 1.4 of ST, `cget` gives the size of the work area. */
  coreid: number | undefined;
  /** The DAP's name; undefined for a target that sits on a tap directly. */
  dap?: string | undefined;
  /** The tap's name, also for a target with a DAP. */
  chainPosition?: string | undefined;
  /** Addresses and bytes; unset: 0, 0, 0, false. */
  workArea: { phys: number; virt: number; size: number; backup: boolean };
  /** Event name to handler, as written. */
  events: Record<string, string>;
}

export interface FlashBankView {
  name: string;
  driver: string;
  base: number;
  size: number;
  busWidth: number;
  chipWidth: number;
  /** Undefined where the program does not say it, up to 0.11. */
  target: string | undefined;
}

interface ProcView {
  /** The argument list as Tcl prints it: `a {b 3} args`. */
  args: string;
  body: string;
  /** True when OpenOCD has a proc of this name itself. */
  replaced: boolean;
}

/** A place OpenOCD names in a stack trace: `proc` was called there, or, without `proc`, it happened there. */
export interface Frame {
  proc?: string | undefined;
  file?: string | undefined;
  /** From 1. */
  line?: number | undefined;
}

export interface Failure {
  /**
   * - `error`: the config failed, as `message` says
   * - `shutdown`: the config itself ended OpenOCD
   * - `timeout`, `output`: it was killed for its time or its output
   * - `crash`: OpenOCD died by a signal
   */
  reason: "error" | "shutdown" | "timeout" | "output" | "crash";
  /** Where it happened, as OpenOCD says, or by `traced`. Absolute paths are normalised. */
  file?: string | undefined;
  line?: number | undefined;
  /** What `catch` gives for it: 1 for an error to Tcl, else OpenOCD's number. NaN where it was not asked. */
  code?: number | undefined;
  /** Tcl's own; without one, what was `logged`. Empty when OpenOCD only printed a command's usage. */
  message: string;
  /** The texts of the `Error:` lines just before. */
  logged: string[];
  /** From the outermost call to the innermost. */
  stack: Frame[];
  /** True when OpenOCD gave no place, and a second, traced run did: `file`, `line` and `command`. */
  traced?: boolean | undefined;
  /** The last command begun, its words as a Tcl list; only when `traced`. */
  command?: string | undefined;
}

/** What OpenOCD wrote to standard error from the config's first command on. */
export interface Log {
  log: string[];
  /** The texts of the `Warn :` and `Error:` lines. */
  warnings: string[];
  errors: string[];
}

/** A config that OpenOCD ran to its end. */
export interface Loaded extends ConfigView, Log {
  loaded: true;
  /** True when the config itself called `init`, and it succeeded. */
  initialised: boolean;
  /** Whether dictionaries have no order in this program, so that a list may be one in another order. */
  isUnordered?: boolean;
  /** All as text, for Jim tells an array from a list only by its use. */
  variables: Record<string, string>;
  /** Those of the variables that can be read as an array. */
  arrays: Record<string, Record<string, string>>;
}

/** A config that OpenOCD did not run to its end. */
export interface Failed extends Log {
  loaded: false;
  error: Failure;
}

export type Answer = Loaded | Failed;
