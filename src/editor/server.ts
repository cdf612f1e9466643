import type { Readable, Writable } from "node:stream";
import {
  type Connection,
  createConnection,
  DiagnosticSeverity,
  type InitializeParams,
  type InitializeResult,
  ProposedFeatures,
} from "vscode-languageserver";
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { version } from "../version.ts";
import { capabilities } from "./capabilities.ts";
import { Checks } from "./check/checks.ts";
import { diagnosticsOf, toolName } from "./check/diagnostics.ts";
import { Publisher } from "./check/publisher.ts";
import { watchConfiguration } from "./configuration.ts";
import { Documents } from "./documents.ts";
import { Folders } from "./folders.ts";
import { lifetimeOf } from "./lifetime.ts";
import { Projects } from "./projects.ts";

/** What a server talks through, and with whom it ends. */
export interface ServerOptions {
  input: Readable;
  output: Writable;
  /** The editor's process, where it is known before the editor says so. */
  clientProcessId?: number;
}

/** Serves one editor until it leaves. Answers the exit status that the protocol asks for. */
export async function serve({ input, output, clientProcessId }: ServerOptions): Promise<number> {
  const { watchDog, ended, follow } = lifetimeOf(input);
  if (clientProcessId !== undefined) follow(clientProcessId);
  const connection: Connection = createConnection(
    (logger) =>
      createProtocolConnection(new StreamMessageReader(input), new StreamMessageWriter(output), logger),
    watchDog,
    ProposedFeatures.all,
  );
  const { checks } = assemble(connection);
  connection.listen();
  const status = await ended;
  checks.end();
  connection.dispose();
  return status;
}

function assemble(connection: Connection): { checks: Checks } {
  const documents = new Documents();
  const folders = new Folders();
  const projects = new Projects(documents, folders);
  const publisher = new Publisher(connection, documents);
  const checks = new Checks(documents, folders, projects, {
    checked: (checked) => publisher.publish(checked.root, checked.open, diagnosticsOf(checked, folders)),
    failed: (root, error) => {
      const message = `not checked: ${error instanceof Error ? error.message : error}`;
      const start = { line: 0, character: 0 };
      const diagnostic = { range: { start, end: start }, message, source: toolName };
      const severity = DiagnosticSeverity.Error;
      publisher.publish(root, documents.open, new Map([[root, [{ ...diagnostic, severity }]]]));
    },
  });
  const refresh = () => {
    projects.forget();
    checks.changedAll();
  };
  const configuration = watchConfiguration(connection, folders, refresh);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    configuration.initialize(params);
    return { capabilities: capabilities(), serverInfo: { name: toolName, version } };
  });
  documents.listen(connection);
  documents.onChange((path) => checks.changed(path));
  documents.onSave(refresh);
  documents.onClose((path) => {
    checks.closed(path);
    publisher.forget(path);
  });
  connection.onDidChangeWatchedFiles(refresh);
  return { checks };
}
