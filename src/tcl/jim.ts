/** The releases of Jim Tcl that OpenOCD's builds carry. */
export type JimVersion = "0.77" | "0.79" | "0.80" | "0.81" | "0.83";

/** What a script can do in one Jim and not in another, by the release that brought it. Source: the programs, asked. */
const SINCE = {
  /** A word ends with its closing brace: `{a}b` is a fault. */
  bracesEndWords: "0.79",
  /** `lreplace` may begin after the end of the list. */
  replacesAfterEnd: "0.79",
  /** `defer`, and `file split`. */
  defers: "0.79",
  /** `lsearch -stride` and `-index`, `lsort -stride`. */
  strides: "0.80",
  /** `dict getdef` and `getwithdefault`. */
  dictDefaults: "0.80",
  /** `dict unset` and `dict remove` put the last entry in the place of the one that is gone. */
  movesLastEntry: "0.80",
  /** `lt`, `gt`, `le` and `ge` in expressions. */
  textOrder: "0.80",
  /** Comments in expressions. */
  exprComments: "0.80",
  /** `!true`, `!yes`, …; before, only numbers can be negated. */
  negatesWords: "0.80",
  /** `incr x 1+1`: a number may be an expression. */
  countsByExpressions: "0.80",
  /** A proc's usage says `?arg ...?`, not `?arg...?`. */
  spacesUsage: "0.80",
  /** `loop i 5 {…}`, without a first value. */
  loopsFromZero: "0.80",
  /** `lsort -dictionary`. */
  dictionaryOrder: "0.83",
  /** `try … trap …`. */
  traps: "0.83",
  /** `string`, `dict`, `info` and `namespace` say what they do not know as `file` does. */
  ensemblesThroughout: "0.83",
} as const satisfies Record<string, JimVersion>;

/** What a script can do, by name. */
export type JimFeatures = Readonly<Record<keyof typeof SINCE, boolean>> & {
  readonly version: JimVersion;
  /** Whether `expr` takes several words and joins them, as Tcl does; else it takes one. */
  readonly exprWords: boolean;
};

function featuresOf(version: JimVersion): JimFeatures {
  const features = Object.entries(SINCE).map(([name, since]) => [name, version >= since]);
  return { version, exprWords: version < "0.80", ...Object.fromEntries(features) };
}

/** By release of Jim. */
export const JIM: Readonly<Record<JimVersion, JimFeatures>> = {
  "0.77": featuresOf("0.77"),
  "0.79": featuresOf("0.79"),
  "0.80": featuresOf("0.80"),
  "0.81": featuresOf("0.81"),
  "0.83": featuresOf("0.83"),
};
