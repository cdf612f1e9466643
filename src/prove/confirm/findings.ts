import { resolve } from "node:path";
import { type LevelOf, withLevels } from "../../check/levels.ts";
import { Plain } from "../../check/plain.ts";
import type { CheckResult, Finding, FixResult } from "../../check/result.ts";
import { fileNameBytes } from "../../files/file-names.ts";
import type { Config } from "../../openocd/model.ts";
import { Place } from "../../openocd/place.ts";
import { configRefused } from "../../rules/config-refused.ts";
import type * as rules from "../../rules/finding.ts";
import { modelDiffers } from "../../rules/model-differs.ts";
import { suppress } from "../../rules/suppress.ts";
import { Source } from "../../tcl/source.ts";
import type { Binary } from "../binary.ts";
import type { ComparedRun } from "./confirm.ts";

const REPORT = "please report this with the config: one of the two is wrong, and until then OpenOCD counts";

/** The same result with what OpenOCD itself said of its configs, and a finding for each thing that we said otherwise. */
export function withConfirmation<Result extends CheckResult | FixResult>(
  result: Result,
  program: Binary,
  compared: readonly ComparedRun[],
  { cwd, severityOf }: { cwd: string; severityOf?: LevelOf | undefined },
): Result {
  const found = merged(compared.filter(({ run }) => !run.agrees).map((one) => findingOf(one, program)));
  const sources = compared.flatMap(({ model }) => model.sources);
  const absolute = (name: string) => resolve(cwd, name);
  const texts = new Map(sources.map(({ path, text }) => [absolute(path), text]));
  const plain = new Plain(absolute, (path) => texts.get(path));
  const files = [...new Map(sources.map((source) => [source.path, source])).values()];
  const left = suppress(found, files, { known: [modelDiffers.id], judged: new Set() });
  const counting = withLevels(
    left.filter(({ rule }) => rule === modelDiffers.id),
    absolute,
    severityOf,
  );
  const own = counting.map((one) => plain.finding(one));
  const known = new Set(result.texts.map(({ path }) => path));
  const confirmed = {
    program: { path: program.path, version: program.version },
    runs: compared.map(({ run }) => run),
  };
  const more = { confirmed, texts: [...result.texts, ...plain.texts.filter(({ path }) => !known.has(path))] };
  const isRight = (finding: Finding) => !isRefuted(finding, compared);
  return "findings" in result
    ? { ...result, ...more, findings: sorted([...result.findings.filter(isRight), ...own]) }
    : { ...result, ...more, left: sorted([...result.left.filter(isRight), ...own]) };
}

/** Whether a finding says that OpenOCD refuses what OpenOCD accepts. */
function isRefuted({ rule, at, transports }: Finding, compared: readonly ComparedRun[]): boolean {
  if (rule !== configRefused.id) return false;
  const about = compared.filter(
    ({ run, model: { problems } }) =>
      (transports.length === 0 || transports.includes(run.transport)) &&
      problems[0]?.at !== undefined &&
      resolve(problems[0].at.file) === at.file &&
      problems[0].at.start === at.start,
  );
  return about.length > 0 && about.every(({ run }) => run.says === "accepted");
}

function findingOf({ run, model }: ComparedRun, { version }: Binary): rules.Finding {
  const { transport, side, differences } = run;
  const whose = side === "patched" ? "this as fixed" : "this";
  const said = differences.map((one) => `OpenOCD ${version} says of ${whose}: ${one}`);
  return {
    rule: modelDiffers.id,
    severity: modelDiffers.severity,
    message: `${said[0]}`,
    notes: [...said.slice(1), oursOf(model), REPORT],
    at: placeOf(run, model),
    transports: transport === "" ? [] : [transport],
  };
}

function oursOf({ problems: [problem] }: Config): string {
  return problem === undefined
    ? "l5cfg-fix expected that it reads this to its end"
    : `l5cfg-fix expected "${problem.message}" (${problem.file}:${problem.line})`;
}

/** Where OpenOCD says it, else where we do, else the config's beginning. */
function placeOf({ config, file, line }: ComparedRun["run"], { sources, problems }: Config): Place {
  const named = file === undefined ? undefined : sources.find(({ path }) => resolve(path) === resolve(file));
  if (named !== undefined && line !== undefined) return lineOf(named.path, named.text, line);
  const [problem] = problems;
  return problem?.at ?? lineOf(config, sources[0]?.text ?? "", 1);
}

function lineOf(path: string, text: string, line: number): Place {
  const source = new Source(fileNameBytes(path), text);
  return new Place({ source, start: source.lineStart(line), end: source.lineEnd(line) });
}

/** The same of several transports is one finding. */
function merged(found: readonly rules.Finding[]): rules.Finding[] {
  const known = new Map<string, rules.Finding>();
  for (const finding of found) {
    const { at, message, transports } = finding;
    const key = JSON.stringify([at.file, at.start, message]);
    const same = known.get(key);
    if (same === undefined) known.set(key, finding);
    else same.transports.push(...transports.filter((one) => !same.transports.includes(one)));
  }
  return [...known.values()];
}

function sorted<T extends Finding>(findings: T[]): T[] {
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return findings.sort((a, b) => order(a.at.file, b.at.file) || a.at.start - b.at.start);
}
