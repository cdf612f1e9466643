import { configJson, type FixResult, fix, loadConfigSync, memoryFiles } from "../core.ts";
import { decoded } from "../files/file-names.ts";
import { checkedPage } from "../report/html/checked-page.ts";
import { markupOf } from "../report/html/page-markup.ts";
import { pathName } from "../report/path-name.ts";
import { printable } from "../report/printable.ts";
import { findingCount } from "../report/result.ts";
import { version } from "../version.ts";
import { logView } from "./log-view.ts";
import { modelTree } from "./model-tree.ts";
import { projectsOf } from "./projects.ts";
import type { Answer, Checked, Model, Request } from "./protocol.ts";

/** Rows of a text that are shown at most; of a longer one those near findings. */
const MOST_ROWS = 3000;

/** Answers a request. What cannot be done is an answer, too. */
export function answer(request: Request, say: (text: string) => void): Answer {
  try {
    if (request.kind === "log") return { kind: "log", ...logView(request.text) };
    return request.kind === "model" ? modelled(request) : checked(request, say);
  } catch (error) {
    return { kind: "error", message: printable(error instanceof Error ? error.message : String(error)) };
  }
}

function checked(request: Extract<Request, { kind: "check" }>, say: (text: string) => void): Checked {
  const begun = performance.now();
  const fs = memoryFiles(new Map(request.files));
  const { openocd, transport, unsafe, config } = request;
  const results = projectsOf(request.files, fs, { openocd, config }).map((project) =>
    fix(project, {
      fs,
      cwd: project.root,
      unsafe,
      ...(transport !== "" && { transports: [transport] }),
      onProgress: ({ config, done, total }) =>
        say(`Running ${pathName(config, project.root)}, ${done + 1} of ${total}`),
    }),
  );
  const page = checkedPage(results, `l5cfg-fix ${version}`);
  const { entries, texts } = markupOf(page, { mostRows: MOST_ROWS });
  return {
    kind: "check",
    title: page.title,
    lead: [...page.lead, ...results.flatMap((result) => loadsText(result) ?? stopsText(result) ?? [])],
    openocd: [...new Set(results.map(openocdText))].join("; "),
    entries: entries.text,
    texts: texts.text,
    findings: results.reduce((sum, result) => sum + findingCount(result), 0),
    refused: results.reduce((sum, result) => sum + refusedIn(result).length, 0),
    patch: results.flatMap(({ files }) => files.map(({ diff }) => diff)).join(""),
    files: results.flatMap(({ files }) => files.map(({ path, name, after }) => ({ path, name, after }))),
    missing: [...new Set(results.flatMap(missingIn))],
    warnings: results.flatMap(({ project }) => project.warnings.map((warning) => printable(warning))),
    configs: results.flatMap(configsOf),
    milliseconds: performance.now() - begun,
  };
}

function openocdText({ openocd: { version, why, standIn } }: FixResult): string {
  const known = standIn === undefined ? "" : `; unknown version, treated as ${standIn}`;
  return printable(`OpenOCD ${version} (${why}${known})`);
}

/** The scripts that runs ended without, or that findings name. */
function missingIn({ runs, left }: FixResult): string[] {
  const refused = runs.flatMap(({ refusal }) =>
    refusal?.code === "file-not-found" && refusal.subject !== undefined ? [refusal.subject] : [],
  );
  const found = left.flatMap(({ rule, message }) =>
    rule === "source-not-found" ? (/^the script (.*) cannot be found$/.exec(message)?.slice(1) ?? []) : [],
  );
  return [...new Set([...refused, ...found].map((name) => printable(decoded(name))))];
}

/** Each config, with the transport under which it gets furthest. */
function configsOf({ project, runs }: FixResult): Checked["configs"] {
  return project.configs.map((path) => {
    const own = runs.filter(({ config }) => config === path);
    const best =
      own.find(({ refusal }) => refusal === undefined) ??
      own.find(({ refusal }) => refusal!.needs === undefined && refusal!.code !== "transport-unsupported") ??
      own[0];
    return { path, transport: best?.transport ?? "" };
  });
}

/** The configs that are refused under every transport, with OpenOCD's words. */
function refusedIn({ project, runs }: FixResult): { config: string; message: string }[] {
  return project.configs.flatMap((config) => {
    const own = runs.filter((run) => run.config === config);
    const [first] = own;
    const isRefused = first?.refusal !== undefined && own.every(({ refusal }) => refusal !== undefined);
    return isRefused ? [{ config, message: first.refusal!.message }] : [];
  });
}

/** Of several configs: how many are refused, by themselves, whatever the transport. */
function stopsText(result: FixResult): string | undefined {
  const { configs, root } = result.project;
  const refused = refusedIn(result);
  const [first] = refused;
  if (first === undefined || configs.length === 1) return undefined;
  return `${refused.length} of them OpenOCD does not read to their ends by themselves, such as ${pathName(first.config, root)}: ${printable(first.message)}. Most need what a board file sets.`;
}

/** Of a single config: under which transports OpenOCD reads it to its end once it is fixed, and why not under the others. */
function loadsText({ project, runs }: FixResult): string | undefined {
  if (project.configs.length !== 1) return undefined;
  const loads = runs.filter(({ refusal }) => refusal === undefined).map(({ transport }) => transport);
  const stops = runs.filter(({ refusal }) => refusal !== undefined);
  const words = new Map<string, string[]>();
  for (const { transport, refusal } of stops) {
    const why = printable(refusal!.message);
    words.set(why, [...(words.get(why) ?? []), transport]);
  }
  const reasons = [...words].map(([why, names]) => `stops under ${names.join(", ")}: ${why}`);
  const good = loads.length === 0 ? [] : [`loads it under ${loads.join(", ")}`];
  return `With the fixes, OpenOCD ${[...good, ...reasons].join("; ")}.`;
}

function modelled({ files, config, openocd, transport }: Extract<Request, { kind: "model" }>): Model {
  const fs = memoryFiles(new Map(files));
  const project = projectsOf(files, fs, { openocd, config })[0];
  const run = (given: string) =>
    loadConfigSync(config, {
      fs,
      cwd: project.root,
      searchPaths: project.searchPaths,
      openocd: project.openocd.version,
      ...(given !== "" && { transport: given }),
    });
  const model = run(transport);
  return {
    kind: "model",
    transport: model.transport,
    openocd: model.openocd,
    tree: modelTree(configJson(model) as Record<string, unknown>),
  };
}
