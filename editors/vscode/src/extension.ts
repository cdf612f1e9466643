import { type ExtensionContext, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

let client: LanguageClient | undefined;

/** Starts the server when a config is opened. */
export async function activate(_context: ExtensionContext): Promise<void> {
  const command = workspace.getConfiguration("l5cfg-fix").get("command", "l5cfg-fix");
  const isWindows = process.platform === "win32";
  client = new LanguageClient(
    "l5cfg-fix",
    "OpenOCD configs (l5cfg-fix)",
    {
      command: isWindows ? `"${command}"` : command,
      args: ["lsp"],
      transport: TransportKind.stdio,
      // What npm puts on the PATH of Windows is a script of the shell's.
      options: { shell: isWindows },
    },
    {
      documentSelector: ["openocd", "tcl"].map((language) => ({ scheme: "file", language })),
      diagnosticCollectionName: "l5cfg-fix",
    },
  );
  await client.start();
}

/** Ends the server with the editor. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
