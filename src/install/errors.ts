import { L5cfgFixError } from "../errors.ts";

/** A path that nothing can be done with, or a file on disk that is not what it should be. The message says what to do. */
export class ProjectError extends L5cfgFixError {
  override readonly name = "ProjectError";

  constructor(message: string) {
    super("project", message);
  }
}
