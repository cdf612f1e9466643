import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { fix } from "../../../src/check/api.ts";
import { diskWriter } from "../../../src/files/disk-writer.ts";
import { patchInPlace } from "../../../src/inplace/patch-in-place.ts";
import { snapshot } from "../../inplace/trees.ts";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, copyWithTwoFaulty, scripts } from "../../support/fixtures.ts";

// Several processes each, on a machine with other things to do.
vi.setConfig({ testTimeout: 120_000 });

/** A scripts folder of our own, its L5 with times and a mode of its own, too. */
function ownScripts(): string {
  const root = join(folderWith(), "st_scripts");
  copyWithTwoFaulty(root);
  chmodSync(join(root, "target/stm32l5x.cfg"), 0o640);
  utimesSync(join(root, "target/stm32l5x.cfg"), 1e9, 1.2e9);
  return root;
}

const l5 = "target/stm32l5x.cfg";
const h7 = "target/stm32h7x.cfg";
const args = (root: string) => ["--in-place", "--openocd", "0.10.0+dev-g30d1303", root];

describe("--in-place", () => {
  it("patches files as an overlay would, and restore brings back every byte, mode and time", async () => {
    const root = ownScripts();
    const before = snapshot(root);
    const out = join(root, "../overlay");
    await l5cfgFix(["--openocd", "0.10.0+dev-g30d1303", root, "-o", out]);
    const { status, stdout, stderr } = await l5cfgFix(args(root));
    expect({ status, tail: stdout.slice(stdout.indexOf("4 findings")) }).toEqual({
      status: 0,
      tail: `4 findings fixed in 2 files, 0 left. Each original is beside its file (*.l5cfg-fix-backup).\n\nTo bring them back:\n\n  l5cfg-fix restore ${root}\n`,
    });
    expect(stderr).toContain(": 3 configs for OpenOCD");
    for (const name of [l5, h7]) {
      expect(bytes(join(root, name))).toBe(bytes(join(out, name)));
      expect(snapshot(root)[`${name}.l5cfg-fix-backup`]).toBe(before[name]);
    }
    const { mode, mtimeMs } = lstatSync(join(root, l5));
    expect([mode & 0o777, mtimeMs]).toEqual([0o640, 1.2e12]);

    expect(await l5cfgFix(args(root))).toMatchObject({ status: 0, stdout: "Nothing to fix.\n" });
    const restored = await l5cfgFix(["restore", "st_scripts"], { cwd: join(root, "..") });
    expect(restored).toEqual({
      status: 0,
      stdout: `st_scripts/${h7}\nst_scripts/${l5}\n\n2 files as before l5cfg-fix.\n`,
      stderr: "",
    });
    expect(snapshot(root)).toEqual(before);
    expect((await l5cfgFix(["restore", root])).stdout).toBe(
      `Nothing to restore: no file of ${root} is patched in place.\n`,
    );
  });

  it("keeps the first original for restore, however often it runs", async () => {
    const root = ownScripts();
    const before = snapshot(root);
    await l5cfgFix(["--transport", "hla_swd", "--openocd", "0.10.0+dev-g30d1303", "--in-place", root]);
    const once = bytes(join(root, l5));
    const again = await l5cfgFix(["--in-place", "--unsafe", "--openocd", "0.12.0", root]);
    expect(bytes(join(root, l5))).not.toBe(once);
    expect(again.stdout).toContain("fixed");
    expect(snapshot(root)[`${l5}.l5cfg-fix-backup`]).toBe(before[l5]);
    expect((await l5cfgFix(["restore", root])).status).toBe(0);
    expect(snapshot(root)).toEqual(before);
  });

  it("keeps a link, patches where it leads, and says what becomes of other names", async () => {
    const root = ownScripts();
    const elsewhere = join(root, "elsewhere");
    mkdirSync(elsewhere);
    renameSync(join(root, l5), join(elsewhere, "real.cfg"));
    symlinkSync(join(elsewhere, "real.cfg"), join(root, l5));
    linkSync(join(root, h7), join(elsewhere, "other.cfg"));
    const before = [snapshot(root), snapshot(elsewhere)];
    const { status, stderr } = await l5cfgFix(args(root));
    expect(status).toBe(0);
    expect(stderr).toContain(
      `note: ${join(root, l5)} is a link and stays one; ${elsewhere}/real.cfg is patched`,
    );
    expect(stderr).toContain(`note: ${join(root, h7)} has 2 names (hard links)`);
    expect(snapshot(root)[l5]).toBe(before[0]![l5]);
    expect(bytes(join(elsewhere, "real.cfg"))).toContain("-work-area-phys");
    expect(snapshot(elsewhere)["other.cfg"]).toBe(before[1]!["other.cfg"]);
    expect((await l5cfgFix(["restore", root])).status).toBe(0);
    expect([snapshot(root), snapshot(elsewhere)]).toEqual(before);
    expect(lstatSync(join(root, h7)).nlink).toBe(2);
  });

  it("patches nothing outside of what was named, and says how to", async () => {
    const root = ownScripts();
    const outside = folderWith({ "mine.cfg": bytes(join(root, h7)) });
    const mine = join(outside, "mine.cfg");
    const evil = join(
      folderWith({ "evil.cfg": `add_script_search_dir ${root}\nsource ${mine}\nsource [find ${l5}]\n` }),
      "evil.cfg",
    );
    const before = [snapshot(root), snapshot(outside), snapshot(dirname(evil))];
    const { status, stdout } = await l5cfgFix([...args(evil)]);
    expect(status).toBe(1);
    for (const file of [mine, join(root, l5)]) {
      expect(stdout).toContain(
        `its fix is in ${file}, outside of ${evil}; to patch that as well: l5cfg-fix --in-place ${file}`,
      );
    }
    expect([snapshot(root), snapshot(outside), snapshot(dirname(evil))]).toEqual(before);
    // Nor what a link of a folder leads to; a link that is named itself was meant.
    rmSync(join(root, l5));
    symlinkSync(mine, join(root, l5));
    await l5cfgFix(args(root));
    expect(snapshot(outside)).toEqual(before[1]);
    await l5cfgFix(args(join(root, l5)));
    expect(snapshot(outside)).not.toEqual(before[1]);
    expect((await l5cfgFix(["restore", join(root, l5)])).status).toBe(0);
    expect(snapshot(outside)).toEqual(before[1]);
  });

  it("answers as JSON", async () => {
    const root = ownScripts();
    const { results } = JSON.parse((await l5cfgFix([...args(root), "--format", "json"])).stdout);
    expect(results[0].inPlace).toEqual(
      [h7, l5].map((name) => ({
        path: join(root, name),
        backup: join(root, `${name}.l5cfg-fix-backup`),
        notes: expect.any(Array),
      })),
    );
    const restored = JSON.parse((await l5cfgFix(["restore", root, "--format", "json"])).stdout);
    expect(restored).toMatchObject({
      schema: 2,
      recoveries: [],
      restored: [{ root, files: [join(root, h7), join(root, l5)], asides: [] }],
      backups: [],
    });
  });

  it.each([
    [["--in-place", "--check", "x"], "cannot be used with option '--check'"],
    [["--in-place", "--diff", "x"], "cannot be used with option '--diff'"],
    [["--in-place", "-o", "y", "x"], "cannot be used with option '-o, --output <folder>'"],
    [["--in-place", "-"], "standard input is no file"],
  ])("refuses %j", async (words, message) => {
    const { status, stderr, stdout } = await l5cfgFix(words);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
  });
});

describe("a run that was cut short", () => {
  /** A tree whose patching was killed after one of its two files had been replaced. */
  function cutShort() {
    const root = ownScripts();
    const before = snapshot(root);
    const { files } = fix(root, { openocd: "0.10.0+dev-g30d1303" });
    let renames = 0;
    const rename: typeof diskWriter.rename = (from, to) => {
      if (to.endsWith(".cfg") && ++renames > 1) throw new Error("killed");
      diskWriter.rename(from, to);
    };
    const create: typeof diskWriter.create = (path, bytes, like) => {
      if (renames > 1) throw new Error("dead");
      return diskWriter.create(path, bytes, like);
    };
    expect(() => patchInPlace(files, { ...diskWriter, rename, create })).toThrow("restore");
    return { root, before };
  }

  it("is reported by what only looks, and completed by the next one", async () => {
    const { root, before } = cutShort();
    const seen = snapshot(root);
    const look = await l5cfgFix(["--check", root]);
    expect(look.stderr).toContain(
      `An --in-place run in ${root} was cut short: 2 files not finished, 1 of them not touched yet. No file is torn`,
    );
    expect(snapshot(root)).toEqual(seen);
    const { status, stderr } = await l5cfgFix(args(root));
    expect(status).toBe(0);
    expect(stderr).toContain(
      `An earlier run in ${root} had been cut short, and is finished now: 2 files patched.`,
    );
    expect((await l5cfgFix(["--check", "--openocd", "0.10.0+dev-g30d1303", root])).status).toBe(0);
    await l5cfgFix(["restore", root]);
    expect(snapshot(root)).toEqual(before);
  });

  it("is taken back by restore", async () => {
    const { root, before } = cutShort();
    expect(await l5cfgFix(["restore", root])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining("cut short"),
    });
    expect(snapshot(root)).toEqual(before);
  });
});

describe("restore", () => {
  it("brings one file back when that is named", async () => {
    const root = ownScripts();
    const before = snapshot(root);
    await l5cfgFix(args(root));
    expect((await l5cfgFix(["restore", join(root, l5)])).stdout).toContain("1 file as before");
    expect(snapshot(root)[l5]).toBe(before[l5]);
    expect(existsSync(join(root, `${h7}.l5cfg-fix-backup`))).toBe(true);
    await l5cfgFix(["restore", root]);
    expect(snapshot(root)).toEqual(before);
  });

  it("refuses where a file has changed since, and does nothing; --force keeps the changed one", async () => {
    const root = ownScripts();
    const before = snapshot(root);
    await l5cfgFix(args(root));
    appendFileSync(join(root, l5), "# mine\n");
    const mine = readFileSync(join(root, l5));
    const patched = snapshot(root);
    const refused = await l5cfgFix(["restore", root]);
    expect(refused).toMatchObject({ status: 2, stdout: "" });
    expect(refused.stderr).toBe(
      `l5cfg-fix: ${join(root, l5)} was changed since l5cfg-fix patched it; --force brings the original back, and keeps the changed one beside it; nothing was changed\n`,
    );
    expect(snapshot(root)).toEqual(patched);
    const forced = await l5cfgFix(["restore", "--force", root]);
    expect(forced.stdout).toContain(`The changed one is kept: ${join(root, `${l5}.l5cfg-fix-changed`)}`);
    expect(readFileSync(join(root, `${l5}.l5cfg-fix-changed`))).toEqual(mine);
    const { [`${l5}.l5cfg-fix-changed`]: _, ...after } = snapshot(root);
    expect(after).toEqual(before);
  });

  it("refuses a backup that is not what it was, and a path that is not there", async () => {
    const root = ownScripts();
    await l5cfgFix(args(root));
    writeFileSync(join(root, `${l5}.l5cfg-fix-backup`), "something else");
    expect(await l5cfgFix(["restore", "--force", root])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        "l5cfg-fix-backup was changed since; look at it, and put it back by hand",
      ),
    });
    expect(await l5cfgFix(["restore", join(root, "nowhere")])).toMatchObject({ status: 2 });
  });
});

it("does not patch over a file that was changed since it was patched", async () => {
  const root = ownScripts();
  await l5cfgFix(args(root));
  writeFileSync(join(root, l5), readFileSync(join(scripts, l5)));
  const { status, stderr } = await l5cfgFix(args(root));
  expect(status).toBe(2);
  expect(stderr).toContain("was changed since l5cfg-fix patched it; nothing was changed");
});
