import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { cubeOpenocd, fixtures, install, scripts } from "../support/fixtures.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { hashes } from "../support/tree.ts";

it("reports, and writes nothing", async () => {
  const folder = folderWith();
  const { status, stdout, stderr } = await l5cfgFix(["--check", install], { cwd: folder });
  expect(status).toBe(1);
  const l5 = join(scripts, "target/stm32l5x.cfg");
  expect(stdout.match(/^\/\S+ \w+ \S+/gm)).toEqual([
    `${l5}:66:1 error work-area-missing`,
    `${l5}:127:2 error dap-command-under-hla`,
    `${l5}:132:2 error dap-command-under-hla`,
  ]);
  expect(stdout).toContain("  fix: guard it with `if {![using_hla]}`\n");
  expect(stderr).toMatch(/\n3 findings\.\n$/);
  expect(hashes(folder)).toEqual({});
});

it("says that a healthy config is", async () => {
  const { status, stdout, stderr } = await l5cfgFix(["--check", join(scripts, "target/stm32g0x.cfg")]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  expect(stderr).toMatch(/\nNothing to fix\.\n$/);
});

it("prints findings only with --quiet", async () => {
  const { stdout, stderr } = await l5cfgFix(["--check", "--quiet", join(scripts, "target/stm32l5x.cfg")]);
  expect(stderr).toBe("");
  expect(stdout).toContain("work-area-missing");
});

it("runs under the transports that are asked for", async () => {
  const file = join(scripts, "target/stm32l5x.cfg");
  const { stdout } = await l5cfgFix(["--check", file, "--transport", "dapdirect_swd", "--transport", "swd"]);
  expect(stdout).toContain("target/stm32l5x.cfg:66:1 error work-area-missing (dapdirect_swd, swd)");
  expect(stdout).not.toContain("dap-command-under-hla");
});

it("takes several paths, each with its own version", async () => {
  const lf = join(fixtures, "variants/lf/target/stm32l5x.cfg");
  const { status, stderr } = await l5cfgFix(["--check", lf, install, "-s", scripts]);
  expect(status).toBe(1);
  expect(stderr).toContain("1 config for OpenOCD 0.12.0 (assumed)");
  expect(stderr).toContain(`3 configs for OpenOCD ${cubeOpenocd} (ships with STM32CubeIDE debug plugin`);
});

it("takes 0.12 for 0.12.0", async () => {
  const { stderr } = await l5cfgFix(["--check", "--openocd", "0.12", join(scripts, "target/stm32g0x.cfg")]);
  expect(stderr).toContain("for OpenOCD 0.12.0 (");
});

it("prints one line a finding with --format unix, with paths from here", async () => {
  const cwd = folderWith({ "a/x.cfg": "reset_config srst_onyl\n", "a/y.cfg": "error no\n" });
  const { status, stdout } = await l5cfgFix(["--check", "--format", "unix", "a/x.cfg", "a/y.cfg"], { cwd });
  expect(status).toBe(1);
  expect(stdout).toMatch(
    /^a\/x\.cfg:1:1: error: .*srst_onyl.* \[reset-config-unknown\]\na\/y\.cfg:1:1: error: .*no.* \[[\w-]+\]\n$/,
  );
});

it.each([["always"], ["never"], ["auto"]])("prints colours or not with --color %s", async (when) => {
  const { stdout } = await l5cfgFix(["--check", join(scripts, "target/stm32l5x.cfg"), "--color", when]);
  expect(stdout.includes("\x1b[")).toBe(when === "always");
});

it("does not call a config healthy that OpenOCD refuses", async () => {
  const folder = folderWith({ "broken.cfg": "echo one\nerror {this will not do}\n" });
  const { status, stdout, stderr } = await l5cfgFix(["--check", "broken.cfg"], { cwd: folder });
  expect(status).toBe(1);
  expect(stdout).toContain("broken.cfg:2:1 error config-refused");
  expect(stdout).toContain("OpenOCD refuses this: this will not do");
  expect(stderr).not.toContain("Nothing to fix");
});

it("names a file that is not found", async () => {
  const { status, stdout, stderr } = await l5cfgFix(["--check", join(fixtures, "variants/lf")]);
  expect(status).toBe(1);
  expect(stdout + stderr).toContain("target/stm32l5x.cfg:9:");
  expect(stdout + stderr).toContain("target/swj-dp.tcl");
});

it("finds nothing in a script that only lacks what a board file would set", async () => {
  const folder = folderWith({ "target/part.cfg": "echo $CHIPNAME\n", "target/whole.cfg": "echo one\n" });
  const { status, stderr } = await l5cfgFix(["--check", "."], { cwd: folder });
  expect(status).toBe(0);
  expect(stderr).toContain("1 of 2 configs run only with a board file, such as target/part.cfg:");
  const alone = await l5cfgFix(["--check", "--openocd", "0.12.0", "target/part.cfg"], { cwd: folder });
  expect(alone.status).toBe(0);
  expect(alone.stderr).toContain("The config runs only with a board file, which sets what it lacks: ");
});

describe("what OpenOCD refuses is found beside other findings, and in a folder of healthy files", () => {
  const all = { "o/good.cfg": "adapter speed 1\n", "o/bad.cfg": "if {1} {\n" };

  it.each([
    ["as text", ["--check", "o"]],
    ["quietly", ["--check", "--quiet", "o"]],
    ["as annotations", ["--check", "--format", "github", "o"]],
    ["as JSON", ["--check", "--format", "json", "o"]],
    ["as SARIF", ["--check", "--format", "sarif", "o"]],
    ["as a patch that does not fix it", ["--diff", "o"]],
  ])("%s", async (_, args) => {
    const { status, stdout, stderr } = await l5cfgFix(args, { cwd: folderWith(all) });
    expect(status).toBe(1);
    expect(stdout + stderr).toMatch(/bad\.cfg[\s\S]*syntax-error|syntax-error[\s\S]*bad\.cfg/);
    expect(stdout + stderr).not.toContain("Nothing to fix");
  });

  it("an unknown word on one line does not hide behind an unknown event on the next", async () => {
    const text =
      "swd newdap a cpu -irlen 4\ndap create a.dap -chain-position a.cpu\ntarget create a.cpu cortex_m -dap a.dap\n" +
      "adapter speeed 100\na.cpu configure -event reset_init {}\n";
    const { status, stdout } = await l5cfgFix(["--check", "--transport", "swd", "x.cfg"], {
      cwd: folderWith({ "x.cfg": text }),
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/x\.cfg:4:1 error command-unknown/);
    expect(stdout).toMatch(/x\.cfg:5:1 error event-unknown/);
  });
});

it("shows names in any encoding, and nothing that moves the cursor", async () => {
  const folder = join(folderWith(), "мои конфиги");
  mkdirSync(folder);
  symlinkSync(join(scripts, "target"), join(folder, "target"));
  const { stdout } = await l5cfgFix([
    "--check",
    folder,
    "-s",
    scripts,
    "--openocd",
    cubeOpenocd,
    "--format",
    "json",
  ]);
  const utf8 = Buffer.from(stdout, "latin1").toString("utf8");
  expect(JSON.parse(utf8).results[0].findings[0].file).toBe(join(folder, "target/stm32l5x.cfg"));

  const broken = folderWith({ "x.cfg": "error {\x1b[31m \xc3\xbc}\n" });
  const shown = await l5cfgFix(["--check", "x.cfg"], { cwd: broken });
  expect(shown.stdout).toContain("OpenOCD refuses this: \xc2\xb7[31m \xc3\xbc\n");
});

describeWithOpenocd("the scripts of OpenOCD 0.12.0", () => {
  it("have an L5 in which there is nothing to find", async () => {
    const { status, stdout, stderr } = await l5cfgFix([
      "--check",
      "/usr/share/openocd/scripts/target/stm32l5x.cfg",
    ]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("Nothing to fix.");
  });
});

it("says as which known release an unknown one is treated, as text and as JSON", async () => {
  const folder = folderWith({ "x.cfg": "adapter speed 1\n" });
  const args = ["--check", "x.cfg", "--openocd", "0.12.0+dev-01703"];
  const { stderr } = await l5cfgFix(args, { cwd: folder });
  expect(stderr).toContain("unknown version, treated as 0.12.0+dev-02632-gabbbc2e05");
  const { stdout } = await l5cfgFix([...args, "--format", "json"], { cwd: folder });
  expect(JSON.parse(stdout).results[0].openocd).toMatchObject({
    exact: false,
    standIn: "0.12.0+dev-02632-gabbbc2e05",
  });
});
