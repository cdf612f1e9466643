import {
  CodeActionKind,
  type Connection,
  type InitializeParams,
  type ServerCapabilities,
} from "vscode-languageserver";
import { askedAt, askedFile, type Workspace } from "../workspace.ts";
import type { ActionAbilities } from "./code-actions/abilities.ts";
import { resolvedFixAll } from "./code-actions/fix-all.ts";
import { codeActions } from "./code-actions.ts";
import { completion } from "./completion.ts";
import { definition } from "./definition.ts";
import { hover } from "./hover.ts";
import { references } from "./references.ts";
import { legend, semanticTokens } from "./semantic-tokens.ts";
import { signature } from "./signature.ts";
import { symbols } from "./symbols.ts";

/** What the server answers. Formatting is none of it: what may be rewritten, the fixes say. */
export const featureCapabilities: ServerCapabilities = {
  hoverProvider: true,
  completionProvider: { triggerCharacters: ["$", "-", "/", " "] },
  signatureHelpProvider: { triggerCharacters: [" "] },
  definitionProvider: true,
  referencesProvider: true,
  documentSymbolProvider: true,
  semanticTokensProvider: { legend, full: true },
  codeActionProvider: {
    codeActionKinds: [
      CodeActionKind.QuickFix,
      `${CodeActionKind.SourceFixAll}.l5cfg-fix`,
      `${CodeActionKind.Source}.l5cfg-fix`,
    ],
    resolveProvider: true,
  },
};

/** Answers what an editor asks about its files. */
export function answer(connection: Connection, workspace: Workspace): void {
  connection.onHover((params) => {
    const asked = askedAt(workspace, params);
    return asked && hover(asked);
  });
  connection.onCompletion((params) => {
    const asked = askedAt(workspace, params);
    return asked && completion(asked, params.context?.triggerCharacter);
  });
  connection.onSignatureHelp((params) => {
    const asked = askedAt(workspace, params);
    return asked && signature(asked);
  });
  connection.onDefinition((params) => {
    const asked = askedAt(workspace, params);
    return asked && definition(asked, workspace);
  });
  connection.onReferences((params) => {
    const asked = askedAt(workspace, params);
    return asked && references(asked, workspace, params.context.includeDeclaration);
  });
  connection.onDocumentSymbol(({ textDocument }) => {
    const asked = askedFile(workspace, textDocument.uri);
    return asked && symbols(asked);
  });
  connection.languages.semanticTokens.on(({ textDocument }) => {
    const asked = askedFile(workspace, textDocument.uri);
    return asked === undefined ? { data: [] } : semanticTokens(asked);
  });
}

/** Offers what can be done about findings. */
export function offer(
  connection: Connection,
  workspace: Workspace,
  { capabilities }: InitializeParams,
): void {
  const { workspace: edits, textDocument } = capabilities;
  const abilities: ActionAbilities = {
    versions: edits?.workspaceEdit?.documentChanges ?? false,
    resolves: textDocument?.codeAction?.resolveSupport?.properties.includes("edit") ?? false,
  };
  connection.onCodeAction((params) => codeActions(params, workspace, abilities));
  connection.onCodeActionResolve((action, token) => {
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    return resolvedFixAll(action, workspace, abilities, stop.signal);
  });
}
