import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { diskFiles } from "../../../src/files/disk-files.ts";
import { readManifest } from "../../../src/manifest/read-manifest.ts";
import { folderWith } from "../../install/fixtures.ts";
import { l5cfgFix } from "../../support/command.ts";
import { bytes, cubeOpenocd, fixtures, install } from "../../support/fixtures.ts";
import { installWith, marked } from "../../support/installs.ts";
import { hashes } from "../../support/tree.ts";

// A dozen processes each, on a machine with other things to do.
vi.setConfig({ testTimeout: 120_000 });

const plugin = "plugins/com.st.stm32cube.ide.mcu.debug.openocd_";
const old = "1.4.0.202007081208";
const inPlugin = "resources/openocd/st_scripts/target/stm32l5x.cfg";

/** An install of our own, and an overlay made from it with these words. */
async function installed(path = "ide", ...words: string[]) {
  const cwd = folderWith();
  cpSync(install, join(cwd, "ide"), { recursive: true });
  expect((await l5cfgFix([path, ...words], { cwd })).status).toBe(0);
  return { cwd, overlay: join(cwd, "l5cfg-fix-overlay"), l5: join(cwd, `ide/${plugin}${old}`, inPlugin) };
}

it("notices that an original has changed, and makes the overlay again with the same options", async () => {
  const { cwd, overlay, l5 } = await installed("ide", "--transport", "hla_swd", "--set", "OURS=1");
  expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(0);
  appendFileSync(l5, "# updated\r\n");
  for (const words of [["--check", "l5cfg-fix-overlay"], ["l5cfg-fix-overlay"]]) {
    const { status, stdout, stderr } = await l5cfgFix(words, { cwd });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`${inPlugin} was changed after the overlay was made from it`);
    expect(stderr).toContain("make it again with l5cfg-fix --refresh l5cfg-fix-overlay");
  }
  const json = JSON.parse((await l5cfgFix(["--check", overlay, "--format", "json"], { cwd })).stdout);
  expect(json.results[0].stale).toEqual([{ what: "original-changed", file: l5 }]);
  const made = readManifest(overlay, diskFiles)!.made;
  expect(made).toMatchObject({ transport: ["hla_swd"], set: ["OURS=1"], unsafe: false });
  expect((await l5cfgFix(["--refresh", "l5cfg-fix-overlay"], { cwd })).status).toBe(0);
  expect(bytes(join(overlay, "target/stm32l5x.cfg"))).toContain("# updated");
  expect(readManifest(overlay, diskFiles)!.made).toEqual(made);
  expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(0);
});

it("fixes again only what was to be fixed", async () => {
  const { cwd, overlay } = await installed("ide", "--ignore", "dap-command-under-hla");
  expect(readManifest(overlay, diskFiles)!.made).toMatchObject({ ignore: ["dap-command-under-hla"] });
  const before = bytes(join(overlay, "target/stm32l5x.cfg"));
  expect((await l5cfgFix(["--refresh", "l5cfg-fix-overlay"], { cwd })).status).toBe(0);
  expect(bytes(join(overlay, "target/stm32l5x.cfg"))).toBe(before);
  expect(before).not.toContain("using_hla]}");
});

it.each([false, true])(
  "takes the newer plugin that took the place of the old one, whose folder is gone: %j",
  async (isGone) => {
    const { cwd, overlay } = await installed(`ide/${plugin}${old}`);
    const newer = join(cwd, `ide/${plugin}1.5.0.202011090810`);
    cpSync(join(cwd, `ide/${plugin}${old}`), newer, { recursive: true });
    if (isGone) rmSync(join(cwd, `ide/${plugin}${old}`), { recursive: true });
    const { status, stderr } = await l5cfgFix(["--check", overlay], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("1.5.0.202011090810 is newer than the plugin that the overlay was made for");
    expect(stderr.includes("is gone; the overlay was made from it")).toBe(isGone);
    expect((await l5cfgFix(["--refresh", overlay], { cwd })).status).toBe(0);
    expect(readManifest(overlay, diskFiles)!.files.map(({ original }) => original)).toContain(
      join(newer, inPlugin),
    );
  },
);

it("keeps to an older plugin that was asked for", async () => {
  const { cwd, overlay } = await installed();
  cpSync(join(cwd, `ide/${plugin}${old}`), join(cwd, `ide/${plugin}1.5.0.202011090810`), { recursive: true });
  await l5cfgFix([`ide/${plugin}${old}`, "-o", overlay], { cwd });
  expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(0);
});

it("removes an overlay that nothing is left for, and keeps what a person changed in it", async () => {
  const { cwd, overlay, l5 } = await installed(join("ide", `${plugin}${old}`, inPlugin));
  const patched = readFileSync(join(overlay, "target/stm32l5x.cfg"));
  writeFileSync(l5, patched);
  expect(await l5cfgFix(["--refresh", overlay], { cwd })).toMatchObject({
    status: 0,
    stderr: expect.stringContaining("is removed, use the scripts themselves"),
  });
  expect(existsSync(overlay)).toBe(false);
});

it("keeps a patched copy that a person changed beside the new one", async () => {
  const { cwd, overlay } = await installed();
  const copy = join(overlay, "target/stm32l5x.cfg");
  appendFileSync(copy, "# mine\n");
  const mine = readFileSync(copy);
  expect((await l5cfgFix(["--check", overlay], { cwd })).stderr).toContain(
    "was changed after l5cfg-fix wrote it",
  );
  expect((await l5cfgFix(["--refresh", overlay], { cwd })).stderr).toContain(
    `is kept: l5cfg-fix-overlay/target/stm32l5x.cfg.l5cfg-fix-changed`,
  );
  expect(readFileSync(`${copy}.l5cfg-fix-changed`)).toEqual(mine);
});

it("says what to do where it cannot decide", async () => {
  const { cwd, overlay } = await installed();
  const before = hashes(overlay);
  rmSync(join(cwd, "ide"), { recursive: true });
  const gone = await l5cfgFix(["--refresh", overlay], { cwd });
  expect(gone).toMatchObject({ status: 2, stderr: expect.stringContaining("which is gone") });
  const { made, ...rest } = readManifest(overlay, diskFiles)!;
  writeFileSync(join(overlay, "l5cfg-fix.json"), JSON.stringify(rest));
  const unknown = await l5cfgFix(["--refresh", overlay], { cwd });
  expect(unknown).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("does not say what it was made from"),
  });
  expect(await l5cfgFix(["--refresh", cwd], { cwd })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("is no overlay"),
  });
  expect(Object.keys(hashes(overlay))).toEqual(Object.keys(before));
});

describe("an overlay that was made with --install", () => {
  const board = join(fixtures, "variants/board/stm32l552e-dk.cfg");

  /** One of a config of ours, or of the install itself, with an install whose program leaves a mark when it runs. */
  async function madeWith(...words: string[]) {
    const cwd = folderWith();
    const { root, binary } = installWith(marked(cwd));
    const ran = join(cwd, "ran");
    const overlay = join(cwd, "l5cfg-fix-overlay");
    const l5 = join(root, `${plugin}${old}`, inPlugin);
    expect((await l5cfgFix([...words, "--install", root], { cwd })).status).toBe(0);
    rmSync(ran, { force: true });
    return { cwd, root, binary, ran, overlay, l5, made: readManifest(overlay, diskFiles)! };
  }

  it.each([{ words: [board] }, { words: [] }, { words: [board, "--openocd", "0.12.0"] }])(
    "is made anew with the same one, for the same program, which is not run: $words",
    async ({ words }) => {
      const { cwd, root, binary, ran, overlay, l5, made } = await madeWith(...words);
      expect(made).toMatchObject({ openocd: { binary }, made: { install: root, search: [] } });
      appendFileSync(l5, "# updated\r\n");
      expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(1);
      expect(await l5cfgFix(["--refresh", overlay], { cwd: dirname(root) })).toMatchObject({ status: 0 });
      expect(bytes(join(overlay, "target/stm32l5x.cfg"))).toContain("# updated");
      const anew = readManifest(overlay, diskFiles)!;
      const withoutHashes = ({ files, ...rest }: typeof anew) => [rest, files.map(({ path }) => path)];
      expect(withoutHashes(anew)).toEqual(withoutHashes(made));
      expect(existsSync(ran)).toBe(false);
      expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(0);
    },
  );

  it("follows an update of that install to its newer scripts, for the program that is still there", async () => {
    const { cwd, root, overlay, made } = await madeWith(board);
    expect(made.openocd.version).toBe("0.11.0-rc2+dev-00039-gff701ce82");
    const newer = join(root, `${plugin}1.5.0.202011090810`);
    cpSync(join(root, `${plugin}${old}`), newer, { recursive: true });
    rmSync(join(root, `${plugin}${old}`), { recursive: true });
    expect((await l5cfgFix(["--check", overlay], { cwd })).stderr).toContain("is newer than the plugin");
    expect(await l5cfgFix(["--refresh", overlay], { cwd: dirname(root) })).toMatchObject({ status: 0 });
    expect(readManifest(overlay, diskFiles)).toMatchObject({
      files: [{ original: join(newer, inPlugin) }],
      openocd: { version: cubeOpenocd },
      made: { path: board, install: root, plugin: { path: newer } },
    });
    expect((await l5cfgFix(["--check", overlay], { cwd })).status).toBe(0);
  });

  it.each([{ words: [board] }, { words: [] }])(
    "says so when that is gone, and takes another: $words",
    async ({ words }) => {
      const { cwd, root, overlay } = await madeWith(...words);
      rmSync(root, { recursive: true });
      expect(await l5cfgFix(["--refresh", overlay], { cwd })).toMatchObject({
        status: 2,
        stderr: `l5cfg-fix: ${overlay} was made with the install ${root}, which is gone; name the one to use now: l5cfg-fix --refresh ${overlay} --install PATH\n`,
      });
      expect(await l5cfgFix(["--refresh", overlay, "--install", install], { cwd })).toMatchObject({
        status: 0,
      });
      const path = words[0] ?? install;
      expect(readManifest(overlay, diskFiles)).toMatchObject({
        openocd: { version: cubeOpenocd },
        made: { path, install },
      });
    },
  );

  it("is the only kind that another install can be named for", async () => {
    const { cwd, overlay } = await installed();
    expect(await l5cfgFix(["--refresh", overlay, "--install", install], { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("was not made with --install"),
    });
  });
});

describe("an overlay of another user", () => {
  const refresh = (cwd: string) => l5cfgFix(["--refresh", "l5cfg-fix-overlay"], { cwd });

  it("is not made again from what only its manifest names, and no program is run", async () => {
    const cwd = folderWith();
    const { root } = installWith(marked(cwd));
    const mine = folderWith();
    expect((await l5cfgFix([root], { cwd: mine })).status).toBe(0);
    rmSync(join(cwd, "ran"), { force: true });
    // The same files in another place, as in a checkout.
    cpSync(join(mine, "l5cfg-fix-overlay"), join(cwd, "l5cfg-fix-overlay"), { recursive: true });
    const before = hashes(cwd);
    expect(await refresh(cwd)).toMatchObject({
      status: 2,
      stdout: "",
      stderr: `l5cfg-fix: l5cfg-fix-overlay was not made here, and only its manifest says that it was made from ${root}; to make it again from there, name that: l5cfg-fix ${root} -o l5cfg-fix-overlay\n`,
    });
    expect(hashes(cwd)).toEqual(before);
    expect((await l5cfgFix([root, "-o", "l5cfg-fix-overlay"], { cwd })).status).toBe(0);
    rmSync(join(cwd, "ran"), { force: true });
    expect((await refresh(cwd)).status).toBe(0);
    expect(existsSync(join(cwd, "ran"))).toBe(false);
  });

  it.each([
    ["made.path", { path: "../ide" }],
    ["made.transport[0]", { transport: ["x\n\texec touch P\n"] }],
    ["made.search[0]", { search: ["../scripts"] }],
  ])("with a wrong %s is damaged", async (place, wrong) => {
    const { cwd, overlay } = await installed();
    const manifest = readManifest(overlay, diskFiles)!;
    const text = JSON.stringify({ ...manifest, made: { ...manifest.made, ...wrong } });
    writeFileSync(join(overlay, "l5cfg-fix.json"), text);
    expect(await refresh(cwd)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`is damaged: "${place}" is missing or wrong`),
    });
  });

  it("whose manifest was changed since is one, too", async () => {
    const { cwd, overlay } = await installed();
    const manifest = readManifest(overlay, diskFiles)!;
    const text = JSON.stringify({ ...manifest, made: { ...manifest.made, path: "/etc", set: ["A=b c"] } });
    writeFileSync(join(overlay, "l5cfg-fix.json"), text);
    expect((await refresh(cwd)).stderr).toContain(
      'made from /etc; to make it again from there, name that: l5cfg-fix /etc --set "A=b c" -o l5cfg-fix-overlay',
    );
  });

  it("with files that its manifest does not name is refused, and they are listed", async () => {
    const { cwd, overlay } = await installed();
    writeFileSync(join(overlay, "target/stlink.cfg"), "exec touch P\n");
    for (const words of [["--refresh"], ["--check"], ["inspect"]]) {
      expect(await l5cfgFix([...words, "l5cfg-fix-overlay"], { cwd })).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/OpenOCD would find them first: target\/stlink.cfg; remove them/),
      });
    }
  });
});
