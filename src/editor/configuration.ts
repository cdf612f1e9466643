import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  MessageType,
  type WorkspaceFolder as ProtocolFolder,
  ShowMessageNotification,
} from "vscode-languageserver";
import type { Folders, WorkspaceFolder } from "./folders.ts";
import { type Settings, settingsFrom } from "./settings.ts";
import { pathOf } from "./text/uris.ts";

/** The name that the settings have in an editor. */
const SECTION = "l5cfg-fix";

/** The files that the editor watches for changes outside of open documents. */
const WATCHED = "**/{*.cfg,*.tcl,l5cfg-fix.config.json}";

/** Keeps the folders and their settings as the editor has them; `changed` is called when they are others. */
export function watchConfiguration(
  connection: Connection,
  folders: Folders,
  changed: () => void,
): { initialize(params: InitializeParams): void } {
  let can: InitializeParams["capabilities"] = {};
  let open: readonly ProtocolFolder[] = [];
  const report = (message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `${SECTION}: ${message}`,
    });

  const settingsOf = async (scopeUri?: string): Promise<Settings> => {
    if (!can.workspace?.configuration) return folders.settings;
    try {
      const item = { section: SECTION, ...(scopeUri && { scopeUri }) };
      const given = await connection.workspace.getConfiguration(item);
      return { ...folders.settings, ...settingsFrom(given, report) };
    } catch (error) {
      report(`the settings could not be had: ${error instanceof Error ? error.message : error}`);
      return folders.settings;
    }
  };

  const update = async () => {
    const all = await Promise.all(
      open.map(async ({ uri }): Promise<WorkspaceFolder[]> => {
        const path = pathOf(uri);
        return path === undefined ? [] : [{ path, settings: await settingsOf(uri) }];
      }),
    );
    folders.set(all.flat());
    changed();
  };

  connection.onInitialized(() => {
    if (can.workspace?.didChangeConfiguration?.dynamicRegistration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    if (can.workspace?.didChangeWatchedFiles?.dynamicRegistration)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: WATCHED }],
      });
    if (can.workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const left = open.filter(({ uri }) => !removed.some((one) => one.uri === uri));
        open = [...left, ...added];
        void update();
      });
    void update();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    const given = (settings as Record<string, unknown> | null)?.[SECTION];
    if (given !== undefined) folders.settings = settingsFrom(given, report);
    void update();
  });

  return {
    initialize({ capabilities, workspaceFolders, rootUri, initializationOptions }) {
      can = capabilities;
      open = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: "" }] : []);
      folders.settings = settingsFrom(initializationOptions, report);
      folders.set(
        open.flatMap(({ uri }) => {
          const path = pathOf(uri);
          return path === undefined ? [] : [{ path, settings: folders.settings }];
        }),
      );
    },
  };
}
