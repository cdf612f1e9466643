import { basename } from "node:path";
import type { CodeAction } from "vscode-languageserver";
import { fixAsync } from "../../../check/api.ts";
import { printable } from "../../../report/printable.ts";
import type { Shown } from "../../check/shown.ts";
import type { Workspace } from "../../workspace.ts";
import type { ActionAbilities } from "./abilities.ts";
import { objectionTo, workspaceEdit } from "./workspace-edit.ts";

type Outcome = { action: CodeAction } | { action: undefined };

/** By finding, what its fix came to: an editor asks again each time that the cursor moves. */
const known = new WeakMap<object, Promise<Outcome>>();

/** The fix of a finding, tried and verified as those of the command are; disabled, with the reason, where it does not hold. */
export async function quickFix(
  shown: Shown,
  workspace: Workspace,
  abilities: ActionAbilities,
): Promise<CodeAction | undefined> {
  const { finding, diagnostic } = shown;
  if (finding.fix === undefined) return undefined;
  const outcome = known.get(finding) ?? tried(shown, workspace, abilities);
  known.set(finding, outcome);
  const { action } = await outcome;
  return action && { ...action, diagnostics: [diagnostic] };
}

async function tried(
  { finding, checked }: Shown,
  { folders }: Workspace,
  { versions }: ActionAbilities,
): Promise<Outcome> {
  const { fix, rule, at } = finding;
  const isSafe = fix!.safety === "safe";
  const elsewhere = fix!.edits.find(({ file }) => file !== checked.root)?.file;
  const where = elsewhere === undefined ? "" : ` in ${basename(elsewhere)}`;
  const title = `${isSafe ? "Fix" : "Fix (unsafe, look at it)"}: ${printable(fix!.title)}${where}`;
  const { project, options, fs, cwd } = checked;
  const result = await fixAsync(project, {
    ...options,
    fs,
    cwd,
    unsafe: true,
    only: (one) => one.rule === rule && one.file === at.file && one.start === at.start,
    objectTo: objectionTo(folders, checked),
  });
  const kind = "quickfix";
  if (result.fixed.length === 0) {
    const why = result.left.find((one) => one.rule === rule && one.at.start === at.start)?.why;
    return { action: { title, kind, disabled: { reason: why ?? "the fix does not hold" } } };
  }
  const files = result.files.map(({ path, edits }) => ({ file: path, edits }));
  const texts = {
    ...checked,
    result: { ...checked.result, texts: [...checked.result.texts, ...result.texts] },
  };
  const edit = workspaceEdit(files, texts, { versions });
  return { action: { title, kind, edit, ...(isSafe && { isPreferred: true }) } };
}
