import type { CodeAction, CodeActionParams } from "vscode-languageserver";
import { shownOf } from "../check/shown.ts";
import type { Workspace } from "../workspace.ts";
import type { ActionAbilities } from "./code-actions/abilities.ts";
import { fixAllActions } from "./code-actions/fix-all.ts";
import { quickFix } from "./code-actions/quick-fix.ts";
import { suppression } from "./code-actions/suppression.ts";

/** What can be done about the findings in a range: each fixed or suppressed, or all of the file's check fixed. */
export async function codeActions(
  { textDocument, range, context }: CodeActionParams,
  workspace: Workspace,
  abilities: ActionAbilities,
): Promise<CodeAction[]> {
  const { documents, checks, folders } = workspace;
  const file = documents.at(textDocument.uri);
  if (file === undefined) return [];
  const isAsked = (kind: string) => context.only?.some((one) => isOfKind(kind, one)) ?? true;
  const current = checks
    .reading(file.path)
    .filter(({ open }) => open.get(file.path)?.version === file.version);
  const actions: CodeAction[] = [];
  if (isAsked("quickfix")) {
    const shown = current
      .flatMap((checked) => shownOf(checked, folders))
      .filter((one) => one.path === file.path && touches(one.diagnostic.range, range));
    for (const one of shown) {
      const fixed = await quickFix(one, workspace, abilities);
      if (fixed !== undefined) actions.push(fixed);
      const suppressed = suppression(one, workspace, abilities);
      if (suppressed !== undefined) actions.push(suppressed);
    }
  }
  const own = current.find(({ root }) => root === file.path);
  if (own !== undefined) actions.push(...(await fixAllActions(own, workspace, abilities, isAsked)));
  return unique(actions);
}

/** `source.fixAll` asks for `source.fixAll.l5cfg-fix`, too. */
function isOfKind(kind: string, asked: string): boolean {
  return asked === "" || kind === asked || kind.startsWith(`${asked}.`);
}

function touches(a: CodeActionParams["range"], b: CodeActionParams["range"]): boolean {
  const isBefore = (one: typeof a.start, other: typeof a.start) =>
    one.line < other.line || (one.line === other.line && one.character < other.character);
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** Several checks may offer the same. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map(actions.map((action) => [JSON.stringify([action.title, action.edit]), action]));
  return [...known.values()];
}
