import { resolve } from "node:path";
import { unifiedDiff } from "../edit/diff.ts";
import { flashCommand, shellQuote } from "../emit/command.ts";
import { targetName } from "../emit/openocd-cfg.ts";
import { writeOverlay } from "../emit/overlay.ts";
import { type Scope, scopeOf } from "../install/scope.ts";
import { checkJob } from "../mend/check.ts";
import { fixJob, type Patch } from "../mend/fix.ts";
import type { Job } from "../mend/runs.ts";
import type { Finding } from "../rules/finding.ts";
import { version } from "../version.ts";
import { type Paint, paintFor } from "./colours.ts";
import { UsageError } from "./errors.ts";
import { ExitCode } from "./exit-codes.ts";
import { checkShared, type SharedOptions, variablesOf } from "./inputs.ts";
import { findingJson } from "./report-json.ts";
import { count, describe, describeLeft, describePatch, shown } from "./report-text.ts";

export interface MendOptions extends SharedOptions {
  check?: boolean;
  diff?: boolean;
  output: string;
  unsafe?: boolean;
  quiet?: boolean;
  color: boolean;
}

/** `l5cfg-fix PATH…`: checks, and writes an overlay, a patch or a report. */
export async function mend(paths: readonly string[], options: MendOptions): Promise<number> {
  checkShared(options);
  if (options.check && options.diff) throw new UsageError("--check and --diff exclude each other");
  if (paths.length > 1 && !options.check && !options.diff) {
    throw new UsageError("an overlay is for one path; run l5cfg-fix once for each, with its own -o");
  }
  const work = paths.map((path) => ({ path, ...workFor(path, options) }));
  if (options.check) return check(work, options);
  if (options.diff) return diff(work, options);
  return overlay(work[0]!, options);
}

type Work = { path: string; scope: Scope; job: Job };

function workFor(path: string, options: MendOptions): { scope: Scope; job: Job } {
  const scope = scopeOf(path, { searchPaths: options.search, ...(options.openocd && { openocd: options.openocd }) });
  const job: Job = {
    configs: scope.configs,
    searchPaths: scope.searchPaths,
    openocd: scope.openocd.version,
    variables: variablesOf(options.set),
    ...(options.transport.length > 0 && { transports: options.transport }),
  };
  return { scope, job };
}

function header({ scope }: Work, paint: Paint): string {
  const { version, why } = scope.openocd;
  const here = shown(scope.root, process.cwd());
  return `${paint("bold", here)}: ${count(scope.configs.length, "config")} for OpenOCD ${version} (${why})\n`;
}

function check(work: readonly Work[], options: MendOptions): number {
  const paint = paintFor(process.stdout, options.color);
  const results = work.map((one) => ({ one, findings: checkJob(one.job) }));
  const total = results.reduce((sum, { findings }) => sum + findings.length, 0);
  if (options.format === "json") printJson(results.map(({ one, findings }) => ({ ...head(one), findings: findings.map(findingJson) })));
  else {
    for (const { one, findings } of results) {
      if (!options.quiet) console.error(header(one, paintFor(process.stderr, options.color)));
      for (const finding of findings) console.log(`${describe(finding, { kind: "found" }, one.scope.root, paint)}\n`);
    }
    if (!options.quiet) console.error(total === 0 ? "Nothing to mend." : `${count(total, "finding")}.`);
  }
  return total === 0 ? ExitCode.Ok : ExitCode.Findings;
}

function diff(work: readonly Work[], options: MendOptions): number {
  const patches = work.map((one) => ({ one, patch: patchFor(one, options) }));
  const changes = patches.flatMap(({ one, patch }) =>
    patch.files.map(({ path, before, after }) => ({ name: patchName(path, one.scope.root), before, after })),
  );
  process.stdout.write(Buffer.from(unifiedDiff(changes), "latin1"));
  const paint = paintFor(process.stderr, options.color);
  for (const { one, patch } of patches) {
    for (const text of describeLeft(patch, one.scope.root, paint)) console.error(`${text}\n`);
  }
  return patches.every(({ patch }) => patch.left.length === 0) ? ExitCode.Ok : ExitCode.Findings;
}

/** A name in a patch: from the working directory where the file lies below it, else from the scripts folder. */
function patchName(path: string, root: string): string {
  const here = shown(path, process.cwd());
  return (here === path ? shown(path, root) : here).replaceAll("\\", "/").replace(/^\/+/, "");
}

function patchFor({ job }: Work, { unsafe = false }: MendOptions): Patch {
  return fixJob(job, { unsafe });
}

function overlay(work: Work, options: MendOptions): number {
  const paint = paintFor(process.stdout, options.color);
  const patch = patchFor(work, options);
  const folder = resolve(options.output);
  const isEmpty = patch.files.length === 0;
  const written = isEmpty ? undefined : writeOverlay(folder, { scope: work.scope, patch, transports: options.transport });
  const command = written && shellQuote(flashCommand(written));
  if (options.format === "json") {
    const { mended, left } = patch;
    const files = patch.files.map(({ path, edits }) => ({ path, edits }));
    printJson([{ ...head(work), mended: mended.map(findingJson), left: left.map(leftJson), files, overlay: written && folder, command }]);
  } else {
    if (!options.quiet) console.error(header(work, paintFor(process.stderr, options.color)));
    for (const text of describePatch(patch, work.scope.root, paint)) console.log(`${text}\n`);
    if (!options.quiet) console.log(closing(patch, options.output, written?.manifest.targets ?? [], command));
  }
  return patch.left.length === 0 ? ExitCode.Ok : ExitCode.Findings;
}

function closing(patch: Patch, output: string, targets: readonly string[], command: string | undefined): string {
  const { files, mended, left } = patch;
  if (mended.length + left.length === 0) return "Nothing to mend.";
  const summary = `${count(mended.length, "finding")} mended in ${count(files.length, "file")}, ${left.length} left.`;
  if (command === undefined) return summary;
  const choice = targets.length > 1 ? ` (TARGET may be ${targets.map(targetName).join(", ")})` : "";
  return `${summary} The patched copies are in ${output}; nothing else was touched.\n\nTo flash with them${choice}:\n\n  ${command}`;
}

function leftJson({ finding, why }: { finding: Finding; why?: string }): object {
  return { ...findingJson(finding), ...(why !== undefined && { why }) };
}

function head({ path, scope }: Work): object {
  return { path, openocd: scope.openocd, configs: scope.configs };
}

function printJson(results: readonly object[]): void {
  console.log(JSON.stringify({ tool: `l5cfg-fix ${version}`, schema: 1, results }, null, 2));
}
