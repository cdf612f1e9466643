import { defineCommands } from "../tcl/commands/index.ts";
import { type Command, Interp } from "../tcl/interp.ts";
import { JIM } from "../tcl/jim.ts";
import type { Deadline } from "../tcl/limits.ts";
import type { Value } from "../tcl/value.ts";
import type { Release } from "./data/releases.ts";
import type { ResetGroup } from "./data/reset-flags.ts";
import { noteExprOfWords, refuseExprOfWords } from "./expr-words.ts";
import { Lenience } from "./lenience.ts";
import type { Config, EventHandler, Made, Target } from "./model.ts";
import { Objects } from "./objects.ts";
import { Recorder } from "./recorder.ts";
import type { Files } from "./search.ts";

export interface SessionOptions {
  release: Release;
  files: Files;
  /** Where relative names are looked for first. */
  cwd: string;
  searchPaths: readonly string[];
  /** Goes on past faults that rules know, so that one run finds them all. */
  lenient: boolean;
  /** Needs no adapter: a run that only shows whether the config names one. */
  seeksAdapter?: boolean | undefined;
  /** For a lenient run: what a global variable that nothing set would hold, so that it can go on. */
  assume?: Assume | undefined;
  /** When all of it has to be over; by itself a run has a deadline of its own. */
  deadline?: Deadline | undefined;
}

/** A guess at a variable's value, by what the config has made so far. */
export type Assume = (name: string, known: Known) => string | undefined;

interface Known extends Made {
  config: Config;
  /** The value of another global variable. */
  read(name: string): string | undefined;
}

/** The state of one run of OpenOCD that touches nothing: what its commands change is the model. */
export class Session {
  readonly interp: Interp;
  readonly config: Config;
  readonly release: Release;
  readonly files: Files;
  readonly cwd: string;
  readonly assume: Assume | undefined;
  readonly recorder: Recorder;
  readonly lenience: Lenience;
  readonly seeksAdapter: boolean;
  readonly objects = new Objects();
  /** Whether `init` was called, so that commands which need hardware are allowed. */
  initialised = false;
  /** Whether the transport was chosen before the config began. */
  readonly isTransportGiven: boolean;
  /** Whether the transport was asked for, in a lenient run, before there was an adapter. */
  lacksAdapter = false;
  /** The command that first needed an adapter, in a lenient run, before there was one. */
  adapterNeededAt: Made | undefined;
  /** The command for which the adapter's first transport was taken, as none had been selected. */
  transportTakenAt: Made | undefined;
  currentTarget: Target | undefined;
  /** The folders that `find` looks in, in order; a config may add to them. */
  readonly searchPaths: string[];
  /** What `reset_config` was given last, by the group of the word. */
  readonly resetConfig = new Map<ResetGroup, string>();
  /** Names that `find` did not find, in a lenient run: reading them is no second fault. */
  readonly missingFiles = new Set<string>();
  /** How many `source` commands are running, each inside the one before. */
  sourceDepth = 0;
  /** What was set of the adapter and the servers, by command. */
  readonly settings = new Map<string, string>();
  /** The drivers of NAND and PLD devices that were declared; each brings commands of its own. */
  readonly devices = new Set<string>();
  /** The names of programmable devices that were created. */
  readonly plds = new Set<string>();
  /** The handlers as values, which know where they were written. */
  readonly handlerScripts = new Map<EventHandler, Value>();

  constructor(config: Config, options: SessionOptions) {
    const { release, files, cwd, searchPaths, lenient, seeksAdapter = false, assume, deadline } = options;
    this.interp = new Interp(deadline && { deadline });
    this.config = config;
    this.release = release;
    this.files = files;
    this.cwd = cwd;
    this.assume = assume;
    this.seeksAdapter = seeksAdapter;
    this.isTransportGiven = config.transport !== "";
    this.searchPaths = [...searchPaths];
    this.recorder = new Recorder(this.interp, config);
    this.lenience = new Lenience(lenient, this.interp, this.recorder);
    const { jim, joinsExpr } = release;
    defineCommands(this.interp, joinsExpr ? { ...JIM[jim], exprWords: true } : JIM[jim]);
    if (joinsExpr) noteExprOfWords(this);
    else if (!JIM[jim].exprWords) refuseExprOfWords(this);
  }

  /** Whether handlers and procs are being looked through: nothing that they do changes the model. */
  get examining(): boolean {
    return this.recorder.isExamining;
  }

  /** Whether commands that need hardware are allowed. */
  get isRunning(): boolean {
    return this.initialised || this.examining;
  }

  /** The command that can be called by this name now. */
  lookup(name: string): Command | undefined {
    return this.interp.lookup(name);
  }
}
