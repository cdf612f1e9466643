import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { L5cfgFixError } from "../../src/errors.ts";
import { ProjectError } from "../../src/install/errors.ts";
import { projectAt } from "../../src/install/project-at.ts";
import { debugPlugin, fixtures, folderWith, install, scripts } from "./fixtures.ts";
import { machine, plugins } from "./machines.ts";

const targets = ["stm32g0x", "stm32h7x", "stm32l5x"].map((name) => join(scripts, `target/${name}.cfg`));
const shipped = {
  version: "0.10.0+dev-g30d1303",
  why: "ships with STM32CubeIDE debug plugin 1.4.0.202007081208",
};

describe("projectAt an install", () => {
  it.each([
    ["its root", install, "install"],
    ["its folder of plugins", join(install, "plugins"), "install"],
    ["the debug plugin", debugPlugin, "plugin"],
    ["resources/openocd", join(debugPlugin, "resources/openocd"), "plugin"],
    ["the scripts folder", scripts, "scripts"],
    ["the target folder", join(scripts, "target"), "folder"],
  ])("takes the targets from %s", (_, path, kind) => {
    expect(projectAt(path)).toMatchObject({
      path,
      kind,
      root: scripts,
      configs: targets,
      searchPaths: [scripts],
      openocd: shipped,
      plugin: { version: "1.4.0.202007081208", path: debugPlugin },
    });
  });

  it("has no program where none is on disk", () => {
    expect(projectAt(install)).not.toHaveProperty("binary");
  });

  it("takes the newest debug plugin that has scripts, and the program", () => {
    const plugin = "com.st.stm32cube.ide.mcu.debug.openocd";
    const inside = "resources/openocd/st_scripts/target/stm32f4x.cfg";
    const program =
      "plugins/com.st.stm32cube.ide.mcu.externaltools.openocd.linux64_2.4.400.202601091506/tools/bin/openocd";
    const root = folderWith({
      [`plugins/${plugin}_1.4.0.202007081208/${inside}`]: "",
      [`plugins/${plugin}_2.3.100.202501240831/${inside}`]: "",
      [`plugins/${plugin}_2.9.0.202601010000/plugin.xml`]: "",
      [program]: "",
    });
    expect(projectAt(root)).toMatchObject({
      configs: [join(root, `plugins/${plugin}_2.3.100.202501240831/${inside}`)],
      plugin: { version: "2.3.100.202501240831" },
      openocd: { version: "0.12.0+dev-00608-gd8ed48fef" },
      binary: join(root, program),
    });
  });

  it("says where a version is only thought to belong", () => {
    const name = "com.st.stm32cube.ide.mcu.debug.openocd_1.3.0.202002181050";
    const root = folderWith({ [`${name}/st_scripts/target/a.cfg`]: "" });
    expect(projectAt(join(root, name)).openocd).toEqual({
      version: "0.10.0+dev-00698-g0cac0a236",
      why: "presumably ships with STM32CubeIDE debug plugin 1.3.0.202002181050",
      exact: false,
    });
  });
});

describe("projectAt a file", () => {
  it("in a scripts folder searches that folder", () => {
    const path = join(scripts, "target/stm32l5x.cfg");
    expect(projectAt(path)).toMatchObject({
      kind: "file",
      root: scripts,
      configs: [path],
      searchPaths: [scripts],
      openocd: shipped,
    });
  });

  it("on its own searches its own folder", () => {
    const root = folderWith({ "my.cfg": "" });
    expect(projectAt("my.cfg", { cwd: root })).toEqual({
      path: "my.cfg",
      location: join(root, "my.cfg"),
      kind: "file",
      root,
      configs: [join(root, "my.cfg")],
      searchPaths: [root],
      openocd: { version: "0.12.0", why: "assumed", exact: true },
      warnings: [],
    });
  });

  it("searches the folders given first, once each", () => {
    const root = folderWith({ "target/a.cfg": "", "board/sub/b.cfg": "" });
    const searchPaths = ["x", scripts, root];
    expect(projectAt("board/sub/b.cfg", { cwd: root, searchPaths })).toMatchObject({
      root,
      searchPaths: [join(root, "x"), scripts, root],
    });
  });

  it("has another version when one is given", () => {
    const path = join(scripts, "target/stm32l5x.cfg");
    expect(projectAt(path, { openocd: "0.12.0" }).openocd).toEqual({
      version: "0.12.0",
      why: "given by --openocd",
      exact: true,
    });
    expect(projectAt(path, { openocd: "0.11.0+dev-00100" }).openocd.exact).toBe(false);
    expect(() => projectAt(path, { openocd: "new" })).toThrow(L5cfgFixError);
  });
});

describe("projectAt a folder", () => {
  it("takes targets and boards below it, and nothing else", () => {
    const root = folderWith({
      "top.cfg": "",
      "interface/a.cfg": "",
      "target/b.cfg": "",
      "target/a.tcl": "",
      "target/sub/a.cfg": "",
      "board/c.cfg": "",
      "board/readme.txt": "",
    });
    const configs = ["target/b.cfg", "target/sub/a.cfg", "board/c.cfg"].map((name) => join(root, name));
    expect(projectAt(root)).toMatchObject({ kind: "scripts", root, configs });
    expect(projectAt(join(root, "board"))).toMatchObject({ kind: "folder", root, configs: [configs[2]] });
    expect(projectAt(join(root, "target/sub"))).toMatchObject({ root, configs: [configs[1]] });
    expect(() => projectAt(join(root, "interface"))).toThrow(ProjectError);
  });

  it("takes the configs right in it when it is no scripts folder", () => {
    const seed = join(fixtures, "seed");
    expect(projectAt(seed, { searchPaths: [scripts] })).toMatchObject({
      kind: "folder",
      root: seed,
      configs: ["openocd_interface_target_stlink.cfg", "openocd_stm32_flash.cfg"].map((name) =>
        join(seed, name),
      ),
      searchPaths: [scripts, seed],
      openocd: { version: "0.12.0", why: "assumed" },
    });
  });
});

describe("projectAt nothing", () => {
  it.each([
    ["what does not exist", "none", "none does not exist; name a config"],
    ["a folder without configs", ".", ". holds no config of a target or board; name a config"],
  ])("says so for %s", (_, path, message) => {
    const cwd = folderWith({ "a.txt": "" });
    expect(() => projectAt(path, { cwd })).toThrow(ProjectError);
    expect(() => projectAt(path, { cwd })).toThrow(message);
  });

  it.skipIf(process.getuid?.() === 0)("says so for a folder that cannot be read", () => {
    const cwd = folderWith({ "target/a.cfg": "" });
    chmodSync(cwd, 0o300);
    expect(() => projectAt(cwd)).toThrow(/cannot read/);
  });
});

describe("projectAt other ways to an install", () => {
  const PLUGIN = "com.st.stm32cube.ide.mcu";
  const layouts = join(fixtures, "layouts");
  const mac = join(layouts, "STM32CubeIDE.app");

  it.each([
    ["the app", mac],
    ["what is in it", join(mac, "Contents")],
    ["Eclipse's folder", join(mac, "Contents/Eclipse")],
    ["its plugins", join(mac, "Contents/Eclipse/plugins")],
  ])("takes %s of macOS", (_, path) => {
    expect(projectAt(path)).toMatchObject({ kind: "install", plugin: { version: "2.2.0.202401261111" } });
  });

  it("takes the folder of Windows's installer, and the one in it", () => {
    const root = join(layouts, "STM32CubeIDE_1.16.1");
    for (const path of [root, join(root, "STM32CubeIDE")])
      expect(projectAt(path)).toMatchObject({ kind: "install", plugin: { version: "2.2.100.202406131243" } });
  });

  it("takes the newest of several installs, and names the others", () => {
    const { plugin, warnings } = projectAt(layouts);
    expect(plugin?.version).toBe("2.2.100.202406131243");
    expect(warnings).toEqual([
      `${layouts} holds several installs: ${join(layouts, "STM32CubeIDE_1.16.1")} is the newest and taken; ` +
        `the others: ${mac}, ${join(layouts, "stm32cubeide_1.10.1")}`,
    ]);
  });

  it("takes the plugin that an update brought, and the older one when it is named", () => {
    const root = join(layouts, "stm32cubeide_1.10.1");
    expect(projectAt(root).plugin?.version).toBe("2.0.400.202211031408");
    const older = join(root, `plugins/${PLUGIN}.debug.openocd_2.0.300.202206090745`);
    expect(projectAt(older)).toMatchObject({ kind: "plugin", plugin: { version: "2.0.300.202206090745" } });
  });

  it.each(["", "tools", "tools/bin", "tools/bin/openocd"])(
    "takes the scripts that belong to the program's plugin for %j in it",
    (inside) => {
      const own = `${PLUGIN}.externaltools.openocd.linux64_1.4.0.202007081208`;
      const root = folderWith({
        [`plugins/${PLUGIN}.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts/target/a.cfg`]: "",
        [`plugins/${own}/tools/bin/openocd`]: "",
        [`plugins/${PLUGIN}.externaltools.openocd.linux64_9.0.0.202007081208/tools/bin/openocd`]: "",
      });
      expect(projectAt(join(root, "plugins", own, inside))).toMatchObject({
        kind: "install",
        plugin: { version: "1.4.0.202007081208" },
        program: { version: "1.4.0.202007081208" },
        binary: join(root, "plugins", own, "tools/bin/openocd"),
        warnings: [],
      });
    },
  );

  it("takes a place in the debug plugin that is not its scripts", () => {
    const root = folderWith({
      [`${PLUGIN}.debug.openocd_1.4.0.202007081208/META-INF/x`]: "",
      [`${PLUGIN}.debug.openocd_1.4.0.202007081208/resources/openocd/st_scripts/target/a.cfg`]: "",
    });
    const path = join(root, `${PLUGIN}.debug.openocd_1.4.0.202007081208/META-INF`);
    expect(projectAt(path)).toMatchObject({ kind: "install", plugin: { version: "1.4.0.202007081208" } });
  });

  it("takes an OpenOCD by the folder it is in, and by its program", () => {
    const root = folderWith({ "bin/openocd": "", "share/openocd/scripts/target/a.cfg": "" });
    const own = {
      kind: "install",
      root: join(root, "share/openocd/scripts"),
      binary: join(root, "bin/openocd"),
    };
    expect(projectAt(root)).toMatchObject(own);
    expect(projectAt(join(root, "bin/openocd"))).toMatchObject(own);
    expect(projectAt(own.root)).toMatchObject({ kind: "scripts", binary: own.binary });
  });

  it("says so for a program whose scripts are nowhere", () => {
    const root = folderWith({ "bin/openocd": "" });
    const message = "is a program, and no scripts were found that go with it; name their folder";
    expect(() => projectAt(join(root, "bin/openocd"))).toThrow(message);
  });

  it("does so on Windows", () => {
    const root = "C:\\Program Files (x86)\\ST\\Üben {1}";
    const disk = machine(
      "win32",
      plugins(`${root}\\STM32CubeIDE\\plugins`, ["2.2.100.202406131243"], {
        on: "win32",
        version: "2.4.0.202406030000",
      }),
    ).disk;
    const found = projectAt(root, { disk, cwd: "C:\\" });
    const own = `${root}\\STM32CubeIDE\\plugins\\${PLUGIN}.debug.openocd_2.2.100.202406131243\\resources\\openocd\\st_scripts`;
    expect(found).toMatchObject({
      kind: "install",
      root: own,
      configs: [`${own}\\target\\stm32l5x.cfg`],
      searchPaths: [own],
      program: { version: "2.4.0.202406030000" },
      warnings: [],
    });
    expect(projectAt(`${own}\\target\\stm32l5x.cfg`, { disk, cwd: "D:\\" })).toMatchObject({
      kind: "file",
      root: own,
    });
    expect(projectAt("target", { disk, cwd: own })).toMatchObject({ kind: "folder", root: own });
  });
});
