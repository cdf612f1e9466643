import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type Client, type ClientOptions, connected, folderWith, removeFolders, uriOf } from "./client.ts";

const clients: Client[] = [];
afterAll(async () => {
  await Promise.all(clients.map((client) => client.leave()));
  removeFolders();
});

async function editorIn(folders: string[], options: ClientOptions = {}): Promise<Client> {
  const { client } = await connected({ folders, ...options });
  clients.push(client);
  return client;
}

const codes = async (editor: Client, path: string) =>
  (await editor.diagnostics(path)).map(({ code }) => code);

const text = "interface hla\nadapter_khz 480\n";

it("each folder has the release that its project file names", async () => {
  const [old, young] = ["0.10.0", "0.12.0"].map((openocd) =>
    folderWith({ "l5cfg-fix.config.json": JSON.stringify({ openocd }), "board.cfg": text }),
  ) as [string, string];
  const editor = await editorIn([old, young]);
  for (const folder of [old, young])
    editor.open(join(folder, "board.cfg"), "interface hla\ninterface_list\n");
  expect(await codes(editor, join(old, "board.cfg"))).toEqual([]);
  expect(await codes(editor, join(young, "board.cfg"))).toContain("deprecated");
});

it("the log has what a file is checked for, once, and how that is known", async () => {
  const folder = folderWith({ "l5cfg-fix.config.json": '{"openocd": "0.11.0"}' });
  const board = join(folder, "board.cfg");
  const editor = await editorIn([folder]);
  const said: string[] = [];
  editor.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
    said.push(message);
  });
  editor.open(board, "adapter driver hla\n");
  await editor.diagnostics(board);
  editor.change(board, "adapter driver hla\n\n");
  await editor.diagnostics(board);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain(`${board}: for OpenOCD 0.11.0 (`);
});

it("what the editor is set to comes before the project file", async () => {
  const folder = folderWith({ "l5cfg-fix.config.json": '{"openocd": "0.12.0"}' });
  const editor = await editorIn([folder], { settings: { openocd: "0.10.0" } });
  editor.open(join(folder, "board.cfg"), "interface hla\ninterface_list\n");
  expect(await codes(editor, join(folder, "board.cfg"))).toEqual([]);
});

it("a project file that cannot be used is shown where it is wrong, until it is right", async () => {
  const folder = folderWith({ "l5cfg-fix.config.json": '{\n  "openocd": 12\n}' });
  const file = join(folder, "l5cfg-fix.config.json");
  const board = join(folder, "board.cfg");
  const editor = await editorIn([folder]);
  editor.open(board, text);
  expect((await editor.diagnostics(board))[0]!.message).toMatch(/^not checked: .*config\.json/);
  const [wrong] = await editor.diagnostics(file);
  expect(wrong!.range.start.line).toBe(1);
  writeFileSync(file, '{"openocd": "0.12.0"}');
  await editor.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [] });
  expect(await editor.diagnostics(file, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
});

it("what the project file excludes is not checked by itself", async () => {
  const folder = folderWith({ "l5cfg-fix.config.json": '{"exclude": ["old/**"]}' });
  const editor = await editorIn([folder]);
  const [old, board] = [join(folder, "old/board.cfg"), join(folder, "board.cfg")];
  editor.open(old, "reset_config srst_onyl\n");
  editor.open(board, "adapter driver hla\nreset_config srst_onyl\n");
  expect(await codes(editor, board)).toEqual(["reset-config-unknown"]);
  expect(await codes(editor, old)).toEqual([]);
});

it("says which setting has no meaning, and goes on without it", async () => {
  const folder = folderWith({});
  const editor = await editorIn([folder]);
  const said: string[] = [];
  editor.connection.onNotification("window/showMessage", ({ message }: { message: string }) => {
    said.push(message);
  });
  await editor.connection.sendNotification("workspace/didChangeConfiguration", {
    settings: { "l5cfg-fix": { openocd: "twelve", transports: ["swd", "rj45"], variables: { A: "1" } } },
  });
  editor.open(join(folder, "board.cfg"), "adapter driver hla\necho $A\n");
  expect(await codes(editor, join(folder, "board.cfg"))).toEqual([]);
  expect(said.join("\n")).toMatch(/openocd: "twelve".*\n.*transports: OpenOCD has/);
});

it("an editor that has settings for each folder is asked for them before anything is checked", async () => {
  const [old, young] = [folderWith({}), folderWith({})];
  const capabilities = { workspace: { workspaceFolders: true, configuration: true } };
  const asked = (scope: string) => (scope.startsWith(uriOf(old)) ? { openocd: "0.10.0" } : {});
  const editor = await editorIn([old, young], {
    capabilities,
    configuration: (scope) => new Promise((resolve) => setTimeout(() => resolve(asked(scope)), 50)),
  });
  for (const folder of [old, young])
    editor.open(join(folder, "board.cfg"), "interface hla\ninterface_list\n");
  expect(await codes(editor, join(old, "board.cfg"))).toEqual([]);
  expect(await codes(editor, join(young, "board.cfg"))).toContain("deprecated");
});

it("of many changes at once the last one is checked", async () => {
  const folder = folderWith({});
  const board = join(folder, "board.cfg");
  const editor = await editorIn([folder]);
  editor.open(board, "adapter driver hla\n");
  await editor.diagnostics(board);
  let published = 0;
  editor.onPublish(() => published++);
  for (let i = 1; i <= 100; i++)
    editor.change(board, `adapter driver hla\nreset_config no${"o".repeat(i)}\n`);
  const [found] = await editor.diagnostics(board);
  expect(found!.message).toContain(`no${"o".repeat(100)}`);
  expect(published).toBeLessThan(10);
});

it("hostile text blocks the server only briefly, and the next text is checked", async () => {
  const folder = folderWith({});
  const board = join(folder, "board.cfg");
  const editor = await editorIn([folder]);
  editor.open(board, "adapter driver hla\nwhile 1 {}\n");
  expect((await editor.diagnostics(board))[0]!.message).toContain("still running");
  const deep = `${"{".repeat(20_000)}\n${"[".repeat(20_000)}`;
  editor.change(board, deep);
  const at = { textDocument: { uri: editor.document(board).uri }, position: { line: 0, character: 5 } };
  for (const feature of ["hover", "completion", "definition", "documentSymbol", "semanticTokens/full"])
    await editor.request(`textDocument/${feature}`, at);
  editor.change(board, "adapter driver hla\n");
  expect(await editor.diagnostics(board)).toEqual([]);
});
