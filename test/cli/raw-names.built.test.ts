import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import { fileNameText } from "../../src/files/file-names.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { snapshot } from "../inplace/trees.ts";
import { folderWith } from "../install/fixtures.ts";
import { command } from "../support/command.ts";
import { bytes, scripts } from "../support/fixtures.ts";
import { needPrograms } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["bash"]);

// Several processes each, on a machine with other things to do.
vi.setConfig({ testTimeout: 120_000 });

const odd = fileNameText("\xfcbung");

/** A folder with scripts in one whose name is no UTF-8. */
function around(): string {
  const names = ["target/stm32l5x.cfg", "target/swj-dp.tcl", "mem_helper.tcl"];
  return folderWith(Object.fromEntries(names.map((name) => [join(odd, name), bytes(join(scripts, name))])));
}

/** Has a shell do what a person types, in latin1. */
function shell(typed: string, cwd: string) {
  const own = `l5cfg-fix() { "${process.execPath}" "${command}" "$@"; }; `;
  return spawnSync("bash", ["-c", own + typed], { cwd, encoding: "latin1" });
}

const how = "--openocd 0.10.0+dev-g30d1303";

describe.skipIf(process.platform !== "linux")("a path that is no UTF-8", () => {
  it.each([
    [String.raw`l5cfg-fix --in-place ${how} $'\374bung'`, "the path itself"],
    [String.raw`cd $'\374bung'; l5cfg-fix --in-place ${how} .`, "the working directory"],
  ])("%s: is patched in place, and brought back by the command that the run ends with", (typed) => {
    const cwd = around();
    const before = snapshot(cwd);
    const { status, stdout, stderr } = shell(typed, cwd);
    expect([status, stderr]).toEqual([0, expect.stringContaining("1 config for OpenOCD")]);
    const back = stdout.trimEnd().split("\n").at(-1)!.trim();
    expect(back).toMatch(/^l5cfg-fix restore /);
    const folder = typed.startsWith("cd") ? String.raw`cd $'\374bung'; ` : "";
    expect(shell(folder + back, cwd)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("1 file as before l5cfg-fix."),
    });
    expect(snapshot(cwd)).toEqual(before);
  });

  it("is checked, with its bytes in the addresses for code scanners", () => {
    const cwd = around();
    const { stdout } = shell(String.raw`l5cfg-fix --check --format sarif ${how} $'\374bung'`, cwd);
    expect(JSON.parse(stdout).runs[0].results[0].locations[0].physicalLocation.artifactLocation).toEqual({
      uri: "%FCbung/target/stm32l5x.cfg",
      uriBaseId: "%SRCROOT%",
    });
  });

  it("has an overlay, which can be checked and made anew", () => {
    const cwd = around();
    expect(shell(String.raw`l5cfg-fix ${how} -o $'\377' $'\374bung'`, cwd).status).toBe(0);
    expect(snapshot(cwd)).toHaveProperty([join(fileNameText("\xff"), "target/stm32l5x.cfg")]);
    expect(
      shell(String.raw`echo >> $'\374bung/target/stm32l5x.cfg'; l5cfg-fix --check $'\377'`, cwd),
    ).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(String.raw`make it again with l5cfg-fix --refresh $'\377'`),
    });
    expect(shell(String.raw`l5cfg-fix --refresh $'\377'; l5cfg-fix --check $'\377'`, cwd).status).toBe(0);
    expect(readManifest(join(cwd, fileNameText("\xff")), diskFiles)!.made!.path).toBe(join(cwd, odd));
  });
});
