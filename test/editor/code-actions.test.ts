import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CodeAction, TextDocumentEdit } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Client, type ClientOptions, connected, folderWith, removeFolders, uriOf } from "./client.ts";

const clients: Client[] = [];
afterAll(async () => {
  await Promise.all(clients.map((client) => client.leave()));
  removeFolders();
});

async function opened(texts: Readonly<Record<string, string>>, options: ClientOptions = {}) {
  const folder = folderWith({});
  const { client } = await connected({ folders: [folder], ...options });
  clients.push(client);
  const paths = Object.keys(texts).map((name) => join(folder, name));
  for (const path of paths) client.open(path, texts[path.slice(folder.length + 1)]!);
  for (const path of paths) await client.diagnostics(path);
  return { client, folder, paths };
}

function actionsAt(client: Client, path: string, line: number, only?: string[]): Promise<CodeAction[]> {
  const at = { line, character: 0 };
  const range = { start: at, end: { line, character: 1000 } };
  return client.request("textDocument/codeAction", {
    textDocument: { uri: uriOf(path) },
    range,
    context: { diagnostics: [], ...(only && { only }) },
  });
}

/** The text that an action's edit makes of a document. */
function applied(client: Client, path: string, { edit }: CodeAction): string {
  const all = edit!.documentChanges as TextDocumentEdit[];
  const own = all.find(({ textDocument }) => textDocument.uri === uriOf(path))!;
  const document = client.document(path);
  expect(own.textDocument.version).toBe(document.version);
  return TextDocument.applyEdits(document, own.edits as never);
}

const start = "adapter driver st-link\r\n";

describe("a quick fix", () => {
  it("is for the text as it is, with what is special in it", async () => {
    const text = 'interface hla\r\n# é 😀\r\necho "é 😀"; adapter speed 480\r\n';
    const { client, paths } = await opened({ "board.cfg": text }, { settings: { openocd: "st-1.3.0" } });
    const [board] = paths as [string];
    const found = await client.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
    expect(found.map(({ code }) => code)).toEqual(["command-unknown"]);
    const [fix] = await actionsAt(client, board, 2, ["quickfix"]);
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(fix!.title).toMatch(/^Fix: /);
    expect(fix!.diagnostics).toHaveLength(1);
    expect(applied(client, board, fix!)).toBe(text.replace("adapter speed", "adapter_khz"));
  });

  it("that is unsafe says so, and is never preferred or applied on saving", async () => {
    const text = `${start}reset_config srst_onyl\r\n`;
    const { client, paths } = await opened({ "board.cfg": text });
    const [board] = paths as [string];
    const actions = await actionsAt(client, board, 1);
    const fix = actions.find(({ title }) => title.startsWith("Fix (unsafe"))!;
    expect(fix.isPreferred).toBeUndefined();
    expect(applied(client, board, fix)).toBe(text.replace("srst_onyl", "srst_only"));
    const onSave = await actionsAt(client, board, 1, ["source.fixAll"]);
    expect(onSave.map(({ title }) => title)).toEqual([]);
    expect(actions.map(({ kind }) => kind)).toContain("source.l5cfg-fix.fixAllUnsafe");
  });

  it("leaves other findings as they are", async () => {
    const text = "interface hla\nadapter speed 480\nadapter srst delay 100\n";
    const { client, paths } = await opened({ "board.cfg": text }, { settings: { openocd: "st-1.3.0" } });
    const [board] = paths as [string];
    await client.diagnostics(board, ({ diagnostics }) => diagnostics.length === 2);
    const [fix] = await actionsAt(client, board, 2, ["quickfix"]);
    expect(applied(client, board, fix!)).toBe(text.replace("adapter srst delay", "adapter_nsrst_delay"));
  });

  it("of another file is offered where that file is sourced, too", async () => {
    const { client, paths } = await opened({
      "lib.cfg": "reset_config srst_onyl\n",
      "board.cfg": "adapter driver st-link\nsource lib.cfg\n",
    });
    const [lib, board] = paths as [string, string];
    await client.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
    const [fix] = await actionsAt(client, board, 1, ["quickfix"]);
    expect(fix!.title).toMatch(/ in lib\.cfg$/);
    expect(applied(client, lib, fix!)).toBe("reset_config srst_only\n");
  });

  it("is not offered for a file of others", async () => {
    const elsewhere = folderWith({ "lib.cfg": "reset_config srst_onyl\n" });
    const text = `adapter driver st-link\nsource ${elsewhere}/lib.cfg\n`;
    const { client, paths } = await opened({ "board.cfg": text });
    const [board] = paths as [string];
    const [shown] = await client.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
    expect(shown).toMatchObject({ severity: 1, range: { start: { line: 1 } } });
    const actions = await actionsAt(client, board, 1, ["quickfix"]);
    expect(actions.map(({ disabled }) => disabled?.reason)).toEqual([
      "it is outside of the folders that are open in the editor",
    ]);
  });

  it("is not offered for a text that was not checked yet", async () => {
    const { client, paths } = await opened({ "board.cfg": `${start}reset_config srst_onyl\n` });
    const [board] = paths as [string];
    client.change(board, `${start}reset_config srst_onyll\n`);
    // On a busy machine the new text is checked before the question is read.
    const messages = (await actionsAt(client, board, 1)).flatMap(({ diagnostics = [] }) =>
      diagnostics.map(({ message }) => message),
    );
    expect(messages.filter((message) => !String(message).endsWith("srst_onyll"))).toEqual([]);
  });
});

it("fixing all fixes what is safe, when the editor asks for it", async () => {
  const text = "interface hla\nadapter speed 480\nadapter srst delay 100\n";
  const { client, paths } = await opened({ "board.cfg": text }, { settings: { openocd: "st-1.3.0" } });
  const [board] = paths as [string];
  await client.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
  const [all] = await actionsAt(client, board, 0, ["source.fixAll"]);
  expect(all).toMatchObject({ kind: "source.fixAll.l5cfg-fix" });
  expect(all!.edit).toBeUndefined();
  const resolved = await client.request<CodeAction>("codeAction/resolve", all!);
  expect(applied(client, board, resolved)).toBe("interface hla\nadapter_khz 480\nadapter_nsrst_delay 100\n");
  client.change(board, `${text}\n`);
  const late = await client.request<CodeAction>("codeAction/resolve", all!);
  expect(late.edit).toBeUndefined();
});

it("an editor that cannot ask for an edit later gets it at once, without versions where it has none", async () => {
  const text = "interface hla\nadapter speed 480\n";
  const settings = { openocd: "st-1.3.0" };
  const { client, paths } = await opened({ "board.cfg": text }, { settings, capabilities: {} });
  const [board] = paths as [string];
  await client.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
  const [all] = await actionsAt(client, board, 0, ["source.fixAll"]);
  const [edit] = all!.edit!.changes![uriOf(board)]!;
  expect(edit).toMatchObject({ range: { start: { line: 1 } } });
});

it("suppressing puts a comment there, which wants a reason", async () => {
  const text = `${start}if {1} {\r\n\treset_config srst_onyl\r\n}\r\n`;
  const { client, paths } = await opened({ "board.cfg": text });
  const [board] = paths as [string];
  const actions = await actionsAt(client, board, 2, ["quickfix"]);
  const suppress = actions.find(({ title }) => title.startsWith("Suppress"))!;
  const suppressed = applied(client, board, suppress);
  expect(suppressed).toBe(
    `${start}if {1} {\r\n\t# l5cfg-fix disable-next-line reset-config-unknown -- \r\n\treset_config srst_onyl\r\n}\r\n`,
  );
  client.change(board, suppressed);
  const [asking] = await client.diagnostics(board);
  expect(asking!.message).toContain("the suppression does not say why");
  client.change(board, suppressed.replace("-- ", "-- the board is old"));
  expect(await client.diagnostics(board)).toEqual([]);
});
