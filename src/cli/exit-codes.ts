/** The exit statuses of both commands. */
export const ExitCode = {
  /** Nothing to fix, or all of it fixed. */
  Ok: 0,
  /** Findings are left, or OpenOCD would refuse the file. */
  Findings: 1,
  /** Wrong use, unreadable input, an internal error. */
  Trouble: 2,
} as const;
