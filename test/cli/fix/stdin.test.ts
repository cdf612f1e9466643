import { join } from "node:path";
import { expect, it } from "vitest";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, cubeOpenocd, scripts } from "../../support/fixtures.ts";
import { hashes } from "../../support/tree.ts";

const l5 = bytes(join(scripts, "target/stm32l5x.cfg"));
const given = ["-s", scripts, "--openocd", cubeOpenocd];

it("puts out the config patched, byte for byte as in an overlay, and reports on standard error", async () => {
  const folder = folderWith();
  await l5cfgFix([join(scripts, "target/stm32l5x.cfg"), "-o", "overlay"], { cwd: folder });
  const patched = bytes(join(folder, "overlay/target/stm32l5x.cfg"));
  const { status, stdout, stderr } = await l5cfgFix(["-", ...given], { input: l5, cwd: folderWith() });
  expect(status).toBe(0);
  expect(stdout).toBe(patched);
  expect(stderr).toContain("\n<stdin>:66:1 error work-area-missing\n");
  expect(stderr).toContain("3 findings fixed in 1 file, 0 left.\n");

  const again = await l5cfgFix(["-", "--quiet", ...given], { input: patched, cwd: folderWith() });
  expect(again).toEqual({ status: 0, stdout: patched, stderr: "" });
});

it("keeps bytes that are no UTF-8", async () => {
  const input = "# \xff\xfe \xc3\xbc\necho one\n";
  expect(await l5cfgFix(["-", "--quiet"], { input })).toEqual({ status: 0, stdout: input, stderr: "" });
});

it("checks it, as a file called <stdin>", async () => {
  const { status, stdout } = await l5cfgFix(["--check", "-", ...given], { input: l5 });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^<stdin>:66:1 error work-area-missing\n/);
});

it("prints a patch", async () => {
  const { status, stdout } = await l5cfgFix(["--diff", "-", ...given], { input: l5 });
  expect(status).toBe(0);
  expect(stdout).toMatch(/^--- a\/<stdin>\n\+\+\+ b\/<stdin>\n@@ /);
});

it("prints JSON that calls it <stdin>", async () => {
  const { status, stdout } = await l5cfgFix(["-", "--format", "json", ...given], { input: l5 });
  expect(status).toBe(0);
  const [result] = JSON.parse(stdout).results;
  expect(result).toMatchObject({ path: "-", configs: ["<stdin>"], left: [], files: [{ path: "<stdin>" }] });
  expect(result.fixed[0]).toMatchObject({ file: "<stdin>", line: 66, column: 1 });
});

it("can be inspected", async () => {
  const { status, stdout } = await l5cfgFix(["inspect", "-", "--format", "json", ...given], { input: l5 });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    file: "<stdin>",
    daps: [{ name: "stm32l5.dap", file: "<stdin>" }],
  });
});

it("finds files from the working directory", async () => {
  const cwd = folderWith({ "part.cfg": "error {from here}\n" });
  const { stdout } = await l5cfgFix(["--check", "-"], { input: "source [find part.cfg]\n", cwd });
  expect(stdout).toContain("OpenOCD refuses this: from here");
});

it("says what is fixed in another file only, and leaves the text as it is", async () => {
  const input =
    "source [find interface/stlink.cfg]\ntransport select hla_swd\nsource [find target/stm32l5x.cfg]\n";
  const { status, stdout, stderr } = await l5cfgFix(["-", ...given], { input });
  expect({ status, stdout }).toEqual({ status: 1, stdout: input });
  expect(stderr).toMatch(
    /left: its fix belongs in .*target\/stm32l5x\.cfg, and only standard input comes out here/,
  );
});

it("is refused where it makes no sense, or is no config", async () => {
  const cwd = folderWith();
  const refusals = [
    { args: ["-", "-o", "overlay"], says: "l5cfg-fix: standard input has no place in an overlay" },
    { args: ["--check", "-", "-"], says: "l5cfg-fix: standard input can be read only once" },
  ];
  for (const { args, says } of refusals) {
    const { status, stdout, stderr } = await l5cfgFix(args, { cwd });
    expect({ status, stdout, lines: stderr.split("\n").length }).toEqual({ status: 2, stdout: "", lines: 2 });
    expect(stderr).toContain(says);
  }
  const huge = await l5cfgFix(["-"], { cwd, input: "#".repeat(17 * 1024 * 1024) });
  expect(huge).toMatchObject({ status: 2, stdout: "" });
  expect(huge.stderr).toContain("standard input is larger than");
  expect(hashes(cwd)).toEqual({});
});
