import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { describeWithOpenocd, openocd } from "../support/openocd.ts";

describeWithOpenocd("--openocd-bin", () => {
  const config = `adapter driver cmsis-dap
transport select swd
swd newdap a cpu -expected-id 0
dap create a.dap -chain-position a.cpu
target create a.cpu cortex_m -dap a.dap
a.cpu configure -event reset-halt {}
`;
  it("checks for what that program can do, and says so", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "a.cfg"), config);
    const { stdout, status } = await l5cfgFix([
      "--check",
      "--openocd-bin",
      openocd!,
      "--format",
      "json",
      join(folder, "a.cfg"),
    ]);
    const [result] = JSON.parse(stdout).results;
    expect(result.openocd).toMatchObject({ version: "0.12.0", exact: true, why: `${openocd} says so` });
    expect(result.findings.map(({ rule }: { rule: string }) => rule)).toContain("event-unknown");
    expect(status).toBe(1);
  });
  it("says what a config makes in that program, with inspect", async () => {
    const folder = folderWith({ "a.cfg": config });
    const { stdout } = await l5cfgFix([
      "inspect",
      join(folder, "a.cfg"),
      "--openocd-bin",
      openocd!,
      "--format",
      "json",
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ openocd: "0.12.0", targets: [{ name: "a.cpu" }] });
  });
  it("is refused where it is no OpenOCD", async () => {
    const folder = folderWith({});
    writeFileSync(join(folder, "a.cfg"), config);
    const { stderr, status } = await l5cfgFix([
      "--check",
      "--openocd-bin",
      process.execPath,
      join(folder, "a.cfg"),
    ]);
    expect(stderr).toMatch(/does not answer to --version as OpenOCD does/);
    expect(status).toBe(2);
  });
});
