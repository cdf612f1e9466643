/** An overlay that must not, or cannot, be written. The message says what to do. */
export class OverlayError extends Error {
  override readonly name = "OverlayError";
}
