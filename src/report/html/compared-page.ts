import { basename } from "node:path";
import { placeOf } from "../../compare/difference.ts";
import type { FileComparison } from "../../compare/files.ts";
import type { Both } from "../../compare/roles.ts";
import { decoded } from "../../files/file-names.ts";
import type { SourceFile } from "../../openocd/model.ts";
import { usualTransports } from "../../openocd/transport.ts";
import { listed } from "../../rules/message-text.ts";
import { pathName } from "../path-name.ts";
import { effectTree } from "./effect-tree.ts";
import type { Page, Section } from "./page-model.ts";
import { Texts } from "./page-texts.ts";

/** Where the names on a page are from, and for which OpenOCD each side is. */
export interface ComparedSide {
  /** As it was named. */
  path: string;
  root: string;
  openocd: string;
  why: string;
}

/** A page on what configs make differently: the meaning as a tree, the texts beside it. */
export function comparedPage(
  comparisons: readonly FileComparison[],
  sides: Both<ComparedSide>,
  generator: string,
): Page {
  const texts = new Texts();
  const sections = comparisons.flatMap((comparison): Section[] => {
    addTexts(texts, comparison, sides);
    const own = effectTree(comparison, texts);
    if (comparisons.length === 1) return own;
    const name = pathName(comparison.files.file, sides.file.root);
    return own.map((section) => ({ ...section, title: `${name}: ${section.title}` }));
  });
  return {
    title: titleOf(comparisons),
    lead: [leadOf(comparisons)],
    sides: {
      left: { what: "File", name: sides.file.path, detail: detailOf(sides.file) },
      right: { what: "Reference", name: sides.reference.path, detail: detailOf(sides.reference) },
    },
    legend: [
      ["left", "only in the file"],
      ["right", "only in the reference"],
      ["changed", "differs"],
    ],
    sections,
    texts: texts.pairs,
    generator,
  };
}

function detailOf({ openocd, why }: ComparedSide): string {
  return `OpenOCD ${openocd} (${why})`;
}

function titleOf([first, ...more]: readonly FileComparison[]): string {
  if (first === undefined || more.length > 0) return `${more.length + 1} configs, compared by what they make`;
  const names = [...new Set([basename(first.files.file), basename(first.files.reference)])];
  return `${names.join(" and ")}, compared by what ${names.length === 1 ? "it makes" : "they make"}`;
}

function leadOf(comparisons: readonly FileComparison[]): string {
  const count = comparisons.reduce((sum, { differences }) => sum + differences.length, 0);
  const same = comparisons.reduce((sum, one) => sum + one.same, 0);
  const transports = [...new Set(comparisons.flatMap((one) => one.transports))];
  const isUsual = usualTransports.every((transport) => transports.includes(transport));
  const under = transports.length === 0 ? "" : ` under ${isUsual ? "every transport" : listed(transports)}`;
  const head = count === 0 ? "Nothing differs" : `${count} ${count === 1 ? "difference" : "differences"}`;
  const respelled = comparisons.flatMap((one) => one.respelled.map(({ file }) => file.title));
  const spelt = respelled.length === 0 ? "" : ` Only the spelling differs in ${listed(respelled)}.`;
  return `${head}${under}; ${same} ${same === 1 ? "thing is" : "things are"} the same.${spelt}`;
}

/**
 * The texts that make the same things beside each other, those of the files themselves first; then those of one name.
 * Upstream's configs often keep what several chips share in a file of its own.
 */
function addTexts(texts: Texts, { runs, files }: FileComparison, roots: Both<ComparedSide>): void {
  const own = sourcesOf(runs.map(({ file }) => file.sources));
  const others = sourcesOf(runs.map(({ reference }) => reference.sources));
  const counterparts = counterpartsOf(runs, own, others);
  const taken = new Set(counterparts.values());
  const rank = (path: string) => (path === files.file || path === files.reference ? 0 : 1);
  const pairs = [
    ...[...own.values()].map((file) => ({ file, reference: others.get(counterparts.get(file.path) ?? "") })),
    ...[...others.values()].flatMap((reference) =>
      taken.has(reference.path) ? [] : [{ file: undefined, reference }],
    ),
  ];
  const pathOf = ({ file, reference }: (typeof pairs)[number]) => (file ?? reference)!.path;
  for (const pair of pairs.sort((a, b) => rank(pathOf(a)) - rank(pathOf(b)))) {
    const { file, reference } = pair;
    texts.add(
      {
        left: textOf(file, roots.file.root),
        right: textOf(reference, roots.reference.root),
        isOpen: pathOf(pair).endsWith(".cfg"),
      },
      { ...(file && { left: file.path }), ...(reference && { right: reference.path }) },
    );
  }
}

/** For each source of the file the one of the reference that makes most of the same things, else that of its name. */
function counterpartsOf(
  runs: FileComparison["runs"],
  own: ReadonlyMap<string, SourceFile>,
  others: ReadonlyMap<string, SourceFile>,
): Map<string, string> {
  const votes = new Map<string, { file: string; reference: string; count: number }>();
  const vote = (file: string, reference: string, count: number) => {
    const key = `${file}\n${reference}`;
    votes.set(key, { file, reference, count: (votes.get(key)?.count ?? 0) + count });
  };
  for (const { file, reference } of runs.flatMap(({ pairs }) => pairs)) {
    if (file && reference) vote(placeOf(file).file, placeOf(reference).file, 1);
  }
  for (const file of own.keys()) {
    for (const reference of others.keys())
      if (basename(file) === basename(reference)) vote(file, reference, 0.5);
  }
  const counterparts = new Map<string, string>();
  const taken = new Set<string>();
  for (const { file, reference } of [...votes.values()].sort((a, b) => b.count - a.count)) {
    if (counterparts.has(file) || taken.has(reference) || !own.has(file) || !others.has(reference)) continue;
    counterparts.set(file, reference);
    taken.add(reference);
  }
  return counterparts;
}

function sourcesOf(runs: readonly (readonly SourceFile[])[]): Map<string, SourceFile> {
  return new Map(runs.flat().map((source) => [source.path, source]));
}

function textOf(source: SourceFile | undefined, root: string): { name: string; text: string } | undefined {
  return source && { name: pathName(source.path, root), text: decoded(source.text) };
}
