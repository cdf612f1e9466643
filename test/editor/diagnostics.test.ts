import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { install, scripts } from "../support/fixtures.ts";
import { type Client, connected, folderWith, removeFolders, uriOf } from "./client.ts";

afterAll(removeFolders);

const clients: Client[] = [];
afterAll(() => Promise.all(clients.map((client) => client.leave())));

async function client(...folders: string[]): Promise<Client> {
  const { client } = await connected({ folders });
  clients.push(client);
  return client;
}

const l5 = join(scripts, "target/stm32l5x.cfg");

describe("diagnostics", () => {
  it("are what the command finds, for the release that it finds", async () => {
    const editor = await client(install);
    editor.open(l5, readFileSync(l5, "utf8"));
    const found = await editor.diagnostics(l5);
    const expected = check(l5).findings;
    expect(found[0]!.message).toBe([expected[0]!.message, ...expected[0]!.notes].join("\n"));
    expect(expected.length).toBeGreaterThan(1);
    expect(found.map(({ code, range }) => [code, range.start.line, range.start.character])).toEqual(
      expected.map(({ rule, at }) => [rule, at.line - 1, at.column - 1]),
    );
  });

  it("are of the text as typed, with its version", async () => {
    const folder = folderWith({ "board.cfg": "" });
    const board = join(folder, "board.cfg");
    const editor = await client(folder);
    editor.open(board, "adapter driver st-link\n");
    expect(await editor.diagnostics(board)).toEqual([]);
    editor.change(board, "adapter driver st-link\nreset_config srst_onyl\n");
    const [found] = await editor.diagnostics(board);
    expect(found).toMatchObject({ code: "reset-config-unknown", severity: 1, source: "l5cfg-fix" });
    editor.change(board, "adapter driver st-link\nreset_config srst_only\n");
    expect(await editor.diagnostics(board)).toEqual([]);
  });

  it("count columns in UTF-16, whatever is before them", async () => {
    const folder = folderWith({});
    const board = join(folder, "board.cfg");
    const editor = await client(folder);
    const line = 'echo "é 𝔸 \u{1f600}"; reset_config nö';
    editor.open(board, `adapter driver st-link\r\n# ünïcode 𝔸\r\n${line}\r\n`);
    const [found] = await editor.diagnostics(board);
    const { start, end } = found!.range;
    expect(start.line).toBe(2);
    expect(line.slice(start.character, end.character)).toBe("reset_config nö");
  });

  it("of a sourced file are shown there, and where it is sourced; unsaved text counts", async () => {
    const folder = folderWith({
      "board.cfg": "",
      "lib/reset.cfg": "reset_config srst_only\n",
    });
    const [board, lib] = [join(folder, "board.cfg"), join(folder, "lib/reset.cfg")];
    const editor = await client(folder);
    editor.open(board, "adapter driver st-link\nsource lib/reset.cfg\n");
    expect(await editor.diagnostics(board)).toEqual([]);
    editor.open(lib, "reset_config srst_onyl\n");
    expect(await editor.diagnostics(lib)).toMatchObject([{ code: "reset-config-unknown", severity: 1 }]);
    const [hint] = await editor.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
    expect(hint).toMatchObject({ severity: 3, range: { start: { line: 1, character: 0 } } });
    expect(hint!.message).toContain("lib/reset.cfg:1: ");
    expect(hint!.relatedInformation![0]!.location.uri).toBe(uriOf(lib));
    editor.change(lib, "reset_config srst_only\n");
    expect(await editor.diagnostics(board, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
    expect(await editor.diagnostics(lib)).toEqual([]);
  });

  it("of a file that sources one which is only in the editor are those with it", async () => {
    const folder = folderWith({});
    const [board, lib] = [join(folder, "board.cfg"), join(folder, "new.cfg")];
    const editor = await client(folder);
    editor.open(board, "adapter driver st-link\nsource new.cfg\n");
    const missing = await editor.diagnostics(board, ({ diagnostics }) => diagnostics.length > 0);
    expect(missing.map(({ code }) => code)).toEqual(["source-not-found"]);
    editor.open(lib, "echo 1\n");
    expect(await editor.diagnostics(board, ({ diagnostics }) => diagnostics.length === 0)).toEqual([]);
  });

  it("of a file are those of what it reads as that is in the end, however early that changes", async () => {
    const folder = folderWith({ "lib.cfg": "reset_config srst_onyl\n" });
    const [board, lib] = [join(folder, "board.cfg"), join(folder, "lib.cfg")];
    const editor = await client(folder);
    editor.open(board, "adapter driver st-link\nsource lib.cfg\n");
    editor.open(lib, "reset_config srst_onyl\n");
    for (let i = 0; i < 30; i++) {
      editor.change(lib, `# ${i}\nreset_config srst_onyl\n`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const [hint] = await editor.diagnostics(board, ({ diagnostics }) =>
      diagnostics.some(({ message }) => String(message).includes("lib.cfg:2: ")),
    );
    expect(hint!.relatedInformation![0]!.location.range.start.line).toBe(1);
  });
});
