import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import { featureCapabilities } from "./features/index.ts";

/** What the server can do. */
export const capabilities: ServerCapabilities = {
  ...featureCapabilities,
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
};
