import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderWith } from "../install/fixtures.ts";
import { l5cfgFix } from "../support/command.ts";
import { cubeOpenocd, fixtures, install, scripts } from "../support/fixtures.ts";
import { installWith, marked, says } from "../support/installs.ts";
import { describeWithOpenocd, needPrograms, openocd, scriptsDir } from "../support/openocd.ts";

// These run programs of a POSIX system.
needPrograms(["touch"], /^is not run/);

/** An environment in which only this is to be found, beside what the machine itself has at its usual places. */
const env = (home: string, extra: Record<string, string> = {}) => ({ HOME: home, PATH: "", ...extra });

const headOf = async (args: string[], options: Parameters<typeof l5cfgFix>[1] = {}) => {
  const { stdout, status } = await l5cfgFix([...args, "--check", "--format", "json"], options);
  return { status, ...JSON.parse(stdout).results[0] };
};

describe("l5cfg-fix installs", () => {
  it("lists what folders hold", async () => {
    const { status, stdout, stderr } = await l5cfgFix(["installs", fixtures]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.replaceAll(install, "INSTALL")).toMatchInlineSnapshot(`
      "   install             OpenOCD              found by
      *  STM32CubeIDE 1.4.0  0.10.0+dev-g30d1303  path
           path     INSTALL
           scripts  INSTALL/plugins/com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts
           plugin   1.4.0.202007081208
           why      ships with STM32CubeIDE debug plugin 1.4.0.202007081208

      * marks the one that is taken where it is not said which. Give another one's path to l5cfg-fix, or to --install.
      "
    `);
  });

  it("as JSON has all that is known", async () => {
    const { root, binary } = installWith(says("0.12.0-00029-gf77e7cb03"), "2.3.200.202404091248");
    const { stdout } = await l5cfgFix(["installs", root, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 2,
      installs: [
        {
          used: true,
          product: "STM32CubeIDE",
          path: root,
          binary,
          scripts: join(root, scripts.slice(install.length)),
          openocd: { version: "0.12.0-00029-gf77e7cb03", why: `${binary} says so` },
          plugin: { version: "1.4.0.202007081208" },
          program: { version: "2.3.200.202404091248" },
          older: [],
          warnings: [expect.stringContaining("the scripts are those of debug plugin 1.4.0.202007081208")],
        },
      ],
    });
  });

  it("ends with 1 where nothing is", async () => {
    const folder = folderWith();
    const { status, stdout, stderr } = await l5cfgFix(["installs", folder]);
    expect({ status, stdout, stderr }).toEqual({
      status: 1,
      stdout: "",
      stderr: `No OpenOCD was found in ${folder}.\n`,
    });
  });
});

describe("--install", () => {
  it("auto needs no path: it checks the install of this machine", async () => {
    const home = folderWith();
    mkdirSync(join(home, "st"));
    cpSync(install, join(home, "st/stm32cubeide_1.4.0"), { recursive: true });
    const found = await headOf(["--install", "auto"], {
      env: env(home, { STM32CUBEIDE: join(home, "st/stm32cubeide_1.4.0") }),
    });
    expect(found).toMatchObject({
      status: 1,
      path: join(home, "st/stm32cubeide_1.4.0"),
      openocd: { version: cubeOpenocd },
    });
    expect(found.configs).toHaveLength(3);
  });

  it("gives a config of another folder its scripts and its OpenOCD", async () => {
    const board = join(fixtures, "variants/board/stm32l552e-dk.cfg");
    expect(await headOf([board, "--install", install])).toMatchObject({
      configs: [board],
      openocd: { version: cubeOpenocd },
      findings: [{ rule: "work-area-missing" }, {}, {}],
    });
    const piped = await headOf(["-", "--install", install], { input: readFileSync(board, "latin1") });
    expect(piped.findings).toHaveLength(3);
    const { stdout } = await l5cfgFix(["inspect", board, "--install", install]);
    expect(stdout).toContain("stm32l5x at 0x08000000");
    expect((await headOf([board, "--install", install, "--openocd", "0.12.0"])).openocd.why).toBe(
      "given by --openocd",
    );
  });

  it("says so where a config is named for it", async () => {
    const file = join(scripts, "target/stm32l5x.cfg");
    const { status, stderr } = await l5cfgFix(["--check", "--install", file]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `l5cfg-fix: --install ${file}: that is a config, and not an install\n`,
    });
  });
});

describe("a config without scripts around it", () => {
  const board = (): string => {
    const folder = folderWith();
    cpSync(join(fixtures, "variants/board/stm32l552e-dk.cfg"), join(folder, "My Board.cfg"));
    return folder;
  };

  it("is checked with the scripts that this machine has, and the output says so", async () => {
    const cwd = board();
    const { stderr } = await l5cfgFix(["My Board.cfg", "--check"], {
      cwd,
      env: env(cwd, { STM32CUBEIDE_HOME: install }),
    });
    expect(stderr).toContain(`taken from ${scripts} of this machine; -s names another folder\n`);
    expect(stderr).toContain(`for OpenOCD ${cubeOpenocd}`);
    expect(stderr).toContain("3 findings.");
  });

  it("gets advice what to give where no install has them", async () => {
    const cwd = folderWith({ "a.cfg": "source [find target/nobody-has-this.cfg]\n" });
    const { stderr, stdout } = await l5cfgFix(["a.cfg", "--check"], { cwd, env: env(cwd) });
    expect(stderr).toMatch(
      /sources target\/nobody-has-this\.cfg, and no OpenOCD .*; -s names the folder to look in\n/,
    );
    expect(stdout).toContain("source-not-found");
  });

  it("takes nothing from elsewhere where -s is given", async () => {
    const cwd = board();
    const { stderr } = await l5cfgFix(["My Board.cfg", "--check", "-s", "."], {
      cwd,
      env: env(cwd, { STM32CUBEIDE: install }),
    });
    expect(stderr).not.toContain("taken from");
  });
});

describe("the program of an install", () => {
  it("is asked for its version where the install is named, and what does not go together is said", async () => {
    const { root, binary } = installWith(says("0.12.0-00024-g34afaa939"), "2.3.200.202404091248");
    const { stderr, stdout } = await l5cfgFix([root, "--check", "--format", "json"]);
    const [head] = JSON.parse(stdout).results;
    expect(head.openocd).toEqual({
      version: "0.12.0-00024-g34afaa939",
      why: `${binary} says so`,
      exact: true,
    });
    expect(head.warnings).toEqual([
      expect.stringMatching(/^the scripts are those of debug plugin 1\.4\.0.*; checked for 0\.12\.0/),
    ]);
    expect(stderr).toBe(`l5cfg-fix: ${head.warnings[0]}\n`);
  });

  it("is not run for a part of an install, for --openocd, or in the working directory", async () => {
    const folder = folderWith();
    const { root } = installWith(marked(folder));
    const own = join(root, scripts.slice(install.length));
    await l5cfgFix(["--check", join(own, "target/stm32l5x.cfg")]);
    await l5cfgFix(["--check", own]);
    await l5cfgFix(["--check", root, "--openocd", "0.12.0"]);
    expect((await headOf(["."], { cwd: root })).openocd.version).toBe(cubeOpenocd);
    expect((await headOf([root], { cwd: dirname(root) })).openocd.version).toBe(cubeOpenocd);
    expect(existsSync(join(folder, "ran"))).toBe(false);
    expect((await headOf(["--install", root], { cwd: root })).openocd.version).toBe(
      "0.11.0-rc2+dev-00039-gff701ce82",
    );
    expect(existsSync(join(folder, "ran"))).toBe(true);
  });

  it.each([
    ["hangs", "sleep 60"],
    ["leaves a child behind that holds its output", "sleep 60 & exit 0"],
    ["prints without end", "while :; do echo Open On-Chip Debugger; done"],
    ["fails", `${says("0.12.0")}; exit 3`],
    ["says something else", "echo hello"],
  ])("that %s is done without", async (_, script) => {
    const { root } = installWith(script);
    expect((await headOf([root])).openocd).toMatchObject({
      version: cubeOpenocd,
      why: expect.stringContaining("ships with"),
    });
  });
});

describeWithOpenocd("the distribution's own OpenOCD", () => {
  it("is an install by its program, a link to it and its scripts", async () => {
    const link = join(folderWith(), "openocd");
    symlinkSync(openocd!, link);
    for (const path of [openocd!, link]) {
      const { stdout } = await l5cfgFix(["installs", path, "--format", "json"]);
      expect(JSON.parse(stdout).installs).toMatchObject([
        { scripts: scriptsDir, openocd: { version: "0.12.0", why: `${path} says so` } },
      ]);
    }
  });

  it("shows the version of its own configs", async () => {
    const { openocd: told } = await headOf([join(scriptsDir, "target/stm32l5x.cfg")]);
    expect(told).toEqual({ version: "0.12.0", why: `${openocd} says so`, exact: true });
  });
});
