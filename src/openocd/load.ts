import nodePath from "node:path";
import { diskFiles } from "../files/disk-files.ts";
import { fileNameBytes } from "../files/file-names.ts";
import type { FileSystem } from "../files/file-system.ts";
import { inBytes } from "../files/layered-files.ts";
import type { Deadline } from "../tcl/limits.ts";
import { Value } from "../tcl/value.ts";
import { attempt } from "./attempt.ts";
import { find, runFile } from "./commands/scripts.ts";
import { does } from "./data/behaviours.ts";
import { startupLists } from "./data/startup.ts";
import { examine } from "./examine.ts";
import { hostOf } from "./host.ts";
import { Loaded } from "./loaded.ts";
import type { Config } from "./model.ts";
import { type ProgramFacts, releaseOfProgram } from "./program-facts.ts";
import { type Assume, Session } from "./session.ts";
import { startupCall, withinStartup } from "./startup.ts";
import { adapterOf, transportNamed } from "./transport.ts";
import { defaultOpenOcd } from "./version.ts";

type Given = Readonly<Record<string, string>>;

/** What a config is run with. */
export interface LoadOptions {
  /** Folders that `find` looks in, in order: OpenOCD's `-s`. */
  searchPaths?: readonly string[];
  /** Selected before the config runs; a config that selects one itself needs none. */
  transport?: string;
  /** The adapter driver that goes with the transport; where it is not given, one that has the transport. */
  adapter?: string;
  /** The version to behave as, as `openocd --version` says it. Unknown ones are taken for the nearest known. */
  openocd?: string;
  /** What the program itself says that it can do, where it was asked; for the rest, `openocd` is the version. */
  facts?: ProgramFacts | undefined;
  /** Global variables set beforehand, as `-c "set NAME VALUE"` does. */
  variables?: Given;
  fs?: FileSystem;
  /** Where relative names are looked for first; the process's own working directory. */
  cwd?: string;
  /** Goes on past faults that rules know, so that one run finds them all. What OpenOCD would do is then not shown. */
  lenient?: boolean;
  /**
   * For a lenient run: what variables that nothing sets would hold, so that it can go on past them.
   *
   * @internal
   */
  assume?: Assume;
  /**
   * When the run, and the look through its handlers, have to be over: one for all runs of a config.
   *
   * @internal
   */
  deadline?: Deadline;
  /**
   * Does not need an adapter: for a run that only shows whether the config names one.
   *
   * @internal
   */
  seeksAdapter?: boolean;
}

/**
 * Runs a config as OpenOCD would to the end of its configuration stage, harmlessly, and tells what it makes. Never
 * throws on what a config holds: what OpenOCD would refuse is in `problems`. Throws L5cfgFixError for a version that
 * cannot be read.
 *
 * @example
 * ```ts
 * import { loadConfig } from "l5cfg-fix";
 *
 * const plugin = "com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208";
 * const scripts = `fixtures/stm32cubeide_1.4.0/plugins/${plugin}/resources/openocd/st_scripts`;
 * const config = await loadConfig("target/stm32g0x.cfg", {
 *   searchPaths: [scripts],
 *   transport: "hla_swd",
 *   openocd: "0.10.0+dev-g30d1303",
 * });
 * console.log(config.targets[0]?.workArea); // prints { phys: 536870912, virt: 0, size: 8192, backup: false }
 * ```
 */
export async function loadConfig(file: string, options: LoadOptions = {}): Promise<Config> {
  return loadConfigSync(file, options);
}

/**
 * {@link loadConfig} for callers that are not asynchronous.
 *
 * @example
 * ```ts
 * import { loadConfigSync } from "l5cfg-fix";
 *
 * const fs = { read: () => "adapter speed fast", kind: () => "file" as const };
 * console.log(loadConfigSync("board.cfg", { fs }).problems[0]?.message);
 * // prints Invalid command argument: khz option value ('fast') is not valid
 * ```
 */
export function loadConfigSync(file: string, options: LoadOptions = {}): Config {
  const openocd = options.openocd ?? defaultOpenOcd;
  const release = releaseOfProgram(openocd, options.facts);
  const adapter = options.adapter ?? adapterOf(options.transport ?? "") ?? "";
  const transport = transportNamed(options.transport ?? "", adapter, release);
  const config = new Loaded({ file, transport, adapter, openocd });
  const session = new Session(config, {
    release,
    files: inBytes(options.fs ?? diskFiles),
    cwd: fileNameBytes((options.fs?.path ?? nodePath).resolve(options.cwd ?? ".")),
    searchPaths: (options.searchPaths ?? []).map(fileNameBytes),
    lenient: options.lenient ?? false,
    assume: options.assume,
    deadline: options.deadline,
    seeksAdapter: options.seeksAdapter,
  });
  session.interp.host = hostOf(session);
  const given = setBeforehand(session, options.variables ?? {});
  attempt(session, () => script(session, fileNameBytes(file)));
  takeStock(session, given);
  const { uses } = session.recorder;
  // What took more than it may is not looked at further, and what it made is not kept.
  if (isStopped(config)) config.findUsesBy(() => uses);
  else {
    config.findUsesBy(() => {
      examine(session);
      return uses;
    });
  }
  return config;
}

function isStopped({ problems }: Config): boolean {
  return problems.some(({ code, subject }) => code === "stopped" && subject !== "exit");
}

// The config is run by a proc of OpenOCD's own (0.12.0, src/helper/startup.tcl).
function script(session: Session, file: string): void {
  const call = startupCall("script", 1, session.release);
  withinStartup(session.interp, call, () => {
    const path = find(session, file);
    session.recorder.root = path;
    runFile(session, path);
  });
}

/** Sets what OpenOCD's own start-up scripts set, then what `-c "set NAME VALUE"` would. All that is set before the config. */
function setBeforehand(
  { interp, release }: Session,
  variables: Given,
): ReadonlyMap<string, Value | undefined> {
  interp.variables.set("in_process_reset", Value.integer(0));
  if (!does(release, "the system is not told")) interp.variables.set("ocd_HOSTOS", Value.unknown());
  for (const [name, words] of Object.entries(startupLists(release))) {
    interp.variables.set(name, Value.strings(words));
  }
  for (const [name, value] of Object.entries(variables)) interp.variables.set(name, new Value(value));
  return new Map([...interp.global.variables].map(([name, { value }]) => [name, value]));
}

/** Variables that Jim Tcl itself writes. */
const jimVariables = new Set(["errorCode", "errorInfo", "env"]);

function takeStock(session: Session, given: ReadonlyMap<string, Value | undefined>): void {
  const { interp, config } = session;
  interp.frame = interp.global;
  session.recorder.renamedProcedures();
  for (const [name, { value }] of interp.global.variables) {
    if (value === undefined || given.get(name) === value || jimVariables.has(name)) continue;
    // Writing a list as text can take more than running the config did.
    attempt(session, () => {
      config.variables[name] = value.text;
    });
  }
}
