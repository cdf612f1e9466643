import type { FileEdits } from "../../edit/edit.ts";

/** One way to write a difference into the file. Running the result shows whether it works. */
export interface Attempt {
  edits: FileEdits[];
  /** Global variables whose values it may change. */
  variables: string[];
}
