import type { Release } from "../openocd/data/releases.ts";
import type { Config } from "../openocd/model.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Library } from "./library.ts";

/** What a rule says of itself. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What it finds, in a few words. */
  title: string;
  /** Why it matters, and what happens to somebody who leaves it. */
  why: string;
  /** Set where only the table of a release says so: a warning where that release is not known to be the one in use. */
  isByTable?: true;
  /** Set where what is missing may be what a script would bring that cannot be found: then it is no finding. */
  mayFollow?: true;
  check(context: RuleContext): Iterable<Observation>;
}

/** One run of a config, as a rule sees it. */
export interface RuleContext {
  config: Config;
  release: Release;
  /** The scripts at hand; undefined where only the config itself is given. */
  library?: Library;
}

/** A finding, before the run and the rule are written into it. */
export type Observation = Omit<Finding, "rule" | "severity" | "transports"> & {
  /** Where it is not the rule's own. */
  severity?: Severity;
};
