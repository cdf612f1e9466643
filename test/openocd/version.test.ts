import { describe, expect, test } from "vitest";
import { RELEASES } from "../../src/openocd/data/releases.ts";
import {
  compareVersions,
  parseVersion,
  pluginRelease,
  releaseNamed,
  releaseOf,
} from "../../src/openocd/version.ts";

const parse = (text: string) => parseVersion(text)!;

describe("parseVersion", () => {
  test.each([
    ["0.12.0", { base: "0.12.0", commits: 0, vendor: "upstream" }],
    ["v0.12.0", { text: "0.12.0", base: "0.12.0", commits: 0 }],
    ["0.12.0-rc2", { base: "0.12.0-rc2", commits: 0, vendor: "upstream" }],
    ["0.10.0+dev-00699-g13de478d2", { base: "0.10.0", commits: 699, hash: "13de478d2", vendor: "st" }],
    ["0.10.0+dev-g30d1303", { base: "0.10.0", commits: undefined, hash: "30d1303", vendor: "st" }],
    ["0.11.0-rc2+dev-00039-gff701ce82", { base: "0.11.0-rc2", commits: 39, vendor: "st" }],
    ["0.12.0+dev-02632-gabbbc2e05", { base: "0.12.0", commits: 2632, vendor: "upstream" }],
    ["0.11.0+dev-00883-gec03ac6b5", { base: "0.11.0", commits: 883, vendor: "unknown" }],
    ["0.12.0+dev-snapshot", { base: "0.12.0", commits: undefined, vendor: "unknown" }],
    ["0.11.0+dev-00103-gff755a575-dirty", { commits: 103, hash: "ff755a575" }],
  ])("%s", (text, parts) => {
    expect(parse(text)).toMatchObject(parts);
  });

  test("a banner, with date", () => {
    expect(parse("Open On-Chip Debugger 0.10.0+dev-g30d1303 (2020-06-18-09:11)")).toEqual({
      text: "0.10.0+dev-g30d1303",
      base: "0.10.0",
      commits: undefined,
      hash: "30d1303",
      vendor: "st",
      date: "2020-06-18",
    });
  });

  test("ST's address in a banner, other lines around it", () => {
    const log =
      "first\nOpen On-Chip Debugger 0.12.0-00033-g0de861e21 (2025-03-13-02:03) " +
      "[https://github.com/STMicroelectronics/OpenOCD]\nLicensed under GNU GPL v2\n";
    expect(parse(log)).toMatchObject({ text: "0.12.0-00033-g0de861e21", commits: 33, vendor: "st" });
  });

  test("a log without ST's address in the first line", () => {
    const log = "Open On-Chip Debugger 0.12.0\nhttps://github.com/STMicroelectronics/OpenOCD\n";
    expect(parse(log).vendor).toBe("upstream");
  });

  test.each(["", "openocd", "12", "0.12", "Open On-Chip Debugger", "10.0.0.1", "0.12.0foo"])(
    "not %o",
    (text) => {
      expect(parseVersion(text)).toBeUndefined();
    },
  );
});

describe("releaseOf", () => {
  test.each(RELEASES)("$version is itself, and so is what behaves the same", ({ id, version, ...rest }) => {
    const also = "also" in rest ? rest.also.filter((name) => name.includes(".")) : [];
    for (const one of [version, ...also])
      expect(releaseOf(parse(one))).toMatchObject({ release: { id }, exact: true });
  });

  test.each([
    ["st-r1", "st-1.3.0"],
    ["st-r2", "st-1.5.0"],
    ["st-1.4.0", "st-1.4.0"],
    ["0.10.0+dev-00699-g13de478d2", "st-1.3.0"],
    ["0.10.0+dev-g30d1303", "st-1.4.0"],
    ["0.11.0", "0.11.0"],
  ])("%s names %s", (name, id) => {
    expect(releaseNamed(name).id).toBe(id);
  });

  test.each([
    ["0.9.0", "0.10.0"],
    ["0.10.0-rc1", "0.10.0"],
    ["0.10.0+dev-00100-g0123456", "0.10.0"],
    ["0.10.0+dev-00690-g0123456", "st-1.3.0"],
    ["0.10.0+dev-01288-g7491fb4", "st-1.5.0"],
    ["0.10.0+dev-snapshot", "st-1.5.0"],
    ["Open On-Chip Debugger 0.10.0+dev-snapshot (2020-06-30-10:00)", "st-1.4.0"],
    ["Open On-Chip Debugger 0.10.0+dev-gf8e14ec-dirty (2021-02-11-10:00)", "st-1.5.0"],
    ["0.11.0-rc1", "0.11.0"],
    ["0.11.0-rc2+dev-00044-g8340bb0", "st-1.7.0"],
    ["0.11.0+dev-00100-g0123456", "0.11.0"],
    ["0.11.0+dev-00438-ga75fc63", "st-1.8.0"],
    ["0.11.0+dev-00449-g53fa0f7", "st-1.10.0"],
    ["0.11.0+dev-00883-gec03ac6b5", "0.12.0"],
    ["0.12.0-rc3", "0.12.0"],
    ["0.12.0-00019-g0123456", "st-1.12.0"],
    ["0.12.0-00029-gf77e7cb03", "st-1.13.0"],
    ["0.12.0-00033-g0de861e21", "st-1.13.0"],
    ["0.12.0+dev-00608-gd8ed48fef", "st-1.13.0"],
    ["0.12.0+dev-00100-g0123456", "0.12.0"],
    ["0.12.0+dev-02000-g0123456", "master"],
    ["0.12.0+dev-snapshot", "0.12.0"],
    ["Open On-Chip Debugger 0.12.0+dev-snapshot (2026-01-02-10:00)", "master"],
    ["0.13.0", "master"],
    ["xPack Open On-Chip Debugger 0.12.0-01004-g9ea7f3d64-dirty (2023-01-30-15:04)", "0.12.0"],
  ])("%s behaves like %s", (version, id) => {
    expect(releaseOf(parse(version))).toMatchObject({ release: { id }, exact: false });
  });
});

describe("compareVersions", () => {
  const ordered = [
    "0.10.0",
    "0.10.0+dev-00699-g13de478d2",
    "0.10.0+dev-g30d1303",
    "0.10.0+dev-01288-g471423596",
    "0.11.0-rc2",
    "0.11.0-rc2+dev-00039-gff701ce82",
    "0.11.0",
    "0.12.0-rc1",
    "0.12.0-rc10",
    "0.12.0",
    "0.12.0-00024-g34afaa939",
    "0.12.0+dev-00608-gd8ed48fef",
    "0.12.0+dev-02632-gabbbc2e05",
  ].map(parse);

  test("orders what semver would not", () => {
    expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
  });

  test("is 0 for the same", () => {
    expect(compareVersions(parse("0.12.0"), parse("v0.12.0"))).toBe(0);
  });
});

describe("pluginRelease", () => {
  test.each([
    ["1.0.2.201907041300", "st-1.0.0", "0.10.0+dev-00662-g64613644e"],
    ["1.3.0.202002181050", "st-1.3.0", "0.10.0+dev-00698-g0cac0a236"],
    ["1.4.0.202007081208", "st-1.4.0", "0.10.0+dev-g30d1303"],
    ["1.4.2.202008061104", "st-1.4.0", "0.10.0+dev-g30d1303"],
    ["1.5.0.202011091203", "st-1.5.0", "0.10.0+dev-01288-g7491fb4"],
    ["1.6.1.202012345678", "st-1.6.0", "0.11.0-rc2+dev-00035-gaaa2ae26c"],
    ["2.0.0.202106290712", "st-1.7.0", "0.11.0-rc2+dev-00044-g8340bb0"],
    ["2.0.300.202206090745", "st-1.10.0", "0.11.0+dev-00449-g53fa0f7"],
    ["2.0.400.202211031408", "st-1.11.0", "0.12.0-rc1+dev-00974-ga79285f2f"],
    ["2.0.500.202302091318", "st-1.12.0", "0.12.0-00017-g26301c4dd"],
    ["2.1.0.202306221132", "st-1.13.0", "0.12.0-00024-g34afaa939"],
    ["2.2.100.202406131243", "st-1.13.0", "0.12.0+dev-00597-ga5a21219f"],
    ["2.3.100.202501240831", "st-1.13.0", "0.12.0+dev-00608-gd8ed48fef"],
    ["9.0.0", "st-1.13.0", "0.12.0+dev-00608-gd8ed48fef"],
  ])("%s", (plugin, id, openocd) => {
    expect(pluginRelease(plugin)).toMatchObject({ release: { id }, openocd });
  });

  test("takes a folder and a path, of either system", () => {
    const folder = "com.st.stm32cube.ide.mcu.debug.openocd_1.4.0.202007081208";
    for (const path of [
      folder,
      `/opt/st/plugins/${folder}/resources`,
      `C:\\ST\\plugins\\${folder}\\resources`,
    ]) {
      expect(pluginRelease(path)?.openocd).toBe("0.10.0+dev-g30d1303");
    }
  });

  test("is exact where the build was seen and is known, not where it was only inferred", () => {
    expect(pluginRelease("1.4.0.202007081208")).toMatchObject({ exact: true, evidence: "seen" });
    expect(pluginRelease("1.3.0.202002181050")).toMatchObject({ exact: false, evidence: "inferred" });
    expect(pluginRelease("2.0.300.202206090745")).toMatchObject({ exact: false, evidence: "seen" });
  });

  test.each(["", "plugin", "0.9.0", "1.4"])("not %o", (text) => {
    expect(pluginRelease(text)).toBeUndefined();
  });
});
