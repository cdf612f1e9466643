import { fileNameBytes } from "../files/file-names.ts";
import type { SourceFile } from "../openocd/model.ts";
import { Place } from "../openocd/place.ts";
import { Source } from "../tcl/source.ts";
import { parse, type Script } from "../tcl/syntax.ts";
import { Token } from "../tcl/tokens.ts";

/** A rule's name in a suppression, with its location. */
export interface NamedRule {
  id: string;
  at: Place;
}

/**
 * A comment that suppresses rules, with a scope and a reason:
 *
 *     # l5cfg-fix disable-next-line RULE[, RULE] -- why
 *     some command ;# l5cfg-fix disable-line RULE -- why
 *     # l5cfg-fix disable-file RULE -- why
 */
export interface Suppression {
  /** What follows `disable-`. */
  scope: string;
  rules: NamedRule[];
  /** The text after `--`; empty where there is none. */
  reason: string;
  /** The comment, without its line end. */
  at: Place;
  /** The line that it refers to; undefined for a whole file, and for an unknown scope. */
  line: number | undefined;
}

const MARK = "l5cfg-fix";
/** The maximum nesting of braces and brackets in which comments are found. */
const DEEPEST = 200;
/** The rules, and the text after `--`. */
const NAMES = /^(.*?)(?:(?<![^ \t])--(?=[ \t]|$)(.*))?$/s;
const COMMENT = /^#+[ \t]*l5cfg-fix[ \t]+disable-(\S+)[ \t]*/;

/** Every suppression in a file, including those in handlers, procs and branches. */
export function suppressionsIn({ path, text }: Pick<SourceFile, "path" | "text">): Suppression[] {
  if (!text.includes(MARK)) return [];
  const source = new Source(fileNameBytes(path), text);
  const found: Suppression[] = [];
  for (const comment of commentsIn(text)) {
    const suppression = read(source, comment);
    if (suppression !== undefined) found.push(suppression);
  }
  return found;
}

// Braces are searched as scripts. Where they contain something else, a comment of this form in them still means the
// same.
function commentsIn(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let scripts: Script[] = [parse(text)];
  for (let depth = 0; depth < DEEPEST && scripts.length > 0; depth++) {
    const inner: Script[] = [];
    for (const leaf of scripts.flatMap((script) => [...script.leaves()])) {
      if (leaf.kind === Token.Comment) found.push(leaf);
      else if (leaf.text.includes(MARK) && leaf.script !== undefined) inner.push(leaf.script);
    }
    scripts = inner;
  }
  return found.sort((a, b) => a.start - b.start);
}

function read(source: Source, { start, end }: { start: number; end: number }): Suppression | undefined {
  const text = source.text.slice(start, end).replace(/\r?\n$/, "");
  const match = COMMENT.exec(text);
  if (match === null) return undefined;
  const [head, scope] = match as unknown as [string, string];
  const [, names, reason] = NAMES.exec(text.slice(head.length)) as unknown as [string, string, string?];
  const at = new Place({ source, start, end: start + text.length });
  return {
    scope,
    rules: named(source, names, start + head.length),
    reason: reason?.trim() ?? "",
    at,
    line: lineOf(scope, at),
  };
}

function named(source: Source, text: string, offset: number): NamedRule[] {
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => {
    const start = offset + index;
    return { id, at: new Place({ source, start, end: start + id.length }) };
  });
}

/** The next line that is neither empty nor a comment, so that several comments may refer to one line. */
function lineOf(scope: string, { source, line }: Place): number | undefined {
  if (scope === "line") return line;
  if (scope !== "next-line") return undefined;
  let next = line + 1;
  while (next < source.firstLine + source.lineCount && /^[ \t]*(#.*)?\r?$/.test(source.lineText(next)))
    next++;
  return next;
}
