import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";

const l5 = readFileSync(join(scripts, "target/stm32l5x.cfg"), "latin1");

/** A folder with the L5's config in `boards/`, and this project file. */
function project(content: object, more: Record<string, string> = {}): string {
  const settings = { searchPaths: [scripts], openocd: "0.10.0+dev-g30d1303", ...content };
  return folderWith({
    "boards/l5.cfg": l5,
    "l5cfg-fix.config.json": JSON.stringify(settings),
    ...more,
  });
}

/** The findings of a check, as `rule severity`. */
async function found(cwd: string, ...words: string[]) {
  const { status, stdout, stderr } = await l5cfgFix(["--check", ...words], { cwd });
  return {
    status,
    stderr,
    found: [...stdout.matchAll(/^\S+:\d+:\d+ (\w+) (\S+)/gm)].map((one) => one.slice(1)),
  };
}

describe("a project file", () => {
  it("says how configs are run and findings reported; the command line comes first", async () => {
    const cwd = project({
      transports: ["swd"],
      severities: { "work-area-missing": "info", "dap-command-under-hla": "warning" },
    });
    const own = await found(cwd, "boards/l5.cfg", "boards/l5.cfg");
    expect(own).toMatchObject({ status: 0, found: Array(2).fill(["info", "work-area-missing"]) });
    // Once, whatever number of paths there are.
    expect(own.stderr.match(/settings from l5cfg-fix\.config\.json/g)).toHaveLength(1);
    const given = await found(cwd, "boards/l5.cfg", "--transport", "hla_swd");
    expect(given).toMatchObject({ status: 1 });
    expect(given.found.map(([level]) => level)).toEqual(["info", "warning", "warning"]);
  });

  it("is left alone with --ignore-config, and another one taken with --config", async () => {
    const cwd = project({ severities: { "work-area-missing": "off" } }, { "other.json": "{}" });
    const how = ["-s", scripts, "--openocd", "0.10.0+dev-g30d1303", "--transport", "swd"];
    expect(await found(cwd, "boards", ...how)).toMatchObject({ status: 0, found: [] });
    for (const other of [["--ignore-config"], ["--config", "other.json"]]) {
      const { status, found: rules } = await found(cwd, "boards", ...how, ...other);
      expect({ status, rules }).toEqual({ status: 1, rules: [["error", "work-area-missing"]] });
    }
    const none = await l5cfgFix(["--check", "boards", "--config", "nope.json"], { cwd });
    expect(none).toMatchObject({ status: 2, stdout: "" });
    expect(none.stderr).toContain("nope.json:1:1: cannot be read");
  });

  it("counts for a command line of OpenOCD, too", async () => {
    const cwd = project({ severities: { "work-area-missing": "off" } });
    const line = [
      "-s",
      scripts,
      "-f",
      "interface/stlink.cfg",
      "-c",
      "transport select hla_swd",
      "-f",
      "boards/l5.cfg",
    ];
    const own = await found(cwd, ...line);
    expect(own.stderr).toContain("settings from l5cfg-fix.config.json");
    expect(own.found.map(([, rule]) => rule)).not.toContain("work-area-missing");
    const none = await found(cwd, ...line, "--ignore-config", "--openocd", "0.10.0+dev-g30d1303");
    expect(none.found.map(([, rule]) => rule)).toContain("work-area-missing");
  });

  it("that is wrong is an error with its place", async () => {
    const cwd = project({}, { "l5cfg-fix.config.json": '{\n  "severities": { "dap-mising": "off" }\n}\n' });
    const { status, stderr } = await l5cfgFix(["--check", "boards"], { cwd });
    expect(status).toBe(2);
    expect(stderr).toMatch(/l5cfg-fix\.config\.json:2:19: .*did you mean "dap-missing"\?\n$/);
  });

  it("holds configs apart that are run in different ways", async () => {
    const more = { "boards/old.cfg": l5 };
    const cwd = project(
      { transports: ["hla_swd"], overrides: [{ files: ["old.cfg"], transports: ["swd"] }] },
      more,
    );
    const { stdout } = await l5cfgFix(["--check", "boards", "--format", "json"], { cwd });
    const { results } = JSON.parse(stdout);
    expect(results.map((one: { findings: [] }) => one.findings.length)).toEqual([3, 1]);
    expect(results[0].projectFile).toBe(join(cwd, "l5cfg-fix.config.json"));
    const overlay = await l5cfgFix(["boards"], { cwd });
    expect(overlay).toMatchObject({ status: 2, stdout: "" });
    expect(overlay.stderr).toContain("an overlay is for configs that are run in the same way");
  });

  it("runs no program that it names, unless it is trusted", async () => {
    const program = '#!/bin/sh\ntouch "$(dirname "$0")/was-run"\necho "Open On-Chip Debugger 0.11.0"\n';
    const content = { openocd: undefined, openocdBin: "tools/openocd" };
    const cwd = project(content, { "tools/openocd": program });
    chmodSync(join(cwd, "tools/openocd"), 0o755);
    const wasRun = () => existsSync(join(cwd, "tools/was-run"));
    const refused = await l5cfgFix(["--check", "boards/l5.cfg"], { cwd });
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain(`wants to run ${join(cwd, "tools/openocd")}: --trust runs it`);
    await found(cwd, "boards/l5.cfg", "--openocd", "0.12.0");
    await found(cwd, "boards/l5.cfg", "--ignore-config");
    expect(wasRun()).toBe(false);
    const { stderr } = await found(cwd, "boards/l5.cfg", "--trust");
    expect(stderr).toContain("for OpenOCD 0.11.0");
    expect(wasRun()).toBe(true);
  });
});
