/** Nothing can be proven: no OpenOCD, no board for the chip, a firmware that does not fit. The message says what to do. */
export class ProveError extends Error {
  override readonly name = "ProveError";
}
