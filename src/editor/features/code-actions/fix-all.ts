import type { CodeAction } from "vscode-languageserver";
import { fixAsync } from "../../../check/api.ts";
import type { StopSignal } from "../../../check/steps.ts";
import type { Checked } from "../../check/checked.ts";
import type { Workspace } from "../../workspace.ts";
import type { ActionAbilities } from "./abilities.ts";
import { objectionTo, workspaceEdit } from "./workspace-edit.ts";

/** What an action says whose edit is asked for later. */
interface FixAllData {
  uri: string;
  version: number;
  unsafe: boolean;
}

/**
 * All safe fixes of a file, for an editor that does so when it saves; and all fixes, those of files that it sources among
 * them, only for a person who asks.
 */
export async function fixAllActions(
  checked: Checked,
  workspace: Workspace,
  abilities: ActionAbilities,
  isAsked: (kind: string) => boolean,
): Promise<CodeAction[]> {
  const { findings } = checked.result;
  const has = (safety: "safe" | "unsafe") => findings.some(({ fix }) => fix?.safety === safety);
  const offered = [
    ...(has("safe")
      ? [
          {
            unsafe: false,
            kind: "source.fixAll.l5cfg-fix",
            title: "Fix all that is safe to fix in this file",
          },
        ]
      : []),
    // Not below source.fixAll, which editors apply on saving.
    ...(has("unsafe")
      ? [
          {
            unsafe: true,
            kind: "source.l5cfg-fix.fixAllUnsafe",
            title: "Fix all, unsafe fixes included (look at them)",
          },
        ]
      : []),
  ];
  const { uri, version } = checked.open.get(checked.root)!;
  const actions: CodeAction[] = [];
  for (const { unsafe, kind, title } of offered) {
    if (!isAsked(kind)) continue;
    const data: FixAllData = { uri, version, unsafe };
    const action: CodeAction = { title, kind, data };
    actions.push(abilities.resolves ? action : await withEdit(action, checked, workspace, abilities));
  }
  return actions;
}

/** The action that was chosen, with its edit; without one where the text is another by now. */
export async function resolvedFixAll(
  action: CodeAction,
  workspace: Workspace,
  abilities: ActionAbilities,
  signal?: StopSignal,
): Promise<CodeAction> {
  const data = action.data as FixAllData | undefined;
  const file = data && workspace.documents.at(data.uri);
  const checked = file && workspace.checks.last(file.path);
  if (checked === undefined || checked.open.get(checked.root)?.version !== data?.version) return action;
  if (file?.version !== data?.version) return action;
  return withEdit(action, checked, workspace, abilities, signal);
}

async function withEdit(
  action: CodeAction,
  checked: Checked,
  { folders }: Workspace,
  { versions }: ActionAbilities,
  signal?: StopSignal,
): Promise<CodeAction> {
  const { project, options, fs, cwd, root } = checked;
  const { unsafe } = action.data as FixAllData;
  const isOutside = objectionTo(folders, checked);
  const result = await fixAsync(project, {
    ...options,
    fs,
    cwd,
    unsafe,
    objectTo: (file) => (unsafe || file === root ? isOutside(file) : "it is another file"),
    ...(signal && { signal }),
  });
  const files = result.files.map(({ path, edits }) => ({ file: path, edits }));
  const texts = {
    ...checked,
    result: { ...checked.result, texts: [...checked.result.texts, ...result.texts] },
  };
  return { ...action, edit: workspaceEdit(files, texts, { versions }) };
}
