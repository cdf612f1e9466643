import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { pathToFileURL } from "node:url";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { serve } from "../../src/editor/server.ts";

/** Files of a folder in the temporary one, made for a test; where a text has a `|`, it marks a position. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "l5cfg-fix-editor-")));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes what `folderWith` made. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export interface ClientOptions {
  folders?: readonly string[];
  settings?: object;
  capabilities?: ClientCapabilities;
  /** What it is set to, for a folder's URI. */
  configuration?: (scope: string) => Promise<object>;
}

const usual: ClientCapabilities = {
  workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } },
  textDocument: {
    codeAction: {
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
    },
  },
};

/** An editor, as far as the server sees it. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #documents = new Map<string, TextDocument>();
  readonly #published = new Map<string, PublishDiagnosticsParams>();
  #listeners: (() => void)[] = [];

  constructor(input: Readable, output: Writable) {
    this.connection = createProtocolConnection(
      new StreamMessageReader(input),
      new StreamMessageWriter(output),
    );
    this.onPublish(() => {});
    this.connection.listen();
  }

  async initialize(options: ClientOptions): Promise<InitializeResult> {
    const { folders = [], settings, capabilities = usual, configuration } = options;
    this.connection.onRequest("workspace/configuration", ({ items }: { items: { scopeUri: string }[] }) =>
      Promise.all(items.map(({ scopeUri }) => configuration?.(scopeUri))),
    );
    const result = await this.connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities,
      ...(settings && { initializationOptions: settings }),
      workspaceFolders: folders.map((path) => ({ uri: uriOf(path), name: path })),
    });
    await this.connection.sendNotification("initialized", {});
    return result as InitializeResult;
  }

  /** Calls back each time that diagnostics of any file are published. */
  onPublish(published: () => void): void {
    this.connection.onNotification("textDocument/publishDiagnostics", (found: PublishDiagnosticsParams) => {
      published();
      this.#published.set(found.uri, found);
      for (const listener of this.#listeners) listener();
    });
  }

  open(path: string, text: string, languageId = "tcl"): string {
    const uri = uriOf(path);
    const document = TextDocument.create(uri, languageId, 1, text);
    this.#documents.set(uri, document);
    void this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Replaces a text by another one, as a change of the words that differ. */
  change(path: string, text: string): void {
    const uri = uriOf(path);
    const before = this.#documents.get(uri)!;
    const version = before.version + 1;
    const old = before.getText();
    let start = 0;
    while (start < old.length && old[start] === text[start]) start++;
    let end = 0;
    while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
    const range = { start: before.positionAt(start), end: before.positionAt(old.length - end) };
    this.#documents.set(uri, TextDocument.create(uri, before.languageId, version, text));
    void this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range, text: text.slice(start, text.length - end) }],
    });
  }

  close(path: string): void {
    void this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: uriOf(path) } });
  }

  document(path: string): TextDocument {
    return this.#documents.get(uriOf(path))!;
  }

  /** What was published of a file that is like this; waits for it. */
  async diagnostics(
    path: string,
    isLike: (found: PublishDiagnosticsParams) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const uri = uriOf(path);
    const version = this.#documents.get(uri)?.version;
    const isIt = (found: PublishDiagnosticsParams | undefined) =>
      found !== undefined && found.version === version && isLike(found);
    while (!isIt(this.#published.get(uri))) {
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve);
      });
    }
    this.#listeners = [];
    return this.#published.get(uri)!.diagnostics;
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params) as Promise<T>;
  }

  /** What is published of a file next, of whatever version. */
  async next(path: string): Promise<void> {
    const [uri, before] = [uriOf(path), this.#published.get(uriOf(path))];
    while (this.#published.get(uri) === before) {
      await new Promise<void>((resolve) => {
        this.#listeners.push(resolve);
      });
    }
    this.#listeners = [];
  }

  async leave(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    this.connection.dispose();
  }
}

export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

/** A server in this process and a client, which talk over streams as they would between two. */
export async function connected(
  options: ClientOptions = {},
): Promise<{ client: Client; ended: Promise<number>; result: InitializeResult; output: PassThrough }> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const ended = serve({ input: toServer, output: toClient });
  const client = new Client(toClient, toServer);
  const result = await client.initialize(options);
  return { client, ended, result, output: toServer };
}
