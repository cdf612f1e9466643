import type { CodeAction } from "vscode-languageserver";
import { CheckedTexts } from "../../check/checked.ts";
import type { Shown } from "../../check/shown.ts";
import { indexOf } from "../../syntax/indexes.ts";
import type { Workspace } from "../../workspace.ts";
import type { ActionAbilities } from "./abilities.ts";
import { objectionTo, workspaceEdit } from "./workspace-edit.ts";

/** Rules that are about comments themselves. */
const NEVER = /^suppression-/;

/**
 * Puts a comment before the line that keeps a rule silent there. The reason is for a person to write: until there is one,
 * the comment is a finding itself.
 */
export function suppression(
  { finding, checked, diagnostic, path }: Shown,
  { folders }: Workspace,
  { versions }: ActionAbilities,
): CodeAction | undefined {
  const { rule, at } = finding;
  if (path !== at.file || NEVER.test(rule) || objectionTo(folders, checked)(at.file) !== undefined)
    return undefined;
  const { bytes } = new CheckedTexts(checked).of(at.file);
  const start = bytes.lastIndexOf("\n", at.start - 1) + 1;
  const indent = /^[ \t]*/.exec(bytes.slice(start))![0];
  // In the midst of a command a comment would be some of its words.
  const begins = indexOf(bytes).commands.some(({ node }) => node.start === start + indent.length);
  if (!begins) return undefined;
  const newline = bytes.includes("\r\n") ? "\r\n" : "\n";
  const content = `${indent}# l5cfg-fix disable-next-line ${rule} -- ${newline}`;
  return {
    title: `Suppress ${rule} on this line, with a reason to be written`,
    kind: "quickfix",
    diagnostics: [diagnostic],
    edit: workspaceEdit([{ file: at.file, edits: [{ offset: start, length: 0, content }] }], checked, {
      versions,
    }),
  };
}
