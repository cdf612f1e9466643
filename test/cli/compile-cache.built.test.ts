import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { command } from "../support/command.ts";

const folder = mkdtempSync(join(tmpdir(), "l5cfg-fix-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("compiled code is kept in the user's own cache folder alone, where node can keep it", () => {
  const own = join(folder, "cache");
  const { NODE_DISABLE_COMPILE_CACHE: _, ...others } = process.env;
  const env = { ...others, XDG_CACHE_HOME: own, TMPDIR: folder };
  expect(spawnSync(process.execPath, [command, "rules"], { env }).status).toBe(0);
  const canKeep = Number(process.versions.node.split(".")[0]) >= 22;
  expect(existsSync(join(own, "l5cfg-fix"))).toBe(canKeep);
  expect(readdirSync(folder)).toEqual(canKeep ? ["cache"] : []);
});
