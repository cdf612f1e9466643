/** A flash run that cannot begin: no overlay, no OpenOCD, words that do not fit. The message says what to do. */
export class FlashError extends Error {
  override readonly name = "FlashError";
}
