import type { FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import type { Project } from "../../install/project.ts";

/** What comparing two projects gives: files that make the same kind of thing, and files of either side without a counterpart. */
export interface ComparedProjects {
  projects: Both<Project>;
  comparisons: FileComparison[];
  alone: Both<string[]>;
}
