import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend } from "vscode-languageserver";
import { Token } from "../../tcl/tokens.ts";
import type { CommandUse } from "../syntax/script-index.ts";
import type { AskedFile } from "../workspace.ts";

const types = [
  "comment",
  "keyword",
  "function",
  "variable",
  "parameter",
  "property",
  "number",
  "string",
] as const;
const modifiers = ["declaration", "defaultLibrary"] as const;
type Type = (typeof types)[number];

/** What the numbers in the answer mean. */
export const legend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

interface Stretch {
  start: number;
  end: number;
  type: Type;
  modifier?: (typeof modifiers)[number];
}

const KEYWORDS = new Set(
  "if while for foreach switch proc return break continue catch try error global upvar uplevel expr set unset namespace".split(
    " ",
  ),
);

/** What each word of a file is, as far as that can be seen without running it. */
export function semanticTokens({ file, index, models }: AskedFile): SemanticTokens {
  const procs = new Set(models.flatMap(({ config }) => config.procs.map(({ name }) => name)));
  const stretches: Stretch[] = [
    ...index.comments.map(({ start, end }): Stretch => ({ start, end, type: "comment" })),
    ...index.variables.map(
      ({ start, end, role }): Stretch => ({
        start,
        end,
        type: role === "parameter" ? "parameter" : "variable",
        ...(role === "write" && { modifier: "declaration" as const }),
      }),
    ),
    ...index.commands.flatMap((command) => wordsOf(command, procs)),
  ];
  const builder = new SemanticTokensBuilder();
  let last = -1;
  for (const stretch of stretches.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (stretch.start < last) continue;
    last = stretch.end;
    push(builder, file.text, stretch);
  }
  return builder.build();
}

function wordsOf({ node, name }: CommandUse, procs: ReadonlySet<string>): Stretch[] {
  const [first, ...rest] = node.words;
  const found: Stretch[] = [];
  if (name !== undefined && /^[\w:.-]+$/.test(name)) {
    const type = KEYWORDS.has(name) ? "keyword" : "function";
    const isOwn = procs.has(name) || type === "keyword";
    found.push({ start: first!.start, end: first!.end, type, ...(!isOwn && { modifier: "defaultLibrary" }) });
  }
  if (name === "proc" && rest[0]?.literal !== undefined)
    found.push({ start: rest[0].start, end: rest[0].end, type: "function", modifier: "declaration" });
  for (const word of rest) {
    const { start, end, literal, parts } = word;
    if (parts[0]!.kind === Token.Quote) {
      for (const part of parts)
        if (part.kind === Token.Quote || part.kind === Token.Text)
          found.push({ start: part.start, end: part.end, type: "string" });
    } else if (parts[0]!.kind !== Token.Text || literal === undefined) continue;
    else if (/^-[a-zA-Z]/.test(literal)) found.push({ start, end, type: "property" });
    else if (/^[+-]?(0x[0-9a-f]+|\d+(\.\d+)?)$/i.test(literal)) found.push({ start, end, type: "number" });
  }
  return found;
}

/** A token has to be on one line. */
function push(builder: SemanticTokensBuilder, text: AskedFile["file"]["text"], stretch: Stretch): void {
  const { type, modifier } = stretch;
  const bits = modifier === undefined ? 0 : 1 << modifiers.indexOf(modifier);
  const written = text.bytes.slice(stretch.start, stretch.end);
  for (const { 0: line, index } of written.matchAll(/[^\r\n]+/g)) {
    const { start, end } = text.range(stretch.start + index, stretch.start + index + line.length);
    const length = end.character - start.character;
    if (start.line === end.line && length > 0)
      builder.push(start.line, start.character, length, types.indexOf(type), bits);
  }
}
