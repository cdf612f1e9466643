import { describe, expect, it } from "vitest";
import { rules } from "../../src/rules/index.ts";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";

describe("rules", () => {
  it("lists each, with severity and title", async () => {
    const { status, stdout, stderr } = await l5cfgFix(["rules"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const { id, severity, title } of rules) {
      expect(stdout).toMatch(new RegExp(`^${id} +${severity} +`, "m"));
      expect(stdout).toContain(title);
    }
  });

  it("comes as JSON", async () => {
    const { rules: listed } = JSON.parse((await l5cfgFix(["rules", "--format", "json"])).stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
  });
});

describe("explain", () => {
  it.each(rules.map(({ id }) => id))("%s", async (id) => {
    const { status, stdout, stderr } = await l5cfgFix(["explain", id]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("Before (OpenOCD ");
    expect(stdout).toContain(`disable-next-line ${id} -- why`);
  });

  it("shows what fixing makes of a config", async () => {
    const { stdout } = await l5cfgFix(["explain", "command-unknown"]);
    expect(stdout).toContain("    adapter speed 480\n");
    expect(stdout).toContain("    adapter_khz 480\n");
  });

  it("comes as JSON", async () => {
    const { rule } = JSON.parse((await l5cfgFix(["explain", "dap-missing", "--format", "json"])).stdout);
    expect(rule).toMatchObject({ id: "dap-missing", severity: "error" });
    expect(rule.example.after).toContain("dap create");
  });

  it.each([
    ["dap-mising", "there is dap-missing"],
    ["work-area", "work-area-missing"],
    ["xyzzy", "no rule and no file has that name; l5cfg-fix rules lists them"],
  ])("%s: %s", async (name, says) => {
    const { status, stdout, stderr } = await l5cfgFix(["explain", name]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(/^l5cfg-fix: .*\n$/);
    expect(stderr).toContain(says);
  });
});

describe("comments that silence rules", () => {
  it("take effect, and are reported where they suppress nothing", async () => {
    const cwd = folderWith({
      "a.cfg": "# l5cfg-fix disable-next-line reset-config-unknown -- our own build\nreset_config ours\n",
      "b.cfg": "# l5cfg-fix disable-next-line reset-config-unknown -- our own build\nreset_config none\n",
    });
    expect(await l5cfgFix(["--check", "a.cfg"], { cwd })).toMatchObject({ status: 0, stdout: "" });
    const { status, stdout } = await l5cfgFix(["--check", "b.cfg"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("suppression-unused");
  });
});
