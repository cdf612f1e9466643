import type { FileSystem } from "../files/file-system.ts";
import { snapshot } from "../files/snapshot.ts";
import type { Config } from "../openocd/model.ts";
import { releaseNamed } from "../openocd/version.ts";
import type { Finding } from "../rules/finding.ts";
import { rules } from "../rules/index.ts";
import { suppress } from "../rules/suppress.ts";
import { findingsIn } from "./findings.ts";
import type { Job } from "./job.ts";
import { toEnd } from "./steps.ts";
import { type Survey, survey } from "./survey.ts";

/** What the rules find in one run of a config. Run it leniently, so that one fault does not hide the next. */
export function checkConfig(config: Config): Finding[] {
  const { found } = findingsIn({ config, release: releaseNamed(config.openocd) }, (name) => name);
  return suppress(found, config.sources, { known: rules.map(({ id }) => id), judged: new Set() });
}

/** Runs a job, and answers what was found, without what comments in the files suppress. */
export function checkJob(job: Job, fs: FileSystem): Finding[] {
  return surveyJob(job, fs).found;
}

/** Runs a job in one go. */
function surveyJob(job: Job, fs: FileSystem): Survey {
  return toEnd(survey(job, snapshot(fs)));
}
