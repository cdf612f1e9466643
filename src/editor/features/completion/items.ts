import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { decoded } from "../../../files/file-names.ts";
import type { EditorText } from "../../text/editor-text.ts";

/** What something is that can be written. */
export type CandidateKind =
  | "command"
  | "keyword"
  | "proc"
  | "object"
  | "variable"
  | "option"
  | "event"
  | "value"
  | "script"
  | "rule";

export interface Candidate {
  name: string;
  kind: CandidateKind;
  detail?: string;
  documentation?: string;
}

const kinds: Readonly<Record<CandidateKind, CompletionItemKind>> = {
  command: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  proc: CompletionItemKind.Method,
  object: CompletionItemKind.Class,
  variable: CompletionItemKind.Variable,
  option: CompletionItemKind.Property,
  event: CompletionItemKind.Event,
  value: CompletionItemKind.EnumMember,
  script: CompletionItemKind.File,
  rule: CompletionItemKind.Reference,
};

/** Names of one kind, with nothing to say of them. */
export function plain(names: Iterable<string>, kind: CandidateKind, detail?: string): Candidate[] {
  return [...names].map((name) => ({ name, kind, ...(detail !== undefined && { detail }) }));
}

/** Candidates as an editor takes them, each name once; what was typed of one from `start` on gives way to it. */
export function itemsOf(
  text: EditorText,
  { start, offset }: { start: number; offset: number },
  candidates: readonly Candidate[],
): CompletionItem[] {
  const range = text.range(start, offset);
  const known = new Map<string, CompletionItem>();
  for (const { name, kind, detail, documentation } of candidates) {
    const label = decoded(name);
    if (known.has(label)) continue;
    known.set(label, {
      label,
      kind: kinds[kind],
      filterText: label,
      textEdit: { range, newText: label },
      ...(detail !== undefined && { detail: decoded(detail) }),
      ...(documentation !== undefined && { documentation }),
    });
  }
  return [...known.values()];
}
