import { L5cfgFixError } from "../errors.ts";

/** Where in a project file something is wrong: lines and columns from 1, columns in UTF-16 code units. */
export interface ProjectFilePlace {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
}

/** A project file that cannot be used as it is. The message says where, and what to do. */
export class ProjectFileError extends L5cfgFixError {
  override readonly name = "ProjectFileError";
  readonly place: ProjectFilePlace;

  constructor(place: ProjectFilePlace, message: string) {
    super("project-file", `${place.file}:${place.line}:${place.column}: ${message}`);
    this.place = place;
  }
}
