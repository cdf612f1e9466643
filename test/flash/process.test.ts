import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { runProcess } from "../../src/flash/process.ts";
import { regionsOf } from "../../src/flash/regions.ts";
import { runLog } from "../../src/flash/run-log.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["sh", "sleep"]);

async function run(script: string, timeoutMs = 0, signal?: AbortSignal) {
  const lines: string[] = [];
  const end = await runProcess(["sh", "-c", script], { timeoutMs, signal }, (line) => lines.push(line));
  return { ...end, lines };
}

it("gives each line, of both streams, whatever its end", async () => {
  const { lines, status } = await run("printf 'a\\r\\nb\\n'; printf 'c\\nd' >&2; exit 3");
  expect(lines.sort()).toEqual(["a", "b", "c", "d"]);
  expect(status).toBe(3);
});

it("ends what does not want to end, with all that it started", async () => {
  const file = join(folderWith(), "alive");
  const stubborn = `trap '' INT TERM; (trap '' INT; sleep 3; touch ${file}) & sleep 30`;
  expect(await run(stubborn, 200)).toMatchObject({ cut: "timeout", signal: "SIGKILL" });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(existsSync(file)).toBe(false);
});

it("does not wait for processes that it started", async () => {
  expect(await run("sleep 30 & exit 0")).toMatchObject({ status: 0 });
});

it("starts nothing where it is cancelled beforehand", async () => {
  const file = join(folderWith(), "started");
  expect(await run(`touch ${file}`, 0, AbortSignal.abort())).toMatchObject({ cut: "cancelled" });
  expect(existsSync(file)).toBe(false);
});

it("keeps the beginning and the end of a log that is too long", () => {
  const log = runLog(100);
  for (let i = 0; i < 1000; i++) log.add(`line ${i}`);
  expect(log.text()).toMatch(/^line 0\nline 1\n(?:.*\n)*\[\d+ lines left out\]\n(?:.*\n)*line 999\n$/);
  expect(log.text().length).toBeLessThan(140);
});

it("keeps no more than its limit, whatever the lines are like", () => {
  for (const length of [0, 1, 60_000, 130_000]) {
    const log = runLog(1 << 20);
    for (let bytes = 0; bytes < 8 << 20; bytes += length + 1) log.add("x".repeat(length));
    expect(log.text().length, `lines of ${length}`).toBeLessThan(2 ** 20 + 100);
  }
});

it("erases a sector that two sections share once, and nothing between sections", () => {
  const section = (address: number, size: number) => ({ address, data: new Uint8Array(size) });
  const sections = [section(0x1000, 10), section(0x1010, 4), section(0x1094, 1), section(0x2000, 8)];
  expect(regionsOf({ format: "elf", sections })).toEqual([
    { address: 0x1000, size: 0x14 },
    { address: 0x1094, size: 1 },
    { address: 0x2000, size: 8 },
  ]);
});
