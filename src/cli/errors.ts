/** Wrong use or unreadable input: the message goes to standard error, and the exit status is 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
