import type { Release } from "../openocd/data/releases.ts";
import type { Config } from "../openocd/model.ts";
import type { Finding, Severity } from "./finding.ts";
import type { Library } from "./library.ts";

/** A rule's documentation. */
export interface Rule {
  id: string;
  severity: Severity;
  /** What it finds, in a few words. */
  title: string;
  /** Why it matters, and what happens if the fault is not fixed. */
  why: string;
  /** Set where only a release's table proves the fault: it is a warning where the release in use may be another one. */
  isByTable?: true;
  /** Set where a script that cannot be found may define what is missing: then there is no finding. */
  mayFollow?: true;
  check(context: RuleContext): Iterable<Observation>;
}

/** One run of a config, as a rule sees it. */
export interface RuleContext {
  config: Config;
  release: Release;
  /** The available scripts; undefined where only the config itself is given. */
  library?: Library;
}

/** A finding, before the run and the rule are added to it. */
export type Observation = Omit<Finding, "rule" | "severity" | "transports"> & {
  /** Where it differs from the rule's own. */
  severity?: Severity;
};
