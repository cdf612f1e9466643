import type { Readable, Writable } from "node:stream";
import {
  type Connection,
  createConnection,
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
import { failureOf, omittedOf } from "./check/failure.ts";
import { Publisher } from "./check/publisher.ts";
import { shownOf, toolName } from "./check/shown.ts";
import { watchConfiguration } from "./configuration.ts";
import { Documents } from "./documents.ts";
import { answer, offer } from "./features/index.ts";
import { Folders } from "./folders.ts";
import { lifetimeOf } from "./lifetime.ts";
import { Models } from "./model/models.ts";
import { Projects } from "./projects.ts";
import type { Workspace } from "./workspace.ts";

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

/** Puts the parts together, and listens to what the editor does. */
function assemble(connection: Connection): Workspace {
  const documents = new Documents();
  const folders = new Folders();
  const projects = new Projects(documents, folders, (message) => connection.console.info(message));
  const publisher = new Publisher(connection, documents);
  const checks = new Checks(documents, folders, projects, {
    checked: (checked) => {
      const shown = [...shownOf(checked, folders), ...omittedOf(checked)];
      publisher.publish(checked.root, checked.open, shown);
    },
    excluded: (root) => publisher.publish(root, documents.open, []),
    failed: (root, error) => publisher.publish(root, documents.open, failureOf(root, error)),
  });
  const models = new Models(documents, folders, projects, checks);
  const workspace: Workspace = { documents, folders, projects, checks, models };
  const refresh = () => {
    projects.forget();
    checks.changedAll();
  };
  const configuration = watchConfiguration(connection, folders, () => {
    projects.restart();
    checks.changedAll();
  });
  connection.onInitialize((params): InitializeResult => {
    configuration.initialize(params);
    offer(connection, workspace, params);
    return { capabilities, serverInfo: { name: toolName, version } };
  });
  answer(connection, workspace);
  documents.listen(connection);
  documents.onChange((path) => checks.changed(path));
  documents.onSave(refresh);
  documents.onClose((path) => {
    checks.closed(path);
    publisher.forget(path);
    models.forget(path);
  });
  connection.onDidChangeWatchedFiles(refresh);
  return workspace;
}
