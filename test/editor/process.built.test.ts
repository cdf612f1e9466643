import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { command } from "../support/command.ts";
import { Client, folderWith, removeFolders } from "./client.ts";

afterAll(removeFolders);

it("the built server checks what it is given, and ends with its input", async () => {
  const folder = folderWith({});
  const board = join(folder, "board.cfg");
  const server = spawn(process.execPath, [command, "lsp", "--stdio"], { cwd: folder });
  const client = new Client(server.stdout, server.stdin);
  const { serverInfo } = await client.initialize({ folders: [folder] });
  expect(serverInfo).toMatchObject({ name: "l5cfg-fix" });
  client.open(board, "adapter driver st-link\nreset_config srst_onyl\n");
  expect(await client.diagnostics(board)).toMatchObject([{ code: "reset-config-unknown" }]);
  client.connection.dispose();
  server.stdin.end();
  expect(await once(server, "exit")).toEqual([1, null]);
});
