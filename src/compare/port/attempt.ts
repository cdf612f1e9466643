import type { FileEdits } from "../../edit/edit.ts";

/** A way to write a difference into the file; whether it does what it should shows when it is run. */
export interface Attempt {
  edits: FileEdits[];
  /** Global variables that it may set anew. */
  variables: string[];
}
