/** What kind of error it is, for programs. */
export type ErrorCode =
  /** An option or argument that does not fit: an unknown transport or OpenOCD version, say. */
  | "usage"
  /** A project file, `l5cfg-fix.config.json`, that cannot be used as it is. */
  | "project-file"
  /** A path with nothing there to check. */
  | "project"
  /** A file system that was passed in does not do what it should. */
  | "file-system"
  /** Files that must not, or cannot, be written or restored. */
  | "write"
  /** An overlay that must not, or cannot, be written. */
  | "overlay"
  /** A firmware that cannot be read, or holds nothing to write. */
  | "firmware"
  /** A flash run that cannot begin. */
  | "flash"
  /** A config that nothing can be proven for. */
  | "prove";

/** What this library throws where it cannot do what it was asked. The message says what to do. */
export class L5cfgFixError extends Error {
  override readonly name: string = "L5cfgFixError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
