import type { TextEdit, WorkspaceEdit } from "vscode-languageserver";
import type { Edit } from "../../../edit/edit.ts";
import { decoded } from "../../../files/file-names.ts";
import type { Checked } from "../../check/checked.ts";
import { CheckedTexts } from "../../check/checked.ts";
import { uriIn } from "../../documents.ts";
import type { Folders } from "../../folders.ts";

/** Edits of a file, by its absolute path, in bytes of the text that was checked. */
export interface FileEdits {
  file: string;
  edits: readonly Edit[];
}

/** Edits as an editor takes them; where it looks at versions, for the text that was checked and no other. */
export function workspaceEdit(
  files: readonly FileEdits[],
  checked: Pick<Checked, "open" | "result">,
  { versions }: { versions: boolean },
): WorkspaceEdit {
  const texts = new CheckedTexts(checked);
  const all = files.map(({ file, edits }) => ({
    uri: uriIn(checked.open, file),
    version: checked.open.get(file)?.version ?? null,
    edits: edits.map(
      ({ offset, length, content }): TextEdit => ({
        range: texts.of(file).range(offset, offset + length),
        newText: decoded(content),
      }),
    ),
  }));
  if (!versions) return { changes: Object.fromEntries(all.map(({ uri, edits }) => [uri, edits])) };
  return {
    documentChanges: all.map(({ uri, version, edits }) => ({ textDocument: { uri, version }, edits })),
  };
}

/** Why an editor is not to change a file: what belongs to an install is patched in an overlay, by the command. */
export function objectionTo(
  folders: Folders,
  { open }: Pick<Checked, "open">,
): (file: string) => string | undefined {
  return (file) =>
    folders.has(file) || open.has(file)
      ? undefined
      : "it is outside of the folders that are open in the editor";
}
