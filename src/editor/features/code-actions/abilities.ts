/** How a client takes what the server offers. */
export interface ActionAbilities {
  /** Whether edits are for versions of files. */
  versions: boolean;
  /** Whether an edit may be asked for when its action is chosen. */
  resolves: boolean;
}
