import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { diskWriter } from "../../src/files/disk-writer.ts";
import { WriteError } from "../../src/files/errors.ts";
import { isLock } from "../../src/files/is-lock.ts";
import { withLock } from "../../src/files/lock.ts";
import { folderWith } from "../install/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["sh", "sleep", "rm"], /^of a living process|^of a process that is dead/);

/** The name of this process's lock. */
function ownLock(): string {
  const folder = folderWith();
  return withLock([folder], () => readdirSync(folder)[0]!);
}

it("is there while something is done, and gone after it, also when that fails", () => {
  const folder = folderWith();
  withLock([folder, folder], () => expect(readdirSync(folder).filter(isLock)).toHaveLength(1));
  expect(() =>
    withLock([folder], () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

it("of a living process is waited for, then reported", async () => {
  const folder = folderWith();
  const other = spawn("sleep", ["60"]);
  await once(other, "spawn");
  const name = ownLock().replace(/-\d+-\d+-\d+$/, `-${other.pid}-0-0`);
  writeFileSync(join(folder, name), hostname());
  const waited: string[] = [];
  const busy = () => withLock([folder], () => 0, { timeoutMs: 50, onWait: (who) => waited.push(who) });
  expect(busy).toThrow(WriteError);
  expect(busy).toThrow(
    `another l5cfg-fix (process ${other.pid}) is at work in ${folder}; nothing was changed`,
  );
  expect(waited).toEqual([`process ${other.pid}`, `process ${other.pid}`]);
  expect(readdirSync(folder)).toEqual([name]);
  other.kill("SIGKILL");
  await once(other, "exit");
  expect(withLock([folder], () => 1)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it("of a process that is dead, or whose number is another's by now, counts for nothing", () => {
  const folder = folderWith();
  const { pid } = spawnSync("true");
  const dead = ownLock().replace(/-\d+-\d+-\d+$/, `-${pid}-1-0`);
  writeFileSync(join(folder, dead), "");
  writeFileSync(join(folder, ownLock().replace(/-\d+-\d+-\d+$/, "-1-12345678901-0")), "");
  expect(withLock([folder], () => 1)).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

it("of another host is never thought dead, and named", () => {
  const folder = folderWith();
  const name = `l5cfg-fix-lock-${"0".repeat(12)}-999999-1-0`;
  writeFileSync(join(folder, name), "build-7\n");
  expect(() => withLock([folder], () => 0, { timeoutMs: 0 })).toThrow(
    `(process 999999 on the host build-7) is at work in ${folder}; nothing was changed. Wait for it; if it is dead, remove ${join(folder, name)}`,
  );
});

it("of this very process counts only while it is held", () => {
  const folder = folderWith();
  const remove = () => {
    throw new Error("no");
  };
  withLock([folder], () => 0, { disk: { ...diskWriter, remove } });
  expect(readdirSync(folder)).toHaveLength(1);
  withLock([folder], () => {
    expect(() => withLock([folder], () => 0, { timeoutMs: 0 })).toThrow(WriteError);
  });
  expect(readdirSync(folder)).toEqual([]);
});

it("cannot be had in a folder that is not there", () => {
  expect(() => withLock([join(folderWith(), "gone")], () => 0)).toThrow(
    /is not there, or its folder is gone/,
  );
});
