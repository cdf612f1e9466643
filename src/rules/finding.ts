import type { FileEdits } from "../edit/edit.ts";
import type { Place } from "../openocd/place.ts";
import type { Change } from "./change.ts";

/** Whether something goes wrong there (`error`), may go wrong (`warning`), or is only worth knowing (`info`). */
export type Severity = "error" | "warning" | "info";

/** A way to fix a finding. */
export interface Fix {
  /** A safe fix keeps everything that works working. An unsafe fix needs the user's consent. */
  safety: "safe" | "unsafe";
  /** What the fix does, in the imperative: "add a work area of 0x10000 bytes at 0x20000000". */
  title: string;
  edits: FileEdits[];
  changes: Change[];
}

/** A fault in a config: something is missing or wrong. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** The fault, in one sentence. */
  message: string;
  /** More facts for the user: where something similar was found, why that is not enough, what is needed. */
  notes: string[];
  at: Place;
  /** The transports under which it occurs. */
  transports: string[];
  fix?: Fix;
}
