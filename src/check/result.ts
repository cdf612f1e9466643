/**
 * The result of a check or a fix: plain data, which survives `structuredClone`, JSON and a worker. All output is made from
 * it. Text for users is decoded as UTF-8. Texts of files and of edits are bytes, one character each, as `applyEdits`
 * expects them.
 */

import type { Edit } from "../edit/edit.ts";
import type { ProblemCode, ProblemLevel } from "../openocd/model.ts";
import type { Severity } from "../rules/finding.ts";
import type { RuleId } from "../rules/rule-texts.ts";
import type { Confirmation } from "./confirmation.ts";
import type { Location, Range } from "./location.ts";

/** Something in a config that is missing, wrong, or refused by OpenOCD. */
export interface Finding {
  rule: RuleId;
  severity: Severity;
  /** What is wrong, in one sentence. */
  message: string;
  /** What else there is to know: where something similar was found, why that is not enough, what is needed. */
  notes: string[];
  at: Location;
  /** The transports under which it shows. */
  transports: string[];
  fix?: Fix;
}

/** A way to fix a finding. */
export interface Fix {
  /** Safe fixes keep all that works working; unsafe ones need a person to agree. */
  safety: "safe" | "unsafe";
  /** What it does, in the imperative: "add a work area of 0x10000 bytes at 0x20000000". */
  title: string;
  /** By file, by absolute path. Offsets are those of the file as it is. */
  edits: { file: string; edits: (Edit & Range)[] }[];
}

/** Which finding it is: where it is, in a file by its absolute path, in bytes. */
export interface FindingKey {
  rule: string;
  file: string;
  start: number;
}

/** One config run under one transport, before any fix in a {@link CheckResult}, after all fixes in a {@link FixResult}. */
export interface RunResult {
  /** Absolute. */
  config: string;
  /** Empty where the config selects none and none was given. */
  transport: string;
  /** The adapter driver; empty where none was selected. */
  adapter: string;
  /** Whether the config selects it itself. */
  choosesAdapter: boolean;
  /** The files that it read, by absolute path, itself among them. */
  read: string[];
  /** Why OpenOCD would not read the config to its end under this transport; absent where it would. */
  refusal?: RunRefusal;
}

/** What OpenOCD refuses first in a run. */
export interface RunRefusal {
  code: ProblemCode;
  /** OpenOCD's own words where it has some. */
  message: string;
  /** File and line as OpenOCD says them; `location` is the place in the config, where there is one. */
  file: string;
  line: number;
  location?: Location;
  /** The innermost level first, as OpenOCD prints it. */
  stack: ProblemLevel[];
  /** What the message is about: the driver, dap, command or file that is not there. */
  subject?: string;
  /** Set where the config only lacks what a board file would give it; that is no error, and no finding. */
  needs?: "adapter" | "transport" | "variable";
}

/** The OpenOCD that a project was checked for. */
export interface UsedOpenOcd {
  /** As `openocd --version` says it. */
  version: string;
  /** How that is known, in a few words. */
  why: string;
  /** Whether that very build is known, not just one like it. */
  exact: boolean;
  /** The known version whose tables were used where it is not. */
  standIn?: string;
}

/** What was checked together. Paths are absolute unless they are as given. */
export interface CheckedProject {
  /** As given. */
  path: string;
  /** `file`: a config. `folder`: one with configs, or a part of a scripts folder; `command`: a command line. */
  kind: "file" | "folder" | "scripts" | "plugin" | "install" | "overlay" | "command";
  /** The same as `path`, absolute. */
  location: string;
  /** The folder that names of patched files are relative to. */
  root: string;
  configs: string[];
  /** OpenOCD's `-s`, in order. */
  searchPaths: string[];
  /** The project file, absolute, that says how the configs are run, where there is one. */
  projectFile?: string;
  /** What there is to know of what was found: which of several installs, what does not go together. */
  warnings: string[];
}

/** What both results have. */
interface Result {
  project: CheckedProject;
  openocd: UsedOpenOcd;
  runs: RunResult[];
  /** The files that were read, by absolute path: what a build has to watch. */
  read: string[];
  /** The texts of the files that findings and fixes are in, as they are before any fix, by absolute path. */
  texts: { path: string; text: string }[];
  /** How many findings there are beyond those in the lists. */
  omitted: number;
  /** What the OpenOCD at hand says of the configs, where it was asked. */
  confirmed?: Confirmation;
}

/** What a project was found to be, without any change. */
export interface CheckResult extends Result {
  /** In the order of files and lines, without what comments in the files suppress. */
  findings: Finding[];
}

/** The result of fixing a project in memory. No file is written. */
export interface FixResult extends Result {
  files: FixedFile[];
  /** What the patch fixes. */
  fixed: FixedFinding[];
  /** What is left, with the reason where a fix was tried and taken back. */
  left: LeftFinding[];
}

/** A finding that a patch fixes. */
export interface FixedFinding extends Finding {
  /** Whether other fixes had to come first; its location is then in the text as patched by those. */
  isLater?: true;
}

/** A finding that is left after a fix. */
export interface LeftFinding extends FixedFinding {
  /** Why its fix was not applied, where it has one. */
  why?: string;
}

/** A file that a patch changes. */
export interface FixedFile {
  /** Absolute. */
  path: string;
  /** Relative to the project's root, with forward slashes. */
  name: string;
  before: string;
  after: string;
  /** Offsets are those of `before`. */
  edits: Edit[];
  /** The change as a unified diff under `name`. */
  diff: string;
}
