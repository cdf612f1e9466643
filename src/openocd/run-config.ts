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
import type { Files } from "./search.ts";
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

/** Runs a config as {@link loadConfig} does, on files that are passed in: without a disk, and without node. */
export function runConfig(file: string, fs: Files, options: Omit<LoadOptions, "fs"> = {}): Config {
  const openocd = options.openocd ?? defaultOpenOcd;
  const release = releaseOfProgram(openocd, options.facts);
  const adapter = options.adapter ?? adapterOf(options.transport ?? "") ?? "";
  const transport = transportNamed(options.transport ?? "", adapter, release);
  const config = new Loaded({ file, transport, adapter, openocd });
  const session = new Session(config, {
    release,
    files: { ...inBytes(fs), path: fs.path },
    cwd: fileNameBytes(fs.path.resolve(options.cwd ?? ".")),
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
  if (!does(release, "ocd_HOSTOS is missing")) interp.variables.set("ocd_HOSTOS", Value.unknown());
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
