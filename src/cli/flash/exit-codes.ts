import type { FailureKind } from "../../flash/index.ts";

/** The exit statuses of `l5cfg-flash`. */
export const FlashExit = {
  Ok: 0,
  /** Wrong use, an unreadable firmware or overlay, no OpenOCD to run, an internal error. */
  Failure: 2,
  config: 3,
  target: 4,
  write: 5,
  verify: 6,
  timeout: 7,
  /** As shells have it for SIGINT. */
  cancelled: 130,
} as const satisfies Record<FailureKind | "Ok" | "Failure", number>;
