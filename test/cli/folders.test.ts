import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../src/check/api.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { scripts } from "../support/fixtures.ts";
import { describeWithOpenocd } from "../support/openocd.ts";

const l5 = readFileSync(join(scripts, "target/stm32l5x.cfg"), "latin1");
const how = ["-s", scripts, "--openocd", "0.10.0+dev-g30d1303", "--transport", "swd"];

/** The places of the findings of a check. */
async function places(cwd: string, ...words: string[]): Promise<string[]> {
  const { stdout } = await l5cfgFix(["--check", ...words, ...how], { cwd });
  return [...stdout.matchAll(/^(\S+):\d+:\d+ \w+ work-area-missing/gm)].map(([, place]) => place!);
}

describe("a folder that is no scripts folder", () => {
  const repository = {
    "setup.cfg": "# of Python\n[metadata]\nname = x\n",
    "l5.cfg": l5,
    "boards/a/openocd.cfg": l5,
    "boards/a/other.cfg": "this is no config of OpenOCD's",
    "boards/b/support/openocd-debug.cfg": l5,
    "third_party/x/openocd.cfg": l5,
    ".git/openocd.cfg": l5,
    "node_modules/x/openocd.cfg": l5,
  };

  it("is searched for openocd*.cfg below, each named from where one is", async () => {
    const cwd = folderWith(repository);
    expect(await places(cwd, ".")).toEqual([
      "boards/a/openocd.cfg",
      "boards/b/support/openocd-debug.cfg",
      "l5.cfg",
      "third_party/x/openocd.cfg",
    ]);
    expect(await places(cwd, "boards")).toHaveLength(2);
  });

  it("has configs that find what is beside them, in the library, too", async () => {
    const cwd = folderWith({
      "a/openocd.cfg": "source [find common.cfg]\n",
      "a/common.cfg": "adapter speed 1\n",
    });
    expect(await l5cfgFix(["--check", "."], { cwd })).toMatchObject({ status: 0 });
    expect(check(".", { cwd, fs: diskFiles }).findings).toEqual([]);
  });

  it("is searched without what --exclude names", async () => {
    const cwd = folderWith(repository);
    expect(await places(cwd, ".", "--exclude", "third_party/,openocd-*.cfg")).toEqual([
      "boards/a/openocd.cfg",
      "l5.cfg",
    ]);
    const none = await l5cfgFix(["--check", ".", "--exclude", "*.cfg"], { cwd });
    expect(none).toMatchObject({ status: 2, stdout: "" });
    expect(none.stderr).toContain("--exclude *.cfg excludes every config of .; name one by itself");
  });
});

describeWithOpenocd("a config that sources the machine's scripts", () => {
  const own =
    "source [find interface/stlink.cfg]\nsource [find target/stm32g4x.cfg]\nreset_config sometimes\n";

  it("gets the same verdict alone and in its folder", async () => {
    const cwd = folderWith({ "proj/my.cfg": own, "proj/sub/openocd.cfg": own, "proj/sub/more.tcl": "" });
    const verdict = async (path: string) => {
      const { status, stdout } = await l5cfgFix(["--check", path], { cwd });
      return { status, found: stdout.split("\n").filter((line) => line.startsWith("proj/my.cfg")) };
    };
    const alone = await verdict("proj/my.cfg");
    expect(alone).toEqual({ status: 1, found: ["proj/my.cfg:3:1 error reset-config-unknown (hla_swd)"] });
    expect(await verdict("proj")).toEqual(alone);
    // So in the library.
    const inFolder = check("proj", { cwd }).findings.filter(({ at }) => at.file === join(cwd, "proj/my.cfg"));
    expect(inFolder.map(({ rule }) => rule)).toEqual(["reset-config-unknown"]);
  });
});

describe("several paths are fixed together", () => {
  const files = { "a.cfg": l5, "b.cfg": l5, "deep/openocd.cfg": l5 };

  it("in one overlay, where they are run in the same way", async () => {
    const cwd = folderWith(files);
    const { status, stdout } = await l5cfgFix(["a.cfg", "b.cfg", ...how, "-o", "out"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("2 findings fixed in 2 files, 0 left.");
    for (const name of ["a.cfg", "b.cfg"]) expect(existsSync(join(cwd, "out", name))).toBe(true);
    const again = await l5cfgFix(["--refresh", "out"], { cwd });
    expect(again.stderr).toContain("does not say what it was made from");
    const apart = await l5cfgFix(["a.cfg", "deep", ...how, "-o", "other"], { cwd });
    expect(apart).toMatchObject({ status: 2, stdout: "" });
    expect(apart.stderr).toMatch(
      /an overlay is for configs that are run in the same way; .*a\.cfg and .* are in /,
    );
    expect(existsSync(join(cwd, "other"))).toBe(false);
  });

  it("in place, wherever they are", async () => {
    const cwd = folderWith(files);
    const { status, stdout } = await l5cfgFix(["--in-place", "a.cfg", "deep", ...how], { cwd });
    expect(status).toBe(0);
    expect(stdout.match(/1 finding fixed in 1 file, 0 left\./g)).toHaveLength(2);
    expect(readFileSync(join(cwd, "deep/openocd.cfg"), "latin1")).toContain("-work-area-phys");
    expect(readFileSync(join(cwd, "b.cfg"), "latin1")).toBe(l5);
  });
});

describe("what is reported", () => {
  const target = join(scripts, "target/stm32l5x.cfg");
  const found = async (...words: string[]) => {
    const { status, stdout, stderr } = await l5cfgFix(["--check", target, ...words]);
    return {
      status,
      stderr,
      rules: [...stdout.matchAll(/^\S+:\d+:\d+ (\w+) (\S+)/gm)].map((one) => `${one[1]} ${one[2]}`),
    };
  };

  it("is what --select, --ignore and --severity say", async () => {
    const dap = ["error dap-command-under-hla", "error dap-command-under-hla"];
    expect(await found("--select", "dap-command-under-hla")).toMatchObject({ status: 1, rules: dap });
    expect(await found("--ignore", "work-area-missing,source-missing")).toMatchObject({ rules: dap });
    expect(await found("--select", "source-missing")).toMatchObject({ status: 0, rules: [] });
    const infos = ["--severity", "dap-command-under-hla=info", "--severity", "work-area-missing=off"];
    expect(await found(...infos)).toMatchObject({
      status: 0,
      rules: dap.map((one) => one.replace("error", "info")),
    });
    for (const [words, says] of [
      [["--select", "dap-mising"], "--select dap-mising: there is no such rule; did you mean dap-missing?"],
      [["--severity", "dap-missing"], "--severity dap-missing: give it as RULE=LEVEL"],
      [["--severity", "dap-missing=bad"], "levels are off, info, warning, error"],
      [["--max-warnings", "few"], "whole number"],
    ] as const) {
      const { status, stderr } = await found(...words);
      expect({ status, says: stderr.includes(says) }, stderr).toEqual({ status: 2, says: true });
    }
  });

  it("ends with 0 for no more warnings than --max-warnings", async () => {
    const warnings = ["--severity", "dap-command-under-hla=warning", "--ignore", "work-area-missing"];
    const statuses = [];
    for (const most of ["0", "1", "2"])
      statuses.push((await found(...warnings, "--max-warnings", most)).status);
    expect(statuses).toEqual([1, 1, 0]);
    expect(await found("--max-warnings", "9")).toMatchObject({ status: 1 });
  });

  it("is not fixed where it is not reported", async () => {
    const { stdout } = await l5cfgFix(["--diff", target, "--ignore", "dap-command-under-hla"]);
    expect(stdout).toContain("-work-area-phys");
    expect(stdout).not.toContain("using_hla");
  });

  it("is counted by rule where it is much, and a note is said once", async () => {
    const cwd = folderWith();
    for (const name of ["a", "b"]) cpSync(target, join(cwd, `${name}.cfg`));
    const { stdout, stderr } = await l5cfgFix(
      ["--check", ".", "-s", scripts, "--openocd", "0.10.0+dev-g30d1303"],
      { cwd },
    );
    expect(stderr).toContain(
      "\n    4  error    dap-command-under-hla\n    2  error    work-area-missing\n\n6 findings.\n",
    );
    expect(stdout.match(/a second `dap create` would not help/g)).toHaveLength(1);
  });
});
