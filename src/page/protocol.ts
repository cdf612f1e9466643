/** What the page asks its worker, and what that answers: plain data. Texts of files are bytes, one character each. */

import type { LogView } from "./log-view.ts";
import type { TreeNode } from "./model-tree.ts";

/** What was dropped: paths from `/`, and texts. */
export type DroppedFiles = readonly (readonly [path: string, text: string])[];

/** How configs are run. */
interface RunChoice {
  /** A known release's version; empty for the version that the files show, or else the default. */
  openocd: string;
  /** The usual ones where it is empty. */
  transport: string;
}

export type Request =
  | ({ kind: "check"; files: DroppedFiles; config: string; unsafe: boolean } & RunChoice)
  | ({ kind: "model"; files: DroppedFiles; config: string } & RunChoice)
  | { kind: "log"; text: string };

/** A file that a fix changes. */
interface PatchedFile {
  path: string;
  name: string;
  after: string;
}

/** The result of a check and a fix, ready to be shown. The markup is escaped. */
export interface Checked {
  kind: "check";
  title: string;
  lead: readonly string[];
  /** What was used: the release and how it is known. */
  openocd: string;
  /** The findings, and the texts beside them. */
  entries: string;
  texts: string;
  findings: number;
  /** How many configs OpenOCD reads to their ends under none of the transports, also with the fixes. */
  refused: number;
  /** A unified diff of all that is fixed. */
  patch: string;
  files: readonly PatchedFile[];
  /** Scripts that configs source and that were not dropped. */
  missing: readonly string[];
  warnings: readonly string[];
  /** With the transport under which each gets furthest. */
  configs: readonly { path: string; transport: string }[];
  milliseconds: number;
}

/** What a config makes under a transport. */
export interface Model {
  kind: "model";
  transport: string;
  openocd: string;
  tree: readonly TreeNode[];
}

export type Answer = Checked | Model | ({ kind: "log" } & LogView) | { kind: "error"; message: string };

/** What the worker says while it works: that it is alive, and how far it is. */
interface ProgressNote {
  kind: "progress";
  text: string;
}

export type Reply = Answer | ProgressNote;
