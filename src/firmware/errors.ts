/** A firmware that cannot be read, or holds nothing to write. The message says what to do. */
export class ImageError extends Error {
  override readonly name = "ImageError";
}
