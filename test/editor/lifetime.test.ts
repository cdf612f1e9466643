import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { lifetimeOf } from "../../src/editor/lifetime.ts";
import { connected } from "./client.ts";

it("leaving as the protocol asks is status 0", async () => {
  const { client, ended } = await connected();
  await client.leave();
  expect(await ended).toBe(0);
});

it("leaving without saying so before is status 1", async () => {
  const { client, ended } = await connected();
  await client.connection.sendNotification("exit");
  expect(await ended).toBe(1);
  client.connection.dispose();
});

it("the end of the input is the end of the server", async () => {
  const { client, ended, output } = await connected();
  output.end();
  expect(await ended).toBe(1);
  client.connection.dispose();
});

it("the end of the editor's process is the end of the server", async () => {
  const editor = spawn(process.execPath, ["-e", "setInterval(() => {}, 1e6)"], { stdio: "ignore" });
  const { watchDog, ended } = lifetimeOf(new PassThrough(), 10);
  watchDog.initialize({ processId: editor.pid! } as never);
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(isOver).toBe(false);
  editor.kill("SIGKILL");
  expect(await ended).toBe(1);
});
