import type { FileEdits } from "../edit/edit.ts";
import type { Place } from "../openocd/place.ts";
import type { Change } from "./change.ts";

/** Whether something goes wrong there (`error`), may go wrong (`warning`), or is only worth knowing (`info`). */
export type Severity = "error" | "warning" | "info";

/** A way to fix a finding. */
export interface Fix {
  /** Safe fixes keep all that works working; unsafe ones want a person's yes. */
  safety: "safe" | "unsafe";
  /** What it does, in the imperative: "add a work area of 0x10000 bytes at 0x20000000". */
  title: string;
  edits: FileEdits[];
  changes: Change[];
}

/** Something in a config that is missing or wrong. */
export interface Finding {
  rule: string;
  severity: Severity;
  /** What is wrong, in one sentence. */
  message: string;
  /** What else a person should know: where something similar was found, why that is not enough, what is needed. */
  notes: string[];
  at: Place;
  /** The transports under which it shows. */
  transports: string[];
  fix?: Fix;
}
