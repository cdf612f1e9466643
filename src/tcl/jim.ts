/** The releases of Jim Tcl that OpenOCD's builds carry. */
export type JimVersion = "0.77" | "0.79" | "0.80" | "0.81" | "0.83";

/** What a script can do in one Jim and not in another. */
export interface JimFeatures {
  /** Whether `expr` takes several words and joins them, as Tcl does; else it takes one. */
  readonly exprWords: boolean;
}

/** By release of Jim. Source: the programs, asked. */
export const JIM: Readonly<Record<JimVersion, JimFeatures>> = {
  "0.77": { exprWords: true },
  "0.79": { exprWords: true },
  "0.80": { exprWords: false },
  "0.81": { exprWords: false },
  "0.83": { exprWords: false },
};
