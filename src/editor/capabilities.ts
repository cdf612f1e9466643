import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";

/** What the server can do. Formatting is none of it: what an editor may rewrite, the fixes say. */
export function capabilities(): ServerCapabilities {
  return {
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
