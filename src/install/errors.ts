import { L5cfgFixError } from "../errors.ts";

/** A path that cannot be used, or a file with unexpected content. The message says what to do. */
export class ProjectError extends L5cfgFixError {
  override readonly name = "ProjectError";

  constructor(message: string) {
    super("project", message);
  }
}
