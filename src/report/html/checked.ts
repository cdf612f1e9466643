import type { Patch } from "../../check/fix.ts";
import { decoded } from "../../files/file-names.ts";
import type { Place } from "../../openocd/place.ts";
import type { Finding, Fix } from "../../rules/finding.ts";
import { nameIn } from "./compared.ts";
import { Texts } from "./lines.ts";
import type { Entry, Page, Section } from "./page.ts";

/** What one path came to when it was checked and fixed in memory. */
export interface CheckedPath {
  path: string;
  /** The folder that names on the page are from. */
  root: string;
  /** The OpenOCD that it was checked for, and how that was told. */
  openocd: string;
  why: string;
  configs: number;
  patch: Patch;
  /** What OpenOCD refuses for reasons that no rule knows. */
  refused: readonly { config: string; message: string }[];
}

/** A page on a check: findings on one side, on the other the text before and after fixing. */
export function checkedPage(paths: readonly CheckedPath[], generator: string): Page {
  const texts = new Texts();
  for (const one of paths) addTexts(texts, one);
  const sections = paths.flatMap((one): Section[] => {
    const { fixed, left } = one.patch;
    const prefix = paths.length > 1 ? `${one.path}: ` : "";
    const all = [
      ...fixed.map((finding) => ({ finding, why: undefined, isFixed: true })),
      ...left.map(({ finding, why }) => ({ finding, why, isFixed: false })),
    ];
    const files = [...new Set(all.map(({ finding }) => finding.at.file))];
    return [
      ...files.map((file) => ({
        title: prefix + nameIn(file, one.root),
        entries: all
          .filter(({ finding }) => finding.at.file === file)
          .sort((a, b) => a.finding.at.start - b.finding.at.start)
          .map(({ finding, why, isFixed }) => findingEntry(finding, why, isFixed, one, texts)),
      })),
      {
        title: `${prefix}Refused by OpenOCD`,
        entries: one.refused.map((refusal) => refusalEntry(refusal, one.root)),
      },
    ];
  });
  const [first] = paths;
  return {
    title: titleOf(paths),
    lead: [leadOf(paths)],
    sides: {
      left: { what: "Before", name: paths.map(({ path }) => path).join(", "), detail: detailOf(first) },
      right: { what: "After", name: "the same, fixed", detail: "nothing was written" },
    },
    legend: [
      ["changed", "fixed"],
      ["left", "left as it is"],
    ],
    sections,
    texts: texts.pairs,
    generator,
  };
}

function titleOf([first, ...more]: readonly CheckedPath[]): string {
  return first === undefined || more.length > 0
    ? `Check of ${more.length + 1} paths`
    : `Check of ${first.path}`;
}

function leadOf(paths: readonly CheckedPath[]): string {
  const sum = (count: (path: CheckedPath) => number) => paths.reduce((all, path) => all + count(path), 0);
  const fixed = sum(({ patch }) => patch.fixed.length);
  const left = sum(({ patch }) => patch.left.length);
  const configs = sum((path) => path.configs);
  const checked = `${configs} ${configs === 1 ? "config" : "configs"} checked under every transport that was asked for`;
  if (fixed + left === 0) return `${checked}; nothing to fix.`;
  return `${checked}; ${fixed + left} ${fixed + left === 1 ? "finding" : "findings"}, of which ${fixed} can be fixed.`;
}

function detailOf(one: CheckedPath | undefined): string {
  return one === undefined ? "" : `OpenOCD ${one.openocd} (${one.why})`;
}

/** The files that a finding is about or a patch changes. */
function addTexts(texts: Texts, { root, patch }: CheckedPath): void {
  const files = new Map(patch.files.map(({ path, before, after }) => [path, { before, after }]));
  for (const { at } of [...patch.fixed, ...patch.left.map(({ finding }) => finding)]) {
    if (!files.has(at.file)) files.set(at.file, { before: at.source.text, after: at.source.text });
  }
  for (const [path, { before, after }] of files) {
    const name = nameIn(path, root);
    texts.add(
      { left: { name, text: decoded(before) }, right: { name, text: decoded(after) }, isOpen: true },
      { left: path, right: path },
    );
  }
}

function findingEntry(
  { rule, severity, message, notes, at, fix }: Finding,
  why: string | undefined,
  isFixed: boolean,
  { patch }: CheckedPath,
  texts: Texts,
): Entry {
  const side = isFixed ? "right" : "left";
  const done = why ?? fix?.title ?? "this one needs a person";
  const isBefore = isOfBefore(at, patch);
  return {
    mark: isFixed ? "changed" : "left",
    label: rule,
    note: severity,
    values: [
      { text: message, isMain: true },
      ...notes.map((text) => ({ text })),
      { side, text: `${isFixed ? "fixed" : fix === undefined ? "no fix" : "left"}: ${done}` },
    ],
    spots: [
      ...texts.spot(isBefore ? "left" : "right", at),
      ...(isFixed && isBefore ? fixedLines(fix!, patch).flatMap((place) => texts.spot("right", place)) : []),
    ],
    children: [],
  };
}

/** The lines of the fixed texts in which a fix begins. */
function fixedLines({ edits }: Fix, { files }: Patch): { file: string; line: number }[] {
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

/** What only came to light when something else was fixed lies in the text as it was by then. */
function isOfBefore(at: Place, { files }: Patch): boolean {
  const file = files.find(({ path }) => path === at.file);
  return file === undefined || file.before === at.source.text;
}

function refusalEntry({ config, message }: CheckedPath["refused"][number], root: string): Entry {
  return { mark: "left", label: nameIn(config, root), values: [{ text: message }], spots: [], children: [] };
}
