/** The exit statuses of `l5cfg-fix`. */
export const ExitCode = {
  /** Nothing to fix, or all of it fixed. */
  Ok: 0,
  /** Findings are left. */
  Findings: 1,
  /** Wrong use, unreadable input, an internal error. */
  Failure: 2,
} as const;
