import { checkJob } from "../../check/check.ts";
import type { PatchedFile } from "../../check/fix.ts";
import { withFiles } from "../../files/layered-files.ts";
import type { Problem } from "../../openocd/model.ts";
import type { Finding } from "../../rules/finding.ts";
import type { Work } from "./work.ts";

/** A config that OpenOCD refuses, and the first problem it has with it. */
export interface Refusal {
  config: string;
  problem: Problem;
}

/** What there is to say of a path, without fixing anything. */
export interface Survey {
  findings: Finding[];
  /** The configs that OpenOCD refuses under every transport for what no rule knows. */
  refused: Refusal[];
  /**
   * Whether it refuses all that was named, so that nothing was checked. Of a folder's configs some are parts of others
   * and need not run alone.
   */
  isRefused: boolean;
}

/** Runs what a path holds, with its patched files, once. */
export function survey({ scope, job, fs }: Work, files: readonly PatchedFile[] = []): Survey {
  const refusals = new Map<string, Problem | undefined>();
  const patched = withFiles(new Map(files.map(({ path, after }) => [path, after])), fs);
  const findings = checkJob(job, patched, ({ config }, own) => {
    const problem = own.length === 0 ? config.problems[0] : undefined;
    const isFirst = !refusals.has(config.file);
    refusals.set(config.file, isFirst ? problem : problem && refusals.get(config.file));
  });
  const refused = [...refusals].flatMap(([config, problem]) => (problem ? [{ config, problem }] : []));
  return { findings, refused, isRefused: refused.length === scope.configs.length };
}
