import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, l5cfgFix } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["script", "bash", "head", "sh"]);

const args = ["--check", join(scripts, "target/stm32l5x.cfg")];

/** What is printed to a terminal (`script` of util-linux makes one). */
function onTerminal(more: readonly string[], env: Record<string, string> = {}): string {
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  const line = [process.execPath, command, ...args, ...more].join(" ");
  const quoted = ["-qec", line, "/dev/null"];
  return execFileSync("script", quoted, {
    env: { ...rest, TERM: "xterm", ...env },
    encoding: "utf8",
    stdio: ["pipe", "pipe", "pipe"],
  });
}

function catches(run: () => string): string {
  try {
    return run();
  } catch (error) {
    return String((error as { stdout: string }).stdout);
  }
}

describe("colours", () => {
  it("are for a terminal", async () => {
    expect(catches(() => onTerminal([]))).toContain("\x1b[");
    expect((await l5cfgFix(args)).stdout).not.toContain("\x1b[");
  });

  it.each([
    { more: ["--no-color"], env: {} },
    { more: [], env: { NO_COLOR: "1" } },
    { more: [], env: { NO_COLOR: "1", FORCE_COLOR: "1" } },
    { more: [], env: { FORCE_COLOR: "0" } },
    { more: [], env: { TERM: "dumb" } },
  ])("stay away from it with $more $env", ({ more, env }) => {
    expect(catches(() => onTerminal(more, env))).not.toContain("\x1b[");
  });

  it("go into a pipe with FORCE_COLOR, unless --no-color is given", async () => {
    expect((await l5cfgFix(args, { env: { FORCE_COLOR: "1" } })).stdout).toContain("\x1b[");
    expect((await l5cfgFix([...args, "--no-color"], { env: { FORCE_COLOR: "1" } })).stdout).not.toContain(
      "\x1b[",
    );
  });
});

it.each(["--check", "--diff", "inspect"])("a reader of %s that goes away is no trouble", (what) => {
  const line = `"${process.execPath}" "${command}" ${what} "${scripts}/target/stm32l5x.cfg" | head -c 1`;
  const { stdout, stderr } = spawnSync("bash", ["-c", `set -o pipefail; ${line}; echo " $?" >&2`], {
    encoding: "utf8",
  });
  expect(stdout).toHaveLength(1);
  expect(stderr).not.toContain("EPIPE");
  expect(stderr).toMatch(/ [01]\n$/);
});

it("ends with 2 where what is printed finds no room", () => {
  const { status, stderr } = spawnSync("sh", ["-c", `"${process.execPath}" "${command}" rules > /dev/full`], {
    encoding: "utf8",
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^l5cfg-fix: .*ENOSPC/);
});
