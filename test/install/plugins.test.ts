import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../src/files/disk-files.ts";
import {
  comparePluginVersions,
  debugPluginAround,
  debugPlugins,
  pluginsFolderOf,
  programOf,
} from "../../src/install/plugins.ts";
import { debugPlugin, folderWith, install, scripts } from "./fixtures.ts";

const DEBUG = "com.st.stm32cube.ide.mcu.debug.openocd";
const PROGRAM = "com.st.stm32cube.ide.mcu.externaltools.openocd";

describe("comparePluginVersions", () => {
  it("orders by A.B.C as numbers, then by the date", () => {
    const versions = [
      "2.3.100.202501240831",
      "1.4.0.202007081208",
      "2.10.0.202306221132",
      "2.1.0.202306221133",
      "2.1.0.202306221132",
      "1.3.0.202002181050",
    ];
    expect(versions.sort(comparePluginVersions)).toEqual([
      "1.3.0.202002181050",
      "1.4.0.202007081208",
      "2.1.0.202306221132",
      "2.1.0.202306221133",
      "2.3.100.202501240831",
      "2.10.0.202306221132",
    ]);
    expect(comparePluginVersions("1.4.0.1", "1.4.0.1")).toBe(0);
  });

  it.each([
    ["2.0.99.202211031408", "2.0.400.202202031408"],
    ["1.4.0.20200708", "1.4.0.202007081208"],
    ["1.4.0.202007081208", "1.4.0.20210101"],
    ["1.04.0.202007081208", "1.5.0.202007081208"],
    ["1.4.0", "1.4.0.202007081208"],
    ["1.4.0.202007081208", "1.4.0.qualifier"],
    ["1.4.0.v2020-07", "1.4.0.v2020-08"],
    ["0.0.0", "0.0.1.1"],
  ])("puts %s before %s", (older, newer) => {
    expect(comparePluginVersions(older, newer)).toBeLessThan(0);
    expect(comparePluginVersions(newer, older)).toBeGreaterThan(0);
  });

  it("minds no zeros in front of a number", () => {
    expect(comparePluginVersions("01.004.0.7", "1.4.00.7")).toBe(0);
  });
});

describe("debugPluginAround", () => {
  it("knows the plugin by a folder's name, however deep", () => {
    const plugin = { name: DEBUG, version: "1.4.0.202007081208", path: debugPlugin };
    expect(debugPluginAround(debugPlugin, diskFiles)).toEqual(plugin);
    expect(debugPluginAround(join(scripts, "target/stm32l5x.cfg"), diskFiles)).toEqual(plugin);
    expect(debugPluginAround(install, diskFiles)).toBeUndefined();
  });
});

describe("plugins on disk", () => {
  it.each(["", "plugins", "STM32CubeIDE/plugins", "Contents/Eclipse/plugins"])(
    "finds them in %j",
    (where) => {
      const root = folderWith({ [join(where, `${DEBUG}_1.4.0.202007081208`, "x")]: "" });
      expect(pluginsFolderOf(root, diskFiles)).toBe(join(root, where));
    },
  );

  it("finds none where there is no debug plugin", () => {
    expect(pluginsFolderOf(folderWith({ "plugins/org.eclipse.x_1.2.3.4/x": "" }), diskFiles)).toBeUndefined();
    expect(pluginsFolderOf("/nowhere/at/all", diskFiles)).toBeUndefined();
  });

  it("lists the newest first", () => {
    const versions = ["2.3.100.202501240831", "1.4.0.202007081208", "2.3.0.202501240831"];
    const root = folderWith();
    for (const version of versions) mkdirSync(join(root, `${DEBUG}_${version}`));
    mkdirSync(join(root, `${DEBUG}.source_9.9.9.202501240831`));
    mkdirSync(join(root, `${DEBUG}_9.9.9.9999999999999999999 copy`));
    mkdirSync(join(root, `${DEBUG}_99999999999999999999.9.9.202501240831`));
    expect(debugPlugins(root, diskFiles).map(({ version }) => version)).toEqual([
      "2.3.100.202501240831",
      "2.3.0.202501240831",
      "1.4.0.202007081208",
    ]);
  });

  it("takes the newest program that is there", () => {
    const root = folderWith({
      [`${PROGRAM}.linux64_1.4.0.202007081208/tools/bin/openocd`]: "",
      [`${PROGRAM}.linux64_2.3.0.202305091550/tools/bin/openocd`]: "",
      [`${PROGRAM}.linux64_2.4.400.202601091506/tools/bin/README.txt`]: "",
    });
    const bin = join(root, `${PROGRAM}.linux64_2.3.0.202305091550/tools/bin/openocd`);
    expect(programOf(root, diskFiles)?.binary).toBe(bin);
    expect(programOf(join(install, "plugins"), diskFiles)).toBeUndefined();
  });

  it("knows the program's name on Windows", () => {
    const name = `${PROGRAM}.win32_1.4.0.202007081208/tools/bin/openocd.exe`;
    const root = folderWith({ [name]: "" });
    expect(programOf(root, diskFiles)?.binary).toBe(join(root, name));
  });
});
