import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check, fix } from "../../src/check/api.ts";
import { fixJob } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { writeOverlay } from "../../src/overlay/write-overlay.ts";
import { folderWith } from "../install/fixtures.ts";
import { askOpenocd } from "../oracle/ask.ts";
import { describeWithOpenocd } from "../support/openocd.ts";
import { chipConfig } from "./odd-scripts.ts";

const utf8 = (text: string) => Buffer.from(text, "utf8").toString("latin1");

/** A folder of scripts whose L5 sources its core from a file of another name. */
function scriptsIn(folder: string, name: string): string {
  return folderWith(
    {
      "target/stm32l5x.cfg": utf8(`set _CHIPNAME chip\nsource [find {target/${name}}]\n`),
      [`target/${name}`]: chipConfig,
    },
    folder,
  );
}

describeWithOpenocd("an overlay of files with names that are no ASCII", () => {
  it.each([
    ["l5 ünï 日本-", "größe.cfg"],
    ["Program Files (x86) ", "é $x [a] ;b.cfg"],
    [`q'"\\{ `, "plain.cfg"],
    ["l5-", `${"ä".repeat(110)}.cfg`],
  ])("in %j, called %j, is what OpenOCD takes", async (folder, name) => {
    const root = scriptsIn(folder, name);
    const scope = projectAt(root, { openocd: "0.12.0" });
    const job = { configs: scope.configs, searchPaths: scope.searchPaths, openocd: scope.openocd.version };
    const patch = fixJob(job, { fs: diskFiles });
    expect(patch.files.map(({ path }) => path)).toEqual([join(root, "target", name)]);
    expect(patch.fixed.map(({ rule }) => rule)).toEqual(["work-area-missing"]);

    const out = join(folderWith({}, folder), "übersicht");
    const overlay = writeOverlay(out, { scope, patch, runs: check(scope).runs });
    expect(readManifest(out, diskFiles)).toMatchObject({
      files: [{ path: `target/${name}`, original: join(root, "target", name) }],
    });
    expect(readFileSync(join(out, "target", name), "latin1")).toBe(patch.files[0]!.after);
    expect(projectAt(out)).toMatchObject({ kind: "overlay", searchPaths: [out, root] });

    const answer = await askOpenocd({ file: "openocd.cfg", cwd: overlay.folder });
    expect(answer, JSON.stringify(answer)).toMatchObject({
      loaded: true,
      errors: [],
      targets: [{ name: "chip.cpu", workArea: { phys: 0x20000000 } }],
    });
  });

  it("has a diff that git and patch take", () => {
    const root = scriptsIn("l5-", "größe und Maß.cfg");
    const [file] = fix(root, { openocd: "0.12.0" }).files;
    const apply = (argv: [string, ...string[]]) =>
      execFileSync(argv[0], argv.slice(1), { cwd: root, input: Buffer.from(file!.diff, "latin1") });
    apply(["patch", "-p1", "--dry-run"]);
    apply(["git", "apply"]);
    expect(readFileSync(file!.path, "latin1")).toBe(file!.after);
  });
});
