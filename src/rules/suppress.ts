import type { Edit } from "../edit/edit.ts";
import type { SourceFile } from "../openocd/model.ts";
import type { Finding, Fix } from "./finding.ts";
import { listed } from "./message-text.ts";
import { meantNotes } from "./nearest.ts";
import { type NamedRule, type Suppression, suppressionsIn } from "./suppression.ts";
import { suppressionUnknown, suppressionUnused } from "./suppression-rules.ts";

export interface SuppressOptions {
  /** The names of all rules. */
  known: readonly string[];
  /** The files whose unused suppressions are reported: files that were checked under all their transports. */
  judged: ReadonlySet<string>;
}

/** Removes the findings that comments in the files suppress, and adds findings about faulty comments. */
export function suppress(
  findings: readonly Finding[],
  files: readonly Pick<SourceFile, "path" | "text">[],
  { known, judged }: SuppressOptions,
): Finding[] {
  const suppressions = files.flatMap(suppressionsIn);
  if (suppressions.length === 0) return [...findings];
  const used = new Set<NamedRule>();
  const left = findings.filter((finding) => {
    const silencing = suppressions.flatMap((one) => (covers(one, finding) ? one.rules : []));
    const by = silencing.filter(({ id }) => id === finding.rule);
    for (const rule of by) used.add(rule);
    return by.length === 0;
  });
  return [...left, ...suppressions.flatMap((one) => faults(one, { known, used, judged }))];
}

function covers({ scope, at, line }: Suppression, finding: Finding): boolean {
  if (finding.at.file !== at.file) return false;
  return scope === "file" || (line !== undefined && finding.at.line === line);
}

interface Known {
  known: readonly string[];
  used: ReadonlySet<NamedRule>;
  judged: ReadonlySet<string>;
}

function faults(suppression: Suppression, { known, used, judged }: Known): Finding[] {
  const { scope, rules, reason, at } = suppression;
  if (!["line", "next-line", "file"].includes(scope)) {
    const notes = ["there are disable-next-line, disable-line and disable-file"];
    return [finding(suppressionUnknown.id, suppression, `disable-${scope} means nothing`, notes)];
  }
  if (rules.length === 0) {
    const fix = removal(suppression, rules);
    return [finding(suppressionUnknown.id, suppression, "the suppression names no rule", [], fix)];
  }
  const unknown = rules.filter(({ id }) => !known.includes(id));
  const unused = rules.filter((rule) => known.includes(rule.id) && !used.has(rule));
  const found: Finding[] = [];
  if (unknown.length > 0) found.push(unknownRules(suppression, unknown, known));
  if (unused.length > 0 && judged.has(at.file)) {
    const message = `the suppression of ${listed(unused.map(({ id }) => id))} silences nothing`;
    found.push(finding(suppressionUnused.id, suppression, message, [], removal(suppression, unused)));
  }
  if (reason === "" && found.length === 0) {
    const notes = ["add a reason after two dashes: `-- the board file sets it`"];
    found.push(finding(suppressionUnknown.id, suppression, "the suppression does not say why", notes));
  }
  return found;
}

function unknownRules(
  suppression: Suppression,
  unknown: readonly NamedRule[],
  known: readonly string[],
): Finding {
  const notes = unknown.flatMap(({ id }) => meantNotes(id, known));
  const message = `there is no rule ${listed(unknown.map(({ id }) => id))}`;
  return finding(suppressionUnknown.id, suppression, message, notes, removal(suppression, unknown));
}

function finding(rule: string, { at }: Suppression, message: string, notes: string[], fix?: Fix): Finding {
  return { rule, severity: "warning", message, notes, at, transports: [], ...(fix && { fix }) };
}

/** Removes rules from the comment, or the whole comment where no rule would remain. */
function removal(suppression: Suppression, rules: readonly NamedRule[]): Fix {
  const { at, rules: all } = suppression;
  const isWhole = rules.length === all.length;
  const edits = isWhole ? [removeComment(suppression)] : rules.map((rule) => removeRule(rule, all));
  return {
    safety: "safe",
    title: isWhole ? "take the comment out" : `take ${listed(rules.map(({ id }) => id))} out of the comment`,
    edits: [{ file: at.file, edits }],
    changes: [],
  };
}

/** A comment alone on its line is removed with the line; another one is removed with its separator from the command. */
function removeComment({ at: { source, start, end } }: Suppression): Edit {
  const { text } = source;
  const lineStart = text.lastIndexOf("\n", start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (/^[ \t]*$/.test(before)) {
    const newline = /^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
    return { offset: lineStart, length: end + newline - lineStart, content: "" };
  }
  const from = start - /[ \t]*;?[ \t]*$/.exec(before)![0].length;
  return { offset: from, length: end - from, content: "" };
}

function removeRule({ at: { source, start, end } }: NamedRule, all: readonly NamedRule[]): Edit {
  const { text } = source;
  const isFirst = all[0]!.at.start === start;
  const separator = /^[ \t]*,[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = /[ \t]*,?[ \t]*$/.exec(text.slice(0, start))![0].length;
  return isFirst
    ? { offset: start, length: end + separator - start, content: "" }
    : { offset: start - before, length: end - start + before, content: "" };
}
