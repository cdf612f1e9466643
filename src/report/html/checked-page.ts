import type { Finding, FixResult, LeftFinding } from "../../check/result.ts";
import { decoded } from "../../files/file-names.ts";
import { ruleTexts } from "../../rules/rule-texts.ts";
import { count } from "../count.ts";
import { pathName } from "../path-name.ts";
import { findingsIn, isFault } from "../result.ts";
import { confirmedText } from "../text/confirmed-text.ts";
import type { Entry, Explained, Page, Section } from "./page-model.ts";
import { Texts } from "./page-texts.ts";

/** A page on a check: findings on one side, on the other the text before and after fixing. */
export function checkedPage(results: readonly FixResult[], generator: string): Page {
  const texts = new Texts();
  for (const one of results) addTexts(texts, one);
  const paths = results.map(({ project }) => project.path).join(", ");
  return {
    title: titleOf(results),
    lead: [leadOf(results), ...results.flatMap((one) => confirmedText(one) ?? [])],
    sides: {
      left: { what: "Before", name: paths, detail: detailOf(results[0]) },
      right: { what: "After", name: "the same with the fixes", detail: "nothing was written" },
    },
    legend: [
      ["changed", "has a fix"],
      ["left", "has none, or it is not applied"],
    ],
    sections: results.flatMap((one) => sectionsOf(one, results.length > 1, texts)),
    texts: texts.pairs,
    explained: explainedIn(results),
    generator,
  };
}

function sectionsOf(result: FixResult, isOneOfMany: boolean, texts: Texts): Section[] {
  const { project, fixed, left } = result;
  const prefix = isOneOfMany ? `${project.path}: ` : "";
  const all = [
    ...fixed.map((finding) => ({ finding, isFixed: true })),
    ...left.map((finding) => ({ finding, isFixed: false })),
  ].sort((a, b) => a.finding.at.start - b.finding.at.start);
  const files = new Map<string, Entry[]>();
  for (const { finding, isFixed } of all) {
    const entries = files.get(finding.at.file) ?? [];
    entries.push(findingEntry(finding, isFixed, result, texts));
    files.set(finding.at.file, entries);
  }
  const names = [...files.keys()].sort();
  return names.map((file) => ({
    title: prefix + pathName(file, project.root),
    entries: files.get(file)!,
  }));
}

function titleOf([first, ...more]: readonly FixResult[]): string {
  return first === undefined || more.length > 0
    ? `Check of ${more.length + 1} paths`
    : `Check of ${first.project.path}`;
}

function leadOf(results: readonly FixResult[]): string {
  const sum = (number: (result: FixResult) => number) => results.reduce((all, one) => all + number(one), 0);
  const fixed = sum((one) => one.fixed.length);
  const findings = fixed + sum(({ left, omitted }) => left.filter(isFault).length + omitted);
  const configs = count(
    sum(({ project }) => project.configs.length),
    "config",
  );
  const checked = `${configs} checked under every transport that was asked for`;
  if (findings === 0) return `${checked}; nothing to fix.`;
  return `${checked}; ${count(findings, "finding")} (${bySeverity(results)}), of which ${fixed} can be fixed.`;
}

/** "2 errors, 1 warning". */
function bySeverity(results: readonly FixResult[]): string {
  const all = results.flatMap(findingsIn).map(({ severity }) => severity);
  const counts = (["error", "warning", "info"] as const).map((level) => ({
    what: level === "info" ? "remark" : level,
    number: all.filter((one) => one === level).length,
  }));
  return counts.flatMap(({ what, number }) => (number === 0 ? [] : [count(number, what)])).join(", ");
}

/** The rules that were broken, each with why it matters. */
function explainedIn(results: readonly FixResult[]): Explained[] {
  const broken = new Set<string>(results.flatMap(findingsIn).map(({ rule }) => rule));
  return ruleTexts.filter(({ id }) => broken.has(id)).map(({ id, title, why }) => ({ id, title, text: why }));
}

function detailOf(one: FixResult | undefined): string {
  return one === undefined ? "" : `OpenOCD ${one.openocd.version} (${one.openocd.why})`;
}

/** The files that a finding is in or a patch changes. */
function addTexts(texts: Texts, { project, texts: own, files }: FixResult): void {
  const patched = new Map(files.map(({ path, after }) => [path, after]));
  const known = [
    ...own,
    ...files
      .filter(({ path }) => !own.some((text) => text.path === path))
      .map(({ path, before }) => ({ path, text: before })),
  ];
  for (const { path, text } of known) {
    const name = pathName(path, project.root);
    const after = patched.get(path) ?? text;
    texts.add(
      { left: { name, text: decoded(text) }, right: { name, text: decoded(after) }, isOpen: true },
      { left: path, right: path },
    );
  }
}

function findingEntry(finding: LeftFinding, isFixed: boolean, result: FixResult, texts: Texts): Entry {
  const { rule, severity, message, notes, at, fix, why, isLater } = finding;
  const outcome =
    fix === undefined ? "no automatic fix" : isFixed ? `fix: ${fix.title}` : `left: ${why ?? fix.title}`;
  return {
    mark: isFixed ? "changed" : "left",
    label: rule,
    explained: rule,
    note: severity,
    values: [
      { text: message, isMain: true },
      { text: `${at.line} | ${at.excerpt.text.trimEnd()}`, isCode: true },
      ...notes.map((text) => ({ text })),
      { side: isFixed ? "right" : "left", text: outcome },
    ],
    spots: [
      ...texts.spot(isLater ? "right" : "left", at),
      ...(isFixed && !isLater ? fixedLines(fix!, result).flatMap((place) => texts.spot("right", place)) : []),
    ],
    children: [],
  };
}

/** The lines of the fixed texts in which a fix begins. */
function fixedLines(
  { edits }: NonNullable<Finding["fix"]>,
  { files }: FixResult,
): { file: string; line: number }[] {
  return edits.flatMap(({ file, edits: [edit] }) => {
    const patched = files.find(({ path }) => path === file);
    if (patched === undefined || edit === undefined) return [];
    const ahead = patched.edits.filter(({ offset }) => offset < edit.offset);
    const shift = ahead.reduce((sum, { content, length }) => sum + content.length - length, 0);
    const blank = /^\s*/.exec(edit.content)![0].length;
    const line = patched.after.slice(0, edit.offset + shift + blank).split("\n").length;
    return [{ file, line }];
  });
}
