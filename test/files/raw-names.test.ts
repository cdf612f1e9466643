import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, fix } from "../../src/check/api.ts";
import { fixJob } from "../../src/check/fix.ts";
import { diskFiles } from "../../src/files/disk-files.ts";
import { fileNameBytes, fileNameText } from "../../src/files/file-names.ts";
import { systemPath } from "../../src/files/system-path.ts";
import { readJournal } from "../../src/inplace/journal.ts";
import { patchInPlace } from "../../src/inplace/patch-in-place.ts";
import { journalFoldersOf, reachOf } from "../../src/inplace/reach.ts";
import { restoreIn } from "../../src/inplace/restore.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { readManifest } from "../../src/manifest/read-manifest.ts";
import { flashCommand, sessionCommand } from "../../src/overlay/openocd-command.ts";
import { shellQuote } from "../../src/overlay/shell-quote.ts";
import { writeOverlay } from "../../src/overlay/write-overlay.ts";
import { snapshot } from "../inplace/trees.ts";
import { folderWith } from "../install/fixtures.ts";
import { askOpenocd } from "../oracle/ask.ts";
import { describeWithOpenocd, needPrograms, openocd } from "../support/openocd.ts";
import { chipConfig } from "./odd-scripts.ts";

// These run programs of a POSIX system.
needPrograms(["bash", "patch"], /^have a diff|^are typed into a shell/);

/** Latin1 for größe, in a folder that is latin1, too: no UTF-8 either of them. */
const folder = fileNameText("st_\xfc'$ x");
const odd = fileNameText("gr\xf6\xdfe; [x].cfg");

/** A scripts folder in a folder of ours; its chip is in the odd file, sourced by two others. */
function scripts(under: string): string {
  const script = `set _CHIPNAME stm32l4x\nsource [find {${fileNameBytes(`target/${odd}`)}}]\n`;
  const files = { "stm32l4x.cfg": script, "stm32l4y.cfg": script, [odd]: chipConfig };
  const named = Object.entries(files).map(([name, text]) => [join(under, "target", name), text]);
  return join(folderWith(Object.fromEntries(named)), under);
}

function planOf(root: string) {
  const scope = projectAt(root, { openocd: "0.12.0" });
  const { configs, searchPaths } = scope;
  const patch = fixJob({ configs, searchPaths, openocd: scope.openocd.version }, { fs: diskFiles });
  return { scope, patch, runs: check(scope).runs };
}

const read = (path: string) => readFileSync(systemPath(path), "latin1");

describe.skipIf(process.platform !== "linux")("names that are no UTF-8", () => {
  it.each(["", folder])("are patched in place under %j, and brought back", (under) => {
    const root = scripts(under);
    const before = snapshot(root);
    const { patch } = planOf(root);
    const file = join(root, "target", odd);
    expect(patch.files.map(({ path }) => path)).toEqual([file]);
    expect(patchInPlace(patch.files)).toEqual([
      {
        path: file,
        backup: `${file}.l5cfg-fix-backup`,
        notes: [expect.stringContaining("to the microsecond")],
      },
    ]);
    expect(read(file)).toBe(patch.files[0]!.after);
    expect(read(`${file}.l5cfg-fix-backup`)).toBe(patch.files[0]!.before);
    // JSON in ASCII, from which the same bytes come back.
    expect(read(join(root, "l5cfg-fix-journal.json"))).toContain('"target/gr\\udcf6\\udcdfe; [x].cfg"');
    expect(readJournal(root)).toMatchObject([{ path: `target/${odd}`, step: "patched" }]);
    expect(restoreIn(root, root).files).toEqual([file]);
    expect(snapshot(root)).toEqual(before);
  });

  it("are patched behind a link whose own name is plain", () => {
    const root = scripts("");
    const elsewhere = join(folderWith({ [odd]: chipConfig }), odd);
    const link = join(root, "target/link.cfg");
    symlinkSync(systemPath(elsewhere), link);
    const change = { path: link, before: chipConfig, after: "# patched\n" };
    expect(patchInPlace([change])[0]).toMatchObject({ backup: `${elsewhere}.l5cfg-fix-backup` });
    expect(read(elsewhere)).toBe("# patched\n");
    for (const folder of journalFoldersOf(reachOf(link))) restoreIn(folder, link);
    expect(read(elsewhere)).toBe(chipConfig);
  });

  it("have a diff that git and patch take", () => {
    const root = scripts("");
    const [file] = fix(root, { openocd: "0.12.0" }).files;
    const apply = (program: string, ...argv: string[]) =>
      execFileSync(program, argv, { cwd: root, input: Buffer.from(file!.diff, "latin1") });
    apply("patch", "-p1", "--dry-run");
    apply("git", "apply");
    expect(read(file!.path)).toBe(file!.after);
  });

  it("are typed into a shell by their numbers", () => {
    const words = [folder, fileNameText("\xff\n\\\t'!7"), "ü"];
    const { stdout } = spawnSync("bash", ["-c", `printf '%s\\n' ${shellQuote(words, "linux")}`], {
      encoding: "latin1",
    });
    expect(stdout).toBe(`${words.map(fileNameBytes).join("\n")}\n`);
  });
});

describeWithOpenocd("an overlay of files whose names are no UTF-8", () => {
  it.each(["", folder])("under %j is what OpenOCD takes", async (under) => {
    const root = scripts(under);
    const plan = planOf(root);
    const { patch } = plan;
    const out = join(folderWith(), "overlay");
    const { manifest } = writeOverlay(out, plan);
    expect(readManifest(out, diskFiles)).toEqual(manifest);
    expect(manifest.files).toMatchObject([{ path: `target/${odd}`, original: join(root, "target", odd) }]);
    expect(manifest.targets).toEqual([`target/${odd}`, "target/stm32l4x.cfg", "target/stm32l4y.cfg"]);
    expect(readdirSync(join(out, "target"), "latin1").map(fileNameText)).toEqual([odd]);
    expect(read(join(out, "target", odd))).toBe(patch.files[0]!.after);
    expect(projectAt(out)).toMatchObject({ kind: "overlay", searchPaths: [out, root] });

    for (const before of [[], ["set TARGET stm32l4y"]]) {
      expect(await askOpenocd({ file: "openocd.cfg", cwd: out, before })).toMatchObject({
        loaded: true,
        errors: [],
        targets: [{ name: "chip.cpu", workArea: { phys: 0x20000000 } }],
      });
    }
  });

  it("and which lies in such a folder itself, is loaded by the command that it ends with", () => {
    const root = scripts(folder);
    const out = join(folderWith(), fileNameText("\xfcbersicht {"));
    const overlay = writeOverlay(out, planOf(root));
    const argv = flashCommand(overlay);
    expect(argv.every((word) => Buffer.from(word).toString() === word)).toBe(true);
    const asked = [...argv.slice(0, -1), "puts [lindex [chip.cpu cget -work-area-phys] 0]; shutdown"];
    const typed = `${shellQuote(asked)} 2>/dev/null`;
    const session = [...sessionCommand(overlay, { binary: openocd! }), "-c", asked.at(-1)!];
    for (const [program, ...args] of [["bash", "-c", typed], session] as [string, ...string[]][]) {
      const { stdout } = spawnSync(program, args, { cwd: folderWith(), encoding: "utf8" });
      expect(stdout).toBe("536870912\n");
    }
  });
});
