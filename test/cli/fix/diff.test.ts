import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { whereFrom } from "../../../src/cli/fix/patch-folder.ts";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, cubeOpenocd, fixtures, install, scripts } from "../../support/fixtures.ts";
import { needPrograms } from "../../support/openocd.ts";
import { hashes } from "../../support/tree.ts";

// These run programs of a POSIX system.
needPrograms(["patch"], /patch take|names are from/);

/** A copy of a folder, to apply patches to. */
function copyOf(folder: string, name = "copy"): string {
  const copy = join(folderWith(), name);
  cpSync(folder, copy, { recursive: true });
  return copy;
}

function run(program: string, args: readonly string[], cwd: string, input: string): void {
  execFileSync(program, args, { cwd, input: Buffer.from(input, "latin1"), stdio: ["pipe", "pipe", "pipe"] });
}

/** What the variants leave to the install. */
const forVariants = ["-s", scripts, "--openocd", cubeOpenocd];

const subjects = [
  { name: "the install, in CRLF", folder: install, args: [] },
  { name: "the install for OpenOCD 0.12.0", folder: install, args: ["--openocd", "0.12.0"] },
  { name: "the variant in LF", folder: join(fixtures, "variants/lf"), args: forVariants },
];

it.each(subjects)(
  "prints a patch for $name that git and patch take, and that makes what an overlay has",
  async ({ folder, args }) => {
    const here = copyOf(folder);
    const { status, stdout: patch } = await l5cfgFix(["--diff", ".", ...args], { cwd: here });
    expect(status).toBe(0);
    expect(patch).not.toBe("");
    expect(hashes(here)).toEqual(hashes(folder));

    run("git", ["apply", "--check"], here, patch);
    run("patch", ["-p1", "--dry-run"], here, patch);
    expect(hashes(here)).toEqual(hashes(folder));

    const overlay = join(folderWith(), "overlay");
    await l5cfgFix([".", "-o", overlay, ...args], { cwd: here });
    const forPatch = copyOf(here);
    run("git", ["apply"], here, patch);
    run("patch", ["-p1", "--no-backup-if-mismatch"], forPatch, patch);
    const patched = Object.keys(hashes(here)).filter((name) => hashes(here)[name] !== hashes(folder)[name]);
    const manifest = JSON.parse(bytes(join(overlay, "l5cfg-fix.json")));
    expect(patched).toHaveLength(manifest.files.length);
    for (const name of patched) {
      const { path } = manifest.files.find((file: { path: string }) => name.endsWith(file.path));
      expect(bytes(join(here, name))).toBe(bytes(join(overlay, path)));
    }
    expect(hashes(forPatch)).toEqual(hashes(here));
  },
);

it("names files so that git and patch take them from a folder with spaces", async () => {
  const here = copyOf(join(fixtures, "variants/lf"), "my scripts");
  const around = join(here, "..");
  const { stdout: patch } = await l5cfgFix(["--diff", "my scripts", ...forVariants], { cwd: around });
  run("git", ["apply", "--check"], around, patch);
  run("patch", ["-p1", "--dry-run"], around, patch);
});

it("takes several paths at once", async () => {
  const variants = ["lf", "zero-work-area"].map((name) =>
    join(fixtures, "variants", name, "target/stm32l5x.cfg"),
  );
  const { status, stdout } = await l5cfgFix(["--diff", ...variants, ...forVariants]);
  expect(status).toBe(0);
  expect(stdout.match(/^--- a\/fixtures\/variants\/.*/gm)).toEqual([
    "--- a/fixtures/variants/lf/target/stm32l5x.cfg",
    "--- a/fixtures/variants/zero-work-area/target/stm32l5x.cfg",
  ]);
});

it("changes a file once that several paths source", async () => {
  const here = copyOf(scripts);
  const targets = ["target/stm32l5x.cfg", "target/stm32h7x.cfg", "target/stm32g0x.cfg"];
  const { status, stdout } = await l5cfgFix(["--diff", ...targets, "--openocd", "0.12.0"], { cwd: here });
  expect(status).toBe(0);
  const names = stdout.match(/^--- .*/gm)!;
  expect(names).toContain("--- a/target/swj-dp.tcl");
  expect(names).toEqual([...new Set(names)]);
  run("git", ["apply", "--check"], here, stdout);
});

it("never hides what it does not fix", async () => {
  const unknown = join(fixtures, "variants/unknown-chip");
  const { status, stdout, stderr } = await l5cfgFix(["--diff", unknown, ...forVariants]);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toContain("no automatic fix");
});

it("says where its names are from when that is not here", async () => {
  const here = copyOf(scripts);
  const { stdout: patch, stderr } = await l5cfgFix(["--diff", here], { cwd: folderWith() });
  expect(stderr).toContain(`patch -p1 -d ${here}`);
  run("patch", ["-p1", "--dry-run", "-d", here], "/", patch);

  const variant = join(copyOf(join(fixtures, "variants/lf")), "target/stm32l5x.cfg");
  const both = await l5cfgFix(["--diff", variant, "-s", here], { cwd: folderWith() });
  expect(both.stderr).toContain("patch -p1 -d /\n");
  run("patch", ["-p1", "--dry-run", "-d", "/"], "/", both.stdout);
});

it("names what applies a patch elsewhere, as the system has it", () => {
  const ide = "C:\\Program Files (x86)\\ST";
  expect(whereFrom(ide, "win32")).toBe(`The names are from ${ide}: git -C "${ide}" apply`);
  expect(whereFrom("/my ide", "linux")).toBe('The names are from /my ide: patch -p1 -d "/my ide"');
});
