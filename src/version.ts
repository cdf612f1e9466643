/** Put in by the build; there is none where the sources run themselves. */
declare const L5CFG_FIX_VERSION: string | undefined;

/** The version of this package; `0.0.0-source` where it was not built. */
export const version: string = typeof L5CFG_FIX_VERSION === "string" ? L5CFG_FIX_VERSION : "0.0.0-source";
